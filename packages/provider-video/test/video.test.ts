import { priceOf } from '@image-studio/core';
import { describe, expect, it } from 'vitest';
import { videoSpec } from '../src/index.ts';
import { picture, setUp } from './set-up.ts';

const inputs = { image: await picture('#47a'), prompt: 'the camera moves in' };

/** A second of silence. */
const wav = Buffer.concat([
  Buffer.from('RIFF\x24\x04\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\0\x04\0\0\0\x04\0\0\x01\0\x08\0', 'latin1'),
  Buffer.from('data\0\x04\0\0', 'latin1'),
  Buffer.alloc(1024, 128),
]);

describe('a video', { timeout: 30_000 }, () => {
  it.each(Object.entries(videoSpec.models).filter(([, row]) => row.alias !== undefined))(
    'by %s is made and bills what was quoted',
    async (id, row) => {
      const { sandbox, toVideo } = setUp({ mostPixels: 10_000 });
      const needed = Object.entries(inputs).filter(([name]) => row.needs.some((need) => need.split('.')[0] === name));
      const result = await toVideo({ ...Object.fromEntries(needed), model: [id] } as never);
      expect(result.outputs).toMatchObject([{ kind: 'video', mediaType: 'video/mp4', seconds: expect.any(Number) }]);
      expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
      expect(result.charge).toBe(priceOf(row.price, {}).micros);
    },
  );

  it('of three seconds at 480p is that long and that high, and costs what the vendor bills', async () => {
    const { sandbox, toVideo } = setUp();
    const result = await toVideo({ model: 'wan-2.5-image-to-video', ...inputs, seconds: 3, resolution: '480p' });
    expect([result.charge, ...sandbox.bills().map((bill) => bill.micros)]).toEqual([150_000, 150_000]);
    expect(result).toMatchObject({ warnings: [], outputs: [{ seconds: 3, width: 720, height: 480 }] });
  });

  it.each([
    ['wan-2.5-image-to-video', 10, '480p', 500_000],
    ['wan-2.5-image-to-video', 4, '1080p', 600_000],
    ['wan-2.5-image-to-video', 10, undefined, 1_000_000],
    ['kling-v2.5-turbo-pro', 10, undefined, 700_000],
    ['kandinsky5-pro', 5, '1024p', 200_000],
  ] as const)(
    'by %s of %d seconds at %s costs %d micro-dollars, as the vendor’s price call says',
    async (model, duration, resolution, micros) => {
      const { wavespeed } = setUp();
      const row = Object.values(videoSpec.models).find(({ alias }) => alias === model)!;
      const body = { image: 'https://example.com/a.png', prompt: 'x', duration, ...(resolution ? { resolution } : {}) };
      expect(priceOf(row.price, body).micros).toBe(micros);
      expect((await wavespeed.price(row.endpoint, body)).listMicros).toBe(micros);
    },
  );

  it('is as long and as sharp as its model makes it, and says so', async () => {
    const { sent, toVideo } = setUp();
    const result = await toVideo({ model: 'kandinsky5-pro', ...inputs, seconds: 7, resolution: '480p' });
    expect(sent()).toMatchObject({ duration: 5, resolution: '512p' });
    expect(result.warnings).toMatchObject([
      { code: 'seconds_adjusted', asked: '7', planned: '5' },
      { code: 'resolution_adjusted', asked: '480p', planned: '512p' },
    ]);
  });

  it('follows the sound given', async () => {
    const { sent, toVideo } = setUp();
    const seconds = 3;
    await toVideo({ model: 'wan-2.5-image-to-video', ...inputs, audio: wav, seconds, resolution: '480p' });
    expect(sent()).toMatchObject({ audio: expect.stringMatching(/\.wav$/) });
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
