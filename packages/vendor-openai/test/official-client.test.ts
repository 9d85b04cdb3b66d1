import { createSandbox, listen, type Sandbox } from '@image-studio/sandbox';
import OpenAI, { toFile } from 'openai';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let sandbox: Sandbox;
let server: Awaited<ReturnType<typeof listen>>;
beforeEach(async () => {
  sandbox = createSandbox({ delayMs: { queue: 0, image: 0 } });
  server = await listen(sandbox);
});
afterEach(() => server.close());
const client = (path = '/openai') => new OpenAI({ apiKey: 'any', baseURL: `${server.url}${path}` });
const model = 'gpt-image-2';

/** A picture of one colour, as PNG; with a share of its width seen through. */
async function pngOf(background: string, holeWidth = 0): Promise<Buffer> {
  const hole = {
    input: { create: { width: Math.max(1, holeWidth), height: 64, channels: 4, background: '#fff' } },
  } as const;
  const whole = sharp({ create: { width: 96, height: 64, channels: 4, background } });
  const holes = holeWidth > 0 ? [{ ...hole, left: 0, top: 0, blend: 'dest-out' } as const] : [];
  return whole.composite(holes).png().toBuffer();
}

async function pixels(base64: string | undefined) {
  const { data, info } = await sharp(Buffer.from(base64 ?? '', 'base64'))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)];
  return { ...info, at, data };
}

describe('OpenAI’s own client', () => {
  it('generates pictures that differ by the prompt, and sees the tokens it is billed for', async () => {
    const made = await client().images.generate({ model, prompt: 'a boat', size: '1024x1024', quality: 'low', n: 2 });
    const other = await client('/openai/v1').images.generate({ model, prompt: 'a hill', quality: 'low' });
    const first = await pixels(made.data?.[0]?.b64_json);
    expect(first).toMatchObject({ width: 1024, height: 1024 });
    expect(Buffer.compare(first.data, (await pixels(other.data?.[0]?.b64_json)).data)).not.toBe(0);
    const { input_tokens = 0, output_tokens = 0 } = made.usage ?? {};
    expect(sandbox.bills()[0]).toMatchObject({ model, micros: input_tokens * 5 + output_tokens * 30 });
  });

  it('edits where the mask is transparent, and nowhere else', async () => {
    const image = await toFile(await pngOf('#47a'), 'photo.png', { type: 'image/png' });
    const mask = await toFile(await pngOf('#fff', 48), 'mask.png', { type: 'image/png' });
    const made = await client().images.edit({ model, image, mask, prompt: 'make it dusk', quality: 'low' });
    const picture = await pixels(made.data?.[0]?.b64_json);
    expect(picture).toMatchObject({ width: 1536, height: 1024 });
    expect(picture.at(1400, 100)).toEqual([0x44, 0x77, 0xaa]);
    expect(picture.at(100, 100)).not.toEqual([0x44, 0x77, 0xaa]);
  });

  it('takes several pictures, and another format', async () => {
    const images = ['#47a', '#a47'].map(async (colour) => toFile(await pngOf(colour), 'x.png', { type: 'image/png' }));
    const request = {
      model,
      image: await Promise.all(images),
      prompt: 'both',
      quality: 'low',
      output_format: 'webp',
    } as const;
    const made = await client().images.edit(request);
    expect((await sharp(Buffer.from(made.data?.[0]?.b64_json ?? '', 'base64')).metadata()).format).toBe('webp');
    expect(sandbox.bills()[0]!.inputs).toMatchObject({ images: 2 });
  });

  it.each([
    ['moderation', { status: 400, code: 'moderation_blocked', type: 'image_generation_user_error' }],
    ['rejected', { status: 400, code: 'invalid_value' }],
    ['error_before', { status: 503 }],
    ['vendor_quota', { status: 429, code: 'insufficient_quota' }],
  ] as const)('understands the error of %s, and nothing is billed', async (kind, error) => {
    sandbox.faults.add({ kind, times: 9 });
    const asked = client().images.generate({ model, prompt: 'x' }, { maxRetries: 0 });
    await expect(asked).rejects.toMatchObject({ ...error, requestID: expect.stringMatching(/^req_/) });
    expect(sandbox.bills()).toEqual([]);
  });

  it('waits and tries again after a rate limit', async () => {
    sandbox.faults.add({ kind: 'too_many', retryAfterSeconds: 0 });
    await client().images.generate({ model, prompt: 'x', quality: 'low' });
    expect(sandbox.requests()).toHaveLength(2);
  });

  it.each([
    [{ prompt: 'x', response_format: 'b64_json' }, 'unknown_parameter'],
    [{ prompt: 'x', quality: 'xhigh' }, 'invalid_value'],
    [{ prompt: 'x', size: '1000x1000' }, 'invalid_value'],
    [{ prompt: 'x', size: '3840x1024' }, 'invalid_value'],
    [{ prompt: 'x', n: 11 }, 'invalid_value'],
    [{ prompt: '' }, 'missing_required_parameter'],
    [{ prompt: 'x', model: 'dall-e-3' }, 'model_not_found'],
    [{ prompt: 'x', background: 'transparent', output_format: 'jpeg' }, 'invalid_value'],
  ])('is refused %j, as OpenAI refuses it', async (request, code) => {
    const asked = client().images.generate({ model, ...request } as never);
    await expect(asked).rejects.toMatchObject({ code });
    expect(sandbox.bills()).toEqual([]);
  });

  it('is refused a mask without transparency or of another size', async () => {
    const image = await toFile(await pngOf('#47a'), 'photo.png', { type: 'image/png' });
    const grey = await sharp(await pngOf('#fff'))
      .removeAlpha()
      .png()
      .toBuffer();
    const small = await sharp(await pngOf('#fff', 9))
      .resize(48, 32)
      .png()
      .toBuffer();
    for (const bytes of [grey, small]) {
      const mask = await toFile(bytes, 'mask.png', { type: 'image/png' });
      const asked = client().images.edit({ model, image, mask, prompt: 'x' });
      await expect(asked).rejects.toMatchObject({ status: 400, param: 'mask' });
    }
  });

  it('lists the models that answer', async () => {
    const ids = (await client().models.list()).data.map(({ id }) => id);
    expect(ids).toContain('gpt-image-2.5-flare');
    expect(ids).not.toContain('gpt-image-1');
  });
});
