import { createEdit, type ImageEditProvider } from '@image-studio/provider-edit';
import { createGemini } from '@image-studio/vendor-gemini';
import { createHuggingface } from '@image-studio/vendor-huggingface';
import { createOpenai } from '@image-studio/vendor-openai';
import { createStability } from '@image-studio/vendor-stability';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import { expect, test } from 'vitest';

const apiKey = 'any-key';
const providers: Readonly<Record<string, ImageEditProvider>> = {
  wavespeed: createWavespeed({ apiKey }),
  stability: createStability({ apiKey }),
  gemini: createGemini({ apiKey }),
  openai: createOpenai({ apiKey }),
  huggingface: createHuggingface({ token: apiKey }),
};

test.each(Object.keys(providers))(
  'A picture at a private address is not fetched, and %s is not blamed',
  async (name) => {
    const edit = createEdit({ providers: { [name]: providers[name]! } });
    const refused = edit({ model: { prefer: 'budget' }, prompt: 'dusk', image: 'https://127.0.0.1/photo.jpg' });
    await expect(refused).rejects.toMatchObject({
      code: 'input_unreachable',
      billed: 'no',
      message: 'The file cannot be fetched: 127.0.0.1 is not a public address.',
    });
  },
);
