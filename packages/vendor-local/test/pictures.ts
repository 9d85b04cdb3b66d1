import { type CallAsset, type Json, type ProviderCall, sha256 } from '@image-studio/core';
import sharp, { type Sharp } from 'sharp';
import { createLocal } from '../src/index.ts';

/** A picture with an edge in both directions, so that a mirrored or turned result is noticed. */
export function sample(width = 30, height = 20): Sharp {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    return (x * 5 + (y < height / 2 ? 100 : 0) + (at % 3) * 20) & 255;
  });
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** A picture of one colour. */
export const flat = (background: string, format: 'png' | 'jpeg' = 'png') =>
  sharp({ create: { width: 10, height: 10, channels: 4, background } })
    .toFormat(format)
    .toBuffer();

/** A call to this machine with this picture. */
export async function callOf(bytes: Uint8Array, body: Readonly<Record<string, Json>>): Promise<ProviderCall> {
  const asset: CallAsset = {
    id: 'asset_a',
    key: 'inputs/asset_a',
    account: null,
    test: false,
    runId: null,
    createdAt: 0,
    kind: 'image',
    mediaType: 'image/unknown',
    size: bytes.length,
    sha256: await sha256(bytes),
    width: null,
    height: null,
    seconds: null,
    open: async () => new Blob([bytes as Uint8Array<ArrayBuffer>]).stream(),
  };
  return {
    id: 'call_a',
    endpoint: 'lanczos3',
    body: { image: { $asset: 'asset_a' }, ...body },
    asset: () => asset,
    signal: new AbortController().signal,
  };
}

/** What this machine makes of a picture. */
export async function enlarge(bytes: Uint8Array, body: Readonly<Record<string, Json>> = {}, maxPixels?: number) {
  const local = createLocal(maxPixels === undefined ? {} : { maxPixels });
  const progress = await local.start(await callOf(bytes, body));
  const output = progress.state === 'done' ? progress.outputs[0] : undefined;
  if (output === undefined || !('body' in output)) throw new Error('expected bytes');
  const result = Buffer.from(await new Response(output.body as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
  const facts = await sharp(result, { animated: true }).metadata();
  return { mediaType: output.mediaType, bytes: result, facts };
}

/** What the work fails with. */
export const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: unknown) => error,
  );
