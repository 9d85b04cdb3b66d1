import { fastClock } from '@image-studio/core/contracts';
import { createSandbox } from '@image-studio/sandbox';
import { createLocal } from '@image-studio/vendor-local';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import sharp from 'sharp';
import { createUpscale } from '../src/index.ts';
import { localUpscale } from '../src/local.ts';
import { wavespeedUpscale } from '../src/wavespeed.ts';

/** A small photo. */
export const photo = new Uint8Array(
  await sharp({ create: { width: 96, height: 64, channels: 3, background: '#47a' } })
    .jpeg()
    .toBuffer(),
);

/** The upscale entry point on a sandbox of its own, without waiting. */
export function setUp(options: { readonly mostPixels?: number } = {}) {
  const clock = fastClock();
  const baseUrl = 'http://wavespeed.sandbox.invalid';
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, clock, baseUrl, ...options });
  const wavespeed = createWavespeed({ apiKey: 'test', baseUrl, clock, fetch: (request) => sandbox.fetch(request) });
  const local = createLocal();
  return {
    sandbox,
    upscale: createUpscale({
      providers: { wavespeed: wavespeedUpscale(wavespeed), local: localUpscale(local) },
      clock,
    }),
  };
}
