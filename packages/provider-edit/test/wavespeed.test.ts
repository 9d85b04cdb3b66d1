import { isStudioError, priceOf } from '@image-studio/core';
import { createSandbox, type FaultKind } from '@image-studio/sandbox';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createEdit, editSpec } from '../src/index.ts';
import { wavespeedEdit } from '../src/wavespeed.ts';

const baseUrl = 'http://wavespeed.sandbox.invalid';
const [width, height] = [96, 64];
const photo = new Uint8Array(
  await sharp({ create: { width, height, channels: 3, background: '#47a' } })
    .jpeg()
    .toBuffer(),
);
const left = {
  input: { create: { width: width / 2, height, channels: 3, background: '#fff' } },
  left: 0,
  top: 0,
} as const;
const mask = new Uint8Array(
  await sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite([left])
    .png()
    .toBuffer(),
);

function setUp() {
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, baseUrl });
  const wavespeed = createWavespeed({ apiKey: 'test', baseUrl, fetch: (request) => sandbox.fetch(request) });
  const impatient = { ...wavespeed, policy: { ...wavespeed.policy, poll: { firstMs: 1, factor: 1, maxMs: 1 } } };
  return { sandbox, edit: createEdit({ providers: { wavespeed: wavespeedEdit(impatient) } }) };
}

describe('an edit by WaveSpeed', () => {
  it.each(Object.entries(editSpec.models))('%s makes a picture and bills what was quoted', async (id, row) => {
    const { sandbox, edit } = setUp();
    const inputs = { prompt: 'make it dusk', image: photo, mask, aspectRatio: '16:9' };
    const needed = Object.fromEntries(
      Object.entries(inputs).filter(([name]) => (row.needs as readonly string[]).includes(name)),
    );
    const result = await edit({ model: [id as 'qwen-edit'], ...needed });
    expect(result.outputs[0]).toMatchObject({ kind: 'image', width: expect.any(Number) });
    expect(result.outputs[0]!.sha256).not.toBe(result.runId);
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
    expect(result.charge).toBe(priceOf(row.price, {}).micros);
  });
});
