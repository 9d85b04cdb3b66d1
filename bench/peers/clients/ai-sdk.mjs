import { createOpenAI } from '@ai-sdk/openai';
import { generateImage } from 'ai';

/** Connects the AI SDK, with its defaults, to the upstream. */
export function connect(upstream) {
  const model = createOpenAI({ apiKey: 'sk-bench', baseURL: `${upstream}/v1` }).image('gpt-image-2');
  return {
    generate: async (prompt, n = 1, options = {}) => {
      const { images } = await generateImage({ model, prompt, n, ...options });
      return images[0].uint8Array.length;
    },
    edit: async (text, picture) => {
      const { image } = await generateImage({ model, prompt: { text, images: [picture] } });
      return image.uint8Array.length;
    },
  };
}
