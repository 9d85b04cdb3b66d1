import { priceOf } from '@image-studio/core';
import { describe, expect, it } from 'vitest';
import { videoSpec } from '../src/index.ts';
import { picture, setUp } from './set-up.ts';

const inputs = { image: await picture('#47a'), prompt: 'the camera moves in' };

describe('a video', () => {
  it.each(Object.entries(videoSpec.models))('by %s is made and bills what was quoted', async (id, row) => {
    const { sandbox, toVideo } = setUp();
    const needed = Object.entries(inputs).filter(([name]) => row.needs.some((need) => need.split('.')[0] === name));
    const result = await toVideo({ ...Object.fromEntries(needed), model: [id] } as never);
    expect(result.outputs).toMatchObject([{ kind: 'video', mediaType: 'video/mp4', seconds: 5 }]);
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
    expect(result.charge).toBe(priceOf(row.price, {}).micros);
  });

  it.each([
    [3, '480p', 150_000],
    [10, '480p', 500_000],
    [4, '1080p', 600_000],
  ])('of %d seconds at %s costs %d micro-dollars, as the vendor bills', async (seconds, resolution, micros) => {
    const { sandbox, toVideo } = setUp();
    const result = await toVideo({ model: 'wan-2.5-image-to-video', ...inputs, seconds, resolution });
    expect([result.charge, ...sandbox.bills().map((bill) => bill.micros)]).toEqual([micros, micros]);
    expect(result).toMatchObject({ warnings: [], outputs: [{ seconds, height: Number.parseInt(resolution, 10) }] });
  });

  it('is as long and as sharp as its model makes it, and says so', async () => {
    const { sent, toVideo } = setUp();
    const result = await toVideo({ model: 'kandinsky5-pro', ...inputs, seconds: 7, resolution: '480p' });
    expect(sent()).toMatchObject({ duration: 5, resolution: '512p' });
    expect(result.warnings).toMatchObject([
      { code: 'seconds_adjusted', asked: '7', planned: '5' },
      { code: 'resolution_adjusted', asked: '480p', planned: '512p' },
    ]);
  });

  it('ends with the picture given for that', async () => {
    const { sent, toVideo } = setUp();
    await toVideo({
      model: 'seedance-v1-lite-i2v-480p',
      image: inputs.image,
      lastImage: await picture('#a47'),
      seconds: 2,
    });
    expect(sent()).toMatchObject({ image: expect.any(String), last_image: expect.any(String), duration: 2 });
  });

  it.each([
    ['a resolution that is none', { ...inputs, resolution: 'large' }, 'invalid_request'],
    ['a picture for sound', { model: 'wan-2.5-image-to-video', ...inputs, audio: inputs.image }, 'invalid_request'],
    [
      'a last picture for a model that takes none',
      { model: 'kandinsky5-pro', ...inputs, lastImage: inputs.image },
      'unsupported',
    ],
  ])('with %s is refused before anything is spent', async (_, request, code) => {
    const { sandbox, toVideo } = setUp();
    await expect(toVideo(request as never)).rejects.toMatchObject({ code, billed: 'no' });
    expect(sandbox.bills()).toEqual([]);
  });
});
