import { InferenceClient } from '@huggingface/inference';
import { createSandbox, type FaultKind } from '@image-studio/sandbox';
import sharp from 'sharp';
import { afterEach, describe, expect, it, vi } from 'vitest';

const origin = 'http://sandbox.invalid';
const flux = 'black-forest-labs/FLUX.1-dev';
const klein = 'black-forest-labs/FLUX.2-klein-9B';
const diffusion = 'stabilityai/stable-diffusion-3-medium-diffusers';

afterEach(() => vi.unstubAllGlobals());

/** Hugging Face's own client, which knows no other address than the real ones: they lead to a sandbox here. */
function setUp(fault?: FaultKind) {
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, baseUrl: origin });
  if (fault !== undefined) sandbox.faults.add({ kind: fault });
  const redirected = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname, search, host } = new URL(request.url);
    const home = host.endsWith('huggingface.co') ? '/huggingface' : '';
    return sandbox.fetch(new Request(`${origin}${home}${pathname}${search}`, request));
  };
  vi.stubGlobal('fetch', redirected);
  return { sandbox, client: new InferenceClient('hf_sandbox_token'), send: redirected };
}

async function pictureOf(blob: Blob | string) {
  if (typeof blob === 'string') throw new Error('Expected a file');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const { width, height, format } = await sharp(bytes).metadata();
  return { bytes, width, height, format };
}

const photo = (background: string) =>
  sharp({ create: { width: 160, height: 96, channels: 3, background } })
    .png()
    .toBuffer();

describe('Hugging Face’s own client', { timeout: 20_000 }, () => {
  it('makes a picture over the fal route, of the size asked for', async () => {
    const { sandbox, client } = setUp();
    const parameters: Record<string, object> = { image_size: { width: 640, height: 384 } };
    const made = await client.textToImage({ provider: 'fal-ai', model: flux, inputs: 'a lake', parameters });
    expect(await pictureOf(made as unknown as Blob)).toMatchObject({ width: 640, height: 384, format: 'jpeg' });
    expect(sandbox.bills()).toMatchObject([{ model: flux, micros: 25_000, refunded: false }]);
  });

  it('edits a picture over the fal route, and the result depends on it', async () => {
    const { sandbox, client } = setUp();
    const edit = async (color: string) => {
      const inputs = new Blob([new Uint8Array(await photo(color))], { type: 'image/png' });
      const parameters = { prompt: 'make it dusk' };
      return pictureOf(await client.imageToImage({ provider: 'fal-ai', model: klein, inputs, parameters }));
    };
    const [red, blue] = [await edit('#a33'), await edit('#33a')];
    expect(red).toMatchObject({ width: 160, height: 96, format: 'png' });
    expect(Buffer.compare(red.bytes, blue.bytes)).not.toBe(0);
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([22_000, 22_000]);
  });

  it('makes a picture at hf-inference, and the result depends on the prompt', async () => {
    const { sandbox, client } = setUp();
    const make = async (inputs: string) => {
      const parameters = { width: 320, height: 256 };
      const made = await client.textToImage({ provider: 'hf-inference', model: diffusion, inputs, parameters });
      return pictureOf(made as unknown as Blob);
    };
    const [lake, wood] = [await make('a lake'), await make('a wood')];
    expect(lake).toMatchObject({ width: 320, height: 256, format: 'png' });
    expect(Buffer.compare(lake.bytes, wood.bytes)).not.toBe(0);
    expect(sandbox.bills()).toHaveLength(2);
  });

  it.each([
    ['vendor_quota', /exceeded your monthly included credits/],
    ['rejected', /Bad Request/],
    ['moderation', /malformed response/],
  ] as const)('shows %s as it does at the real place', async (fault, message) => {
    const { client } = setUp(fault);
    await expect(client.textToImage({ provider: 'fal-ai', model: flux, inputs: 'a lake' })).rejects.toThrow(message);
  });
});

describe('Hugging Face in the sandbox', () => {
  const post = (path: string, body: object, headers: Record<string, string> = { authorization: 'Bearer hf_x' }) =>
    new Request(`${origin}/huggingface/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });

  it('lets nobody in without a token, and knows no other models', async () => {
    const { sandbox } = setUp();
    const refused = await sandbox.fetch(post('fal-ai/fal-ai/flux/dev', { prompt: 'x' }, {}));
    expect([refused.status, await refused.json()]).toEqual([401, { error: 'Invalid username or password.' }]);
    expect((await sandbox.fetch(post('fal-ai/fal-ai/other', { prompt: 'x' }))).status).toBe(404);
  });

  it('says what is wrong with an input in the result of its job, and bills nothing', async () => {
    const { sandbox } = setUp();
    const taken = await sandbox.fetch(post('fal-ai/fal-ai/flux/dev', { prompt: 'x', num_images: 9 }));
    const { response_url } = (await taken.json()) as { response_url: string };
    const { pathname } = new URL(response_url);
    const headers = { authorization: 'Bearer hf_x' };
    const result = await sandbox.fetch(new Request(`${origin}/huggingface/fal-ai${pathname}`, { headers }));
    expect(result.status).toBe(422);
    expect(await result.json()).toMatchObject({ detail: [{ loc: ['body', 'num_images'], type: 'value_error' }] });
    expect(sandbox.bills()).toEqual([]);
  });

  it('bills by the whole megapixel and the picture', async () => {
    const { sandbox } = setUp();
    for (const body of [
      { image_size: 'square_hd' },
      { image_size: { width: 1032, height: 1024 } },
      { image_size: 'square', num_images: 3 },
    ])
      await sandbox.fetch(post('fal-ai/fal-ai/flux/dev', { prompt: 'x', ...body }));
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([25_000, 50_000, 75_000]);
  });
});
