import { defaultLimits } from '@image-studio/core';
import { fastClock } from '@image-studio/core/contracts';
import { createSandbox } from '@image-studio/sandbox';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import sharp from 'sharp';
import { createEdit } from '../src/index.ts';
import { wavespeedEdit } from '../src/wavespeed.ts';

const [width, height] = [96, 64];

/** A small photo and a mask of its left half. */
export const photo = new Uint8Array(
  await sharp({ create: { width, height, channels: 3, background: '#47a' } })
    .jpeg()
    .toBuffer(),
);
const half = await sharp({ create: { width: width / 2, height, channels: 3, background: '#fff' } })
  .png()
  .toBuffer();
export const mask = await maskOf(width, height);

/** A black mask whose left side is white. */
export async function maskOf(wide: number, high: number): Promise<Uint8Array> {
  const black = sharp({ create: { width: wide, height: high, channels: 3, background: '#000' } });
  return new Uint8Array(
    await black
      .composite([{ input: half, left: 0, top: 0 }])
      .png()
      .toBuffer(),
  );
}

/** The edit entry point on a sandbox of its own, in fast time. */
export function setUp(
  options: {
    readonly baseUrl?: string;
    readonly paidMs?: number;
    readonly speed?: number;
    readonly mostPixels?: number;
  } = {},
) {
  const clock = fastClock(options.speed);
  const baseUrl = options.baseUrl ?? 'http://wavespeed.sandbox.invalid';
  const { mostPixels = Infinity } = options;
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, clock, baseUrl, mostPixels });
  const wavespeed = createWavespeed({
    apiKey: 'test',
    baseUrl,
    clock,
    retry: { firstMs: 1 },
    timeouts: { paidMs: options.paidMs ?? 5_000 },
    ...(options.baseUrl ? {} : { fetch: (request: Request) => sandbox.fetch(request) }),
  });
  const edit = createEdit({
    providers: { wavespeed: wavespeedEdit(wavespeed) },
    clock,
    limits: { ...defaultLimits, maxOutputBytes: 2e6 },
  });
  const posts = () =>
    sandbox.requests().filter(({ method, path }) => method === 'POST' && path.startsWith('/api/v3/wavespeed-ai/'))
      .length;
  const owed = () => sandbox.bills().filter(({ refunded }) => !refunded).length;
  return { sandbox, wavespeed, edit, posts, owed };
}
