import { createOperation, type OperationFunction, type OperationOptions, type Provider } from '@image-studio/core';
import { upscaleSpec } from './spec.ts';

/** A vendor enlarging pictures. */
export type ImageUpscaleProvider = Provider<typeof upscaleSpec>;

/** The upscale operation as a function; `options` narrow by `model`. */
export type GenerateImageUpscale = OperationFunction<typeof upscaleSpec>;

/** Upscales with these vendors, everything else in memory: no account, no database, no key but the vendor's. */
export function createUpscale(options: OperationOptions<typeof upscaleSpec>): GenerateImageUpscale {
  return createOperation(upscaleSpec, options);
}

export { upscaleSpec } from './spec.ts';
