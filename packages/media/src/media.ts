import { type Media, type Probe, StudioError, wholeBytes } from '@image-studio/core';
import { createHeaderMedia } from '@image-studio/core/memory';
import { decodeWhole, type PictureInput, refusal } from './decode.ts';
import { coverageOf, fitMask } from './mask.ts';
import { readOnce } from './read-once.ts';

/** How pictures are read. */
export interface MediaOptions {
  /** Pictures with more pixels (width x height) are refused before they are decoded. Default: 100 million. */
  readonly maxPixels?: number;
}

type Read = () => Promise<ReadableStream<Uint8Array>>;

/**
 * Reads files by content: first the header, then, for pictures, every pixel of the first frame, so a cut or damaged one is noticed.
 * 3D files and videos are walked to their end. HEIC is read by its header only, because its decoder is not free to ship.
 * A picture's compressed bytes are in memory while it is decoded. Throws `invalid_request` for what is unknown or broken and
 * `input_too_large` for too many pixels.
 */
export function createMedia({ maxPixels = 100_000_000 }: MediaOptions = {}): Media {
  const headers = createHeaderMedia();

  async function probe(read: Read): Promise<Probe> {
    const once = readOnce(read);
    try {
      const found = await headers.probe(once.head);
      if (found.kind !== 'image') return found;
      checkPixels(found, maxPixels);
      if (found.mediaType !== 'image/heic') await decodeWhole({ bytes: await once.whole(), maxPixels });
      return found;
    } finally {
      await once.close();
    }
  }

  async function maskOf(read: Read): Promise<PictureInput> {
    const found = await headers.probe(read);
    checkPixels(found, maxPixels);
    if (found.kind === 'image' && found.mediaType !== 'image/heic') return inputOf(read);
    throw refusal(`The mask is ${found.mediaType}. Send it as PNG, JPEG, WebP, GIF or AVIF.`);
  }

  async function inputOf(read: Read): Promise<PictureInput> {
    return { bytes: await wholeBytes(await read()), maxPixels };
  }

  return {
    probe,
    coverage: async (read) => coverageOf(await maskOf(read)),
    fitMask: async (read, target) => fitMask(await maskOf(read), target),
  };
}

function checkPixels({ width, height }: Probe, maxPixels: number): void {
  if ((width ?? 0) * (height ?? 0) <= maxPixels) return;
  throw new StudioError(
    'input_too_large',
    `The picture has ${width} x ${height} pixels, the limit is ${maxPixels} in all.`,
  );
}
