import { createOperation, type OperationFunction, type OperationOptions, type Provider } from '@image-studio/core';
import { videoSpec } from './spec.ts';

/** A vendor making videos from pictures. */
export type ImageToVideoProvider = Provider<typeof videoSpec>;

/** The video operation as a function; `options` narrow by `model`. */
export type GenerateImageToVideo = OperationFunction<typeof videoSpec>;

/** Makes videos with these vendors, everything else in memory: no account, no database, no key but the vendor's. */
export function createVideo(options: OperationOptions<typeof videoSpec>): GenerateImageToVideo {
  return createOperation(videoSpec, options);
}

export { videoSpec } from './spec.ts';
