import { writeFile } from 'node:fs/promises';
import { createOpenAI } from '@ai-sdk/openai';
import { generateImage } from 'ai';

/** Connects the AI SDK, with its defaults, to the upstream. */
export function connect(upstream) {
  const model = createOpenAI({ apiKey: 'sk-bench', baseURL: `${upstream}/v1` }).image('gpt-image-2');
  return {
    generate: async (prompt) => (await generateImage({ model, prompt })).image.uint8Array.length,
    four: async (prompt) => (await generateImage({ model, prompt, n: 4, maxImagesPerCall: 1 })).images.length,
    save: async (prompt, path) => writeFile(path, (await generateImage({ model, prompt })).image.uint8Array),
    edit: async (text, picture) => {
      const { image } = await generateImage({ model, prompt: { text, images: [picture] } });
      return image.uint8Array.length;
    },
  };
}
