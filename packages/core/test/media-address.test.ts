import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { mediaAddress } from '../src/index.ts';

const accepts = (text: string) => z.safeParse(mediaAddress, text).success;

describe('an option that names a file for the vendor', () => {
  it.each(['https://example.com/a.png?x=1', 'data:image/png;base64,iVBORw0KGgo=', 'data:video/mp4;base64,AAAA'])(
    'may be %s',
    (text) => expect(accepts(text)).toBe(true),
  );

  it.each([
    'a.png',
    '/etc/passwd',
    'file:///etc/passwd',
    'http://example.com/a.png',
    'https://localhost/a.png',
    'https://printer.local/a.png',
    'https://169.254.169.254/latest',
    'https://[::1]/a.png',
    'https://intranet/a.png',
    'https://user:word@example.com/a.png',
    'data:text/html;base64,AAAA',
    'data:image/png,plain',
  ])('is refused as %s', (text) => expect(accepts(text)).toBe(false));
});
