import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createSandbox, type SandboxOptions } from '../src/index.ts';
import { leftHalfMask, pixel, plain } from './caller.ts';
import { manualClock } from './manual-clock.ts';
import { bytesOf, type ErrorBody, stabilityCaller } from './stability-caller.ts';

const instant = { queue: 0, image: 0 };
const core = 'stable-image/generate/core';
const blue = [0x33, 0x66, 0xcc];
const photo = await plain(96, 64);

function setUp(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ delayMs: instant, ...options });
  return { sandbox, ...stabilityCaller(sandbox) };
}

describe('a request that is right', () => {
  test('is answered with the file, its seed and how it ended, and billed in credits', async () => {
    const { sandbox, post } = setUp();
    const answer = await post(core, { prompt: 'a lake', seed: '7', output_format: 'jpeg', aspect_ratio: '16:9' });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'finish-reason': 'SUCCESS',
      seed: '7',
    });
    expect(await sharp(await bytesOf(answer)).metadata()).toMatchObject({ format: 'jpeg', width: 1664, height: 896 });
    expect(sandbox.bills()).toMatchObject([{ model: core, micros: 30_000, inputs: { prompt: 'a lake', seed: '7' } }]);
  });

  test('is answered with JSON when that is asked for', async () => {
    const { post } = setUp();
    const answer = await post(core, { prompt: 'x', seed: '7' }, { accept: 'application/json' });
    expect(answer.headers.get('content-type')).toBe('application/json; type=image/png');
    expect(answer.headers.has('seed')).toBe(false);
    const { image, ...rest } = (await answer.json()) as { image: string };
    expect(rest).toEqual({ finish_reason: 'SUCCESS', seed: 7 });
    expect(await sharp(Buffer.from(image, 'base64')).metadata()).toMatchObject({ format: 'png', width: 1216 });
  });

  test.each([
    ['sd3.5-large', 65_000],
    ['sd3.5-large-turbo', 40_000],
    ['sd3.5-medium', 35_000],
    ['sd3.5-flash', 25_000],
  ])('to Stable Diffusion 3.5 costs by its model %s', async (model, micros) => {
    const { sandbox, post } = setUp();
    await post('stable-image/generate/sd3', { prompt: 'x', model });
    expect(sandbox.bills().map((bill) => bill.micros)).toEqual([micros]);
  });

  test('changes with the words, the seed and the picture', async () => {
    const { post } = setUp();
    const path = 'stable-image/control/sketch';
    const requests = [
      { image: photo, prompt: 'one', seed: '1' },
      { image: photo, prompt: 'two', seed: '1' },
      { image: photo, prompt: 'one', seed: '2' },
      { image: await plain(96, 64, '#cc6633'), prompt: 'one', seed: '1' },
    ];
    const made = await Promise.all(requests.map(async (fields) => bytesOf(await post(path, fields))));
    expect(new Set(made.map((bytes) => Buffer.from(bytes).toString('base64'))).size).toBe(4);
    expect(await bytesOf(await post(path, requests[0]!))).toEqual(made[0]);
  });

  test('paints where the mask is white, or without one where the picture is transparent', async () => {
    const { post } = setUp();
    const mask = await leftHalfMask(96, 64);
    const half = await sharp(photo).joinChannel(await sharp(mask).extractChannel(0).negate().raw().toBuffer(), {
      raw: { width: 96, height: 64, channels: 1 },
    });
    for (const fields of [{ image: photo, mask }, { image: new Uint8Array(await half.png().toBuffer()) }]) {
      const bytes = await bytesOf(await post('stable-image/edit/inpaint', { prompt: 'x', ...fields }));
      expect(await pixel(bytes, 70, 10)).toEqual(blue);
      expect(await pixel(bytes, 20, 10)).not.toEqual(blue);
    }
  });

  test('for a 3D model gives one, without the marks of a picture', async () => {
    const { post } = setUp();
    const answer = await post('3d/stable-fast-3d', { image: photo });
    expect(answer.headers.get('content-type')).toBe('model/gltf-binary');
    expect([answer.headers.has('seed'), answer.headers.has('finish-reason')]).toEqual([false, false]);
    expect(
      Buffer.from(await bytesOf(answer))
        .subarray(0, 4)
        .toString(),
    ).toBe('glTF');
  });
});

const wide = await plain(300, 100);
const tiny = await plain(60, 60);
describe('a request that is wrong costs nothing:', () => {
  test.each([
    [core, {}, 'prompt: is required'],
    [core, { prompt: '' }, 'prompt'],
    [core, { prompt: 'x', colour: 'red' }, 'colour: is not allowed'],
    [core, { prompt: 'x', aspect_ratio: '4:3' }, 'aspect_ratio: must be one of'],
    [core, { prompt: 'x', seed: '4294967295' }, 'seed: must be between'],
    [core, { prompt: 'x', seed: '1.5' }, 'seed: must be a integer'],
    ['stable-image/generate/ultra', { prompt: 'x', image: photo }, 'image: needs strength'],
    ['stable-image/generate/sd3', { prompt: 'x', image: photo, strength: '1' }, 'mode: must be image-to-image'],
    ['stable-image/edit/outpaint', { image: photo, left: '0' }, 'at least one of left'],
    ['stable-image/edit/erase', { image: Buffer.from('no picture') }, 'image: is no image'],
    ['stable-image/edit/erase', { image: 'text' }, 'image: must be a file'],
    ['stable-image/control/structure', { image: wide, prompt: 'x' }, 'aspect ratio'],
    ['stable-image/edit/remove-background', { image: tiny }, 'at least 4096 pixels'],
    ['3d/stable-point-aware-3d', { image: photo }, 'Image width and height must be at least 640'],
  ])('%s %o', async (path, fields, words) => {
    const { sandbox, post } = setUp();
    const answer = await post(path, fields);
    expect(answer.status).toBe(400);
    const { name, errors } = (await answer.json()) as ErrorBody;
    expect([name, errors?.[0]]).toEqual(['bad_request', expect.stringContaining(words)]);
    expect(sandbox.bills()).toEqual([]);
  });

  test.each([
    ['an unknown path', 'stable-image/generate/dall-e', { prompt: 'x' }, 404, 'not_found'],
    ['another language', core, { prompt: 'Ein Bär 在海边' }, 422, 'invalid_language'],
    ['more than 10 MiB', core, { prompt: 'x', image: new Uint8Array(11e6) }, 413, 'payload_too_large'],
  ])('%s', async (_name, path, fields, status, name) => {
    const { sandbox, post } = setUp();
    const answer = await post(path, fields);
    expect([answer.status, ((await answer.json()) as ErrorBody).name]).toEqual([status, name]);
    expect(sandbox.bills()).toEqual([]);
  });

  test('no key, a wrong key, no credits', async () => {
    const { sandbox, post } = setUp({ apiKeys: ['sk-test'], balanceMicros: 29_999 });
    const noKey = await sandbox.fetch(new Request('http://a.invalid/stability/v1/user/balance'));
    expect([noKey.status, await noKey.json()]).toMatchObject([401, { message: 'missing authorization header' }]);
    expect((await stabilityCaller(sandbox, 'sk-other').post(core, { prompt: 'x' })).status).toBe(401);
    expect((await post(core, { prompt: 'x' })).status).toBe(402);
    expect(sandbox.bills()).toEqual([]);
  });
});

test('after 150 requests in ten seconds nothing is taken for a minute', async () => {
  const clock = manualClock();
  const { get } = setUp({ clock });
  const status = async () => (await get('v1/user/balance')).status;
  for (let count = 0; count < 150; count++) expect(await status()).toBe(200);
  expect(await status()).toBe(429);
  clock.advance(59_999);
  expect(await status()).toBe(429);
  clock.advance(1);
  expect(await status()).toBe(200);
});

test('the balance is in credits', async () => {
  const { get, post } = setUp({ balanceMicros: 1_000_000 });
  await post(core, { prompt: 'x' });
  expect(await (await get('v1/user/balance')).json()).toEqual({ credits: 97 });
});
