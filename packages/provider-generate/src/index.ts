import { createOperation, type OperationFunction, type OperationOptions, type Provider } from '@image-studio/core';
import { generateSpec } from './spec.ts';

/** A vendor making pictures from words. */
export type ImageGenerationProvider = Provider<typeof generateSpec>;

/** The generate operation as a function; `options` narrow by `model`. */
export type GenerateImage = OperationFunction<typeof generateSpec>;

/** Makes pictures with these vendors, everything else in memory: no account, no database, no key but the vendor's. */
export function createGenerate(options: OperationOptions<typeof generateSpec>): GenerateImage {
  return createOperation(generateSpec, options);
}

export { generateSpec } from './spec.ts';
