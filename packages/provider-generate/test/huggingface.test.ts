import { createSandbox } from '@image-studio/sandbox';
import { createHuggingface } from '@image-studio/vendor-huggingface';
import { describe, expect, it } from 'vitest';
import { createGenerate, generateSpec } from '../src/index.ts';
import { huggingfaceGenerate } from '../src/huggingface.ts';

const flux = 'huggingface/black-forest-labs/FLUX.1-dev';
const diffusion = 'huggingface/stabilityai/stable-diffusion-3-medium-diffusers';
const listed = Object.entries(generateSpec.models).filter(([, { listedOnly }]) => listedOnly !== undefined);

function setUp() {
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, baseUrl: 'http://sandbox.invalid' });
  const fetch = (request: Request) => sandbox.fetch(request);
  const huggingface = createHuggingface({ token: 'hf_k', baseUrl: 'http://sandbox.invalid/huggingface', fetch });
  return { sandbox, generate: createGenerate({ providers: { huggingface: huggingfaceGenerate(huggingface) } }) };
}

describe('a generation by Hugging Face', { timeout: 20_000 }, () => {
  it('over the fal route has the size and the number asked for, at the price quoted', async () => {
    const { sandbox, generate } = setUp();
    const size = { width: 640, height: 384 };
    const result = await generate({ model: flux, prompt: 'a lake', size, count: 2, options: { output_format: 'png' } });
    expect(result.outputs).toMatchObject([
      { mediaType: 'image/png', ...size },
      { mediaType: 'image/png', ...size },
    ]);
    expect(sandbox.bills()).toMatchObject([{ micros: result.charge, inputs: { image_size: size, num_images: 2 } }]);
    expect(result.charge).toBe(50_000);
  });

  it('at hf-inference costs its computing time, less than what was held', async () => {
    const { sandbox, generate } = setUp();
    const result = await generate({ model: diffusion, prompt: 'a lake', negativePrompt: 'boats', aspectRatio: '4:3' });
    expect(result.outputs).toMatchObject([{ width: 1184, height: 888, url: null }]);
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
    expect(result.charge).toBeLessThan(14_400);
    expect(sandbox.bills()[0]!.inputs).toMatchObject({ inputs: 'a lake', negative_prompt: 'boats', seed: result.seed });
  });

  it.each(listed)('by %s, which is listed only, is refused before anything is sent', async (id, { listedOnly }) => {
    const { sandbox, generate } = setUp();
    const refused = generate({ model: [id], prompt: 'a lake' } as never);
    await expect(refused).rejects.toMatchObject({
      code: 'unsupported',
      billed: 'no',
      message: expect.stringContaining(listedOnly!),
      details: { models: [flux, diffusion] },
    });
    expect(sandbox.requests()).toEqual([]);
  });
});
