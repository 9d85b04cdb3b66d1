import sharp from 'sharp';
import { expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../src/index.ts';
import { caller, plain, textModel } from './caller.ts';
import { bytesOf, stabilityCaller } from './stability-caller.ts';

const json = async (sandbox: Sandbox, path: string, { headers, body }: { headers: object; body: object }) => {
  const request = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  const answer = await sandbox.fetch(
    new Request(`http://sandbox.invalid${path}`, { ...request, body: JSON.stringify(body) }),
  );
  return answer.json();
};
const decoded = (text: string) => Buffer.from(text, 'base64');

type Make = (sandbox: Sandbox) => Promise<Uint8Array>;

const made: readonly (readonly [name: string, make: Make])[] = [
  [
    'WaveSpeed',
    async (sandbox) => {
      const { run, download } = caller(sandbox);
      const { data } = await run(textModel, { prompt: 'x', size: '512*1024' });
      return download(data.outputs[0] ?? '');
    },
  ],
  [
    'Stability',
    async (sandbox) =>
      bytesOf(await stabilityCaller(sandbox).post('stable-image/generate/core', { prompt: 'x', aspect_ratio: '9:16' })),
  ],
  [
    'Stability that grows a picture',
    async (sandbox) => {
      const files = { image: await plain(300, 200), left: '10', down: '300' };
      return bytesOf(await stabilityCaller(sandbox).post('stable-image/edit/outpaint', files));
    },
  ],
  [
    'OpenAI',
    async (sandbox) => {
      const body = { model: 'gpt-image-2', prompt: 'x', size: '1024x1536', quality: 'low' };
      const headers = { authorization: 'Bearer test' };
      const answer = (await json(sandbox, '/openai/images/generations', { headers, body })) as {
        data: { b64_json: string }[];
      };
      return decoded(answer.data[0]!.b64_json);
    },
  ],
  [
    'Gemini',
    async (sandbox) => {
      const body = {
        contents: [{ parts: [{ text: 'x' }] }],
        generationConfig: { responseModalities: ['IMAGE'], imageConfig: { aspectRatio: '9:16' } },
      };
      const path = '/gemini/v1beta/models/gemini-3-pro-image:generateContent';
      const answer = (await json(sandbox, path, { headers: { 'x-goog-api-key': 'test' }, body })) as {
        candidates: { content: { parts: { inlineData: { data: string } }[] } }[];
      };
      return decoded(answer.candidates[0]!.content.parts[0]!.inlineData.data);
    },
  ],
];

test.each(made)('a picture of %s has at most so many pixels, in its shape, and costs the same', async (_, make) => {
  const large = createSandbox({ delayMs: { queue: 0, image: 0 } });
  const small = createSandbox({ delayMs: { queue: 0, image: 0 }, mostPixels: 10_000 });
  const { width: wide, height: high } = await sharp(await make(large)).metadata();
  const { width, height } = await sharp(await make(small)).metadata();
  expect(wide * high).toBeGreaterThan(100_000);
  expect(width * height).toBeLessThanOrEqual(10_000);
  expect(width / height / (wide / high)).toBeCloseTo(1, 0);
  const billed = ({ bills }: Sandbox) => bills().map(({ micros }) => micros);
  expect([billed(small), billed(small).length]).toEqual([billed(large), 1]);
});
