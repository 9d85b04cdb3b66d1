import { vendorKey } from '@image-studio/http';
import { describe, expect, test } from 'vitest';

describe('a vendor’s key', () => {
  test('loses the space around it', () => {
    expect(vendorKey(' sk-1 \n', 'key')).toBe('sk-1');
  });

  test.each(['', '  ', 'two words', 'sk-\u00e9', 'sk-\n1'])(
    'that cannot be one is refused and not repeated: %j',
    (key) => {
      const refuse = () => vendorKey(key, 'Gemini API key');
      expect(refuse).toThrow(expect.objectContaining({ code: 'unauthorized' }));
      expect(refuse).toThrow('The Gemini API key is empty or has characters that none has.');
    },
  );
});
