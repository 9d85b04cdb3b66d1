import { StudioError } from '@image-studio/core';
import sharp, { type Sharp } from 'sharp';

/** A picture file as it came, and how many pixels it may have. */
export interface PictureInput {
  readonly bytes: Uint8Array;
  readonly maxPixels: number;
}

/** Opens a picture's first frame upright. Nothing is decoded yet. */
export function openPicture({ bytes, maxPixels }: PictureInput): Sharp {
  return sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels, autoOrient: true });
}

/** Decodes every pixel of the first frame and keeps none; throws `invalid_request` when the file is cut or damaged. */
export async function decodeWhole(input: PictureInput): Promise<void> {
  // Shrinking touches all pixels, also those of interlaced files, at a quarter of the time that statistics take.
  await decoded(openPicture(input).resize(8, 8, { fit: 'fill', kernel: 'linear' }).raw().toBuffer());
}

/** Waits for sharp and says in our words when it could not read the picture. */
export async function decoded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw refusal('The picture is broken: it cannot be decoded to its end. Send a whole file.', error);
  }
}

/** An `invalid_request` about the file as a whole. */
export function refusal(message: string, cause?: unknown): StudioError<'invalid_request'> {
  return new StudioError('invalid_request', message, { cause, details: { issues: [{ path: [], message }] } });
}
