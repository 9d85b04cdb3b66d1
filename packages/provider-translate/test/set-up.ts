import { fastClock } from '@image-studio/core/contracts';
import { createSandbox } from '@image-studio/sandbox';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import sharp from 'sharp';
import { createTranslate } from '../src/index.ts';
import { wavespeedTranslate } from '../src/wavespeed.ts';

/** A small picture of one colour. */
export async function picture(background: string, width = 96, height = 64): Promise<Uint8Array> {
  const made = sharp({ create: { width, height, channels: 3, background } });
  return new Uint8Array(await made.jpeg().toBuffer());
}

/** The entry point on a sandbox of its own that does not let one wait. */
export function setUp(options: { readonly mostPixels?: number } = {}) {
  const baseUrl = 'http://wavespeed.sandbox.invalid';
  const clock = fastClock();
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, clock, baseUrl, ...options });
  const wavespeed = createWavespeed({ apiKey: 'test', baseUrl, clock, fetch: (request) => sandbox.fetch(request) });
  const sent = () => sandbox.bills()[0]?.inputs as Record<string, unknown>;
  return {
    sandbox,
    sent,
    translate: createTranslate({ providers: { wavespeed: wavespeedTranslate(wavespeed) }, clock }),
  };
}
