import { writeFile } from 'node:fs/promises';
import OpenAI, { toFile } from 'openai';

/** Connects the official client, with its defaults, to the upstream. */
export function connect(upstream) {
  const client = new OpenAI({ apiKey: 'sk-bench', baseURL: `${upstream}/v1` });
  const bytesOf = ({ data }) => Buffer.from(data[0].b64_json, 'base64');
  const generate = async (prompt, n = 1) => bytesOf(await client.images.generate({ model: 'gpt-image-2', prompt, n }));
  return {
    generate: async (prompt) => (await generate(prompt)).length,
    four: async (prompt) => (await Promise.all([1, 2, 3, 4].map(() => generate(prompt)))).length,
    save: async (prompt, path) => writeFile(path, await generate(prompt)),
    edit: async (prompt, picture) => {
      const image = await toFile(picture, 'picture.png', { type: 'image/png' });
      return bytesOf(await client.images.edit({ model: 'gpt-image-2', prompt, image })).length;
    },
  };
}
