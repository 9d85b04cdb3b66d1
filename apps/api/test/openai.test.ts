import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateImage } from 'ai';
import OpenAI, { APIError, AuthenticationError, NotFoundError, toFile } from 'openai';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { photo, useServer } from './server.ts';

const { current } = useServer();
const client = (key = current().key) => new OpenAI({ apiKey: key, baseURL: `${current().url}/v1` });
const file = () => toFile(photo, 'photo.jpg');
const sizeOf = async (base64: string | undefined) => {
  const { width, height } = await sharp(Buffer.from(base64 ?? '', 'base64')).metadata();
  return [width, height];
};
const runs = async (key?: string) => (await current().call('GET', '/v1/runs', key ? { key } : {})).body.data;

/** A picture of which the left half is transparent. */
const halfMask = async () => {
  const raw = Buffer.alloc(96 * 64 * 4, 255);
  for (let pixel = 0; pixel < 96 * 64; pixel++) if (pixel % 96 < 48) raw[pixel * 4 + 3] = 0;
  return sharp(raw, { raw: { width: 96, height: 64, channels: 4 } })
    .png()
    .toBuffer();
};

describe('the official OpenAI client', { timeout: 60_000 }, () => {
  it('generates, and gets base64 or a link', async () => {
    const wish = { model: 'qwen-image', prompt: 'a harbour', size: '512x768' as never };
    const { data, response } = await client()
      .images.generate({ ...wish, quality: 'high' })
      .withResponse();
    expect(await sizeOf(data.data?.[0]?.b64_json)).toEqual([512, 768]);
    expect(data).toMatchObject({ created: expect.any(Number), size: '512x768', usage: { total_tokens: 0 } });
    expect(response.headers.get('x-ignored-parameters')).toBe('quality');
    expect(Number(response.headers.get('x-cost-usd'))).toBeGreaterThan(0);
    expect(response.headers.get('x-run-id')).toBe((await runs())[0].id);
    const linked = await client().images.generate({ ...wish, response_format: 'url', n: 2 });
    expect(linked.data).toHaveLength(2);
    expect((await fetch(linked.data![0]!.url!)).status).toBe(200);
  });

  it('edits one picture or several, with a mask whose transparent part is edited', async () => {
    const edited = await client().images.edit({ model: 'qwen-edit', prompt: 'dusk', image: await file() });
    expect(await sizeOf(edited.data?.[0]?.b64_json)).toEqual([expect.any(Number), expect.any(Number)]);
    const several = { prompt: 'together', image: [await file(), await file()] };
    const joined = await client().images.edit({ model: 'qwen-edit-plus', ...several });
    expect(joined.data).toHaveLength(1);
    const mask = await toFile(await halfMask(), 'mask.png');
    const masked = await client().images.edit({
      model: 'z-image-turbo-inpaint',
      prompt: 'a boat',
      image: await file(),
      mask,
    });
    expect(masked.data).toHaveLength(1);
    const [{ input }] = await runs();
    const kept = await current().call('GET', `/v1/assets/${input.mask}/content`);
    const shades = await sharp(
      await (await fetch(kept.response.url, { headers: { authorization: `Bearer ${current().key}` } })).bytes(),
    )
      .greyscale()
      .raw()
      .toBuffer();
    expect([shades[0], shades[95]]).toEqual([255, 0]);
  });

  it('streams: keep-alive, then the finished picture', async () => {
    const stream = await client().images.generate({ model: 'qwen-image', prompt: 'a harbour', stream: true });
    const events = [];
    for await (const event of stream) events.push(event);
    expect(events).toMatchObject([{ type: 'image_generation.completed', usage: { total_tokens: 0 } }]);
    expect(await sizeOf((events[0] as { b64_json: string }).b64_json)).toEqual([
      expect.any(Number),
      expect.any(Number),
    ]);
    const edits = await client().images.edit({ model: 'qwen-edit', prompt: 'x', image: await file(), stream: true });
    for await (const event of edits) expect(event.type).toBe('image_edit.completed');
  });

  it('gets its own errors: a wrong key, an unknown model, a wrong request, a picture that is none', async () => {
    const wish = { model: 'qwen-image', prompt: 'x' };
    await expect(client('is_test_wrong').images.generate(wish)).rejects.toThrow(AuthenticationError);
    const unknown = client().images.generate({ ...wish, model: 'dall-e-9' });
    await expect(unknown).rejects.toMatchObject({
      status: 404,
      code: 'model_not_found',
      type: 'invalid_request_error',
    });
    await expect(unknown).rejects.toThrow(NotFoundError);
    await expect(client().images.generate({ ...wish, n: 99 })).rejects.toMatchObject({ status: 400, param: 'n' });
    const text = await toFile(Buffer.from('no picture'), 'a.png');
    const edit = client().images.edit({ model: 'qwen-edit', prompt: 'x', image: text });
    await expect(edit).rejects.toMatchObject({ status: 400, requestID: expect.stringMatching(/^req_/) });
    const opaque = await toFile(photo, 'mask.jpg');
    const masked = client().images.edit({
      model: 'z-image-turbo-inpaint',
      prompt: 'x',
      image: await file(),
      mask: opaque,
    });
    await expect(masked).rejects.toThrow('transparency');
    const variation = client().images.createVariation({ image: await file() });
    await expect(variation).rejects.toMatchObject({ status: 404 });
  });

  it('does not repeat what was begun: a failed run is paid at most once', async () => {
    const key = await current().keyFor('careful');
    const failing = { model: 'qwen-image', prompt: 'x' };
    const before = current().logged.length;
    const { composition } = current();
    const { studios } = composition.services;
    const wait = studios.test.runs.wait;
    const broken = { ...studios.test.runs, wait: () => Promise.reject(new Error('a fault of ours')) };
    Object.assign(studios.test, { runs: broken });
    const failed = client(key).images.generate(failing);
    await expect(failed).rejects.toThrow(APIError);
    Object.assign(studios.test, { runs: { ...broken, wait } });
    const posts = current()
      .logged.slice(before)
      .filter((line) => line.includes('/v1/images/generations'));
    expect(posts).toHaveLength(1);
    expect(await runs(key)).toHaveLength(1);
  });

  it('can be told to be the same request', async () => {
    const key = await current().keyFor('repeating');
    const options = { headers: { 'idempotency-key': 'once' } };
    const wish = { model: 'qwen-image', prompt: 'once' };
    const [first, second] = [
      await client(key).images.generate(wish, options),
      await client(key).images.generate(wish, options),
    ];
    expect(second.data?.[0]?.b64_json).toBe(first.data?.[0]?.b64_json);
    expect(await runs(key)).toHaveLength(1);
    const long = Array.from({ length: 6000 }, (_, index) => ((index * 7919) % 36).toString(36)).join('');
    const refused = client(key).images.generate(wish, { headers: { 'idempotency-key': long }, maxRetries: 0 });
    await expect(refused).rejects.toMatchObject({ status: 400 });
  });
});

describe('OpenAI’s JSON form of an edit', () => {
  it('takes links, kept files and a mask', async () => {
    const kept = (await current().call('POST', '/v1/assets', { body: current().form({ file: photo }) })).body.id;
    const mask = `data:image/png;base64,${(await halfMask()).toString('base64')}`;
    const body = {
      model: 'z-image-turbo-inpaint',
      prompt: 'x',
      images: [{ file_id: kept }],
      mask: { image_url: mask },
    };
    expect((await current().call('POST', '/v1/images/edits', { body })).status).toBe(200);
    const inside = { ...body, mask: { image_url: 'https://127.0.0.1/mask.png' } };
    expect(await current().call('POST', '/v1/images/edits', { body: inside })).toMatchObject({ status: 400 });
    const other = await current().keyFor('stranger');
    expect(await current().call('POST', '/v1/images/edits', { body, key: other })).toMatchObject({ status: 404 });
    expect(await current().call('POST', '/v1/images/edits', { body: { prompt: 'x' } })).toMatchObject({
      status: 400,
      body: { error: { param: 'image' } },
    });
  });
});

describe('the AI SDK', { timeout: 60_000 }, () => {
  const model = (id: string) =>
    createOpenAICompatible({ name: 'studio', apiKey: current().key, baseURL: `${current().url}/v1` }).imageModel(id);

  it('generates and edits', async () => {
    const made = await generateImage({ model: model('qwen-image'), prompt: 'a harbour', size: '512x512' });
    expect(await sizeOf(made.image.base64)).toEqual([512, 512]);
    const images = [new Uint8Array(await photo.arrayBuffer())];
    const edited = await generateImage({ model: model('qwen-edit'), prompt: { images, text: 'make it dusk' } });
    expect(edited.images).toHaveLength(1);
  });
});
