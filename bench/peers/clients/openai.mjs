import OpenAI, { toFile } from 'openai';

/** Connects the official client, with its defaults, to the upstream. */
export function connect(upstream) {
  const client = new OpenAI({ apiKey: 'sk-bench', baseURL: `${upstream}/v1` });
  const sizeOf = ({ data }) => Buffer.from(data[0].b64_json, 'base64').length;
  return {
    generate: async (prompt, n = 1) =>
      sizeOf(await client.images.generate({ model: 'gpt-image-2', prompt, n })),
    edit: async (prompt, picture) => {
      const image = await toFile(picture, 'picture.png', { type: 'image/png' });
      return sizeOf(await client.images.edit({ model: 'gpt-image-2', prompt, image }));
    },
  };
}
