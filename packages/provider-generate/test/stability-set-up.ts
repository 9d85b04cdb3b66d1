import { fastClock } from '@image-studio/core/contracts';
import { createSandbox } from '@image-studio/sandbox';
import { createStability } from '@image-studio/vendor-stability';
import sharp from 'sharp';
import { createGenerate } from '../src/index.ts';
import { stabilityGenerate } from '../src/stability.ts';

const origin = 'http://sandbox.invalid';

/** The entry point with Stability, on a sandbox of its own, in fast time. */
export function setUp({ paidMs = 5_000, mostPixels = Infinity } = {}) {
  const clock = fastClock(1000);
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, mostPixels, clock, baseUrl: origin });
  const stability = createStability({
    apiKey: 'sk-test',
    baseUrl: `${origin}/stability`,
    clock,
    fetch: (request) => sandbox.fetch(request),
    retry: { firstMs: 1 },
    timeouts: { paidMs },
  });
  const generate = createGenerate({ providers: { stability: stabilityGenerate(stability) }, clock });
  const posts = () => sandbox.requests().filter(({ method }) => method === 'POST').length;
  const owed = () => sandbox.bills().map(({ micros }) => micros);
  const sent = () => sandbox.bills()[0]!.inputs;
  return { sandbox, generate, posts, owed, sent };
}

/** A PNG of one colour. */
export async function plain(background: string, width = 96, height = 64): Promise<Uint8Array> {
  const made = sharp({ create: { width, height, channels: 3, background } });
  return new Uint8Array(await made.png().toBuffer());
}
