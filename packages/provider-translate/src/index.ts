import { createOperation, type OperationFunction, type OperationOptions, type Provider } from '@image-studio/core';
import { translateSpec } from './spec.ts';

/** A vendor translating the text in pictures. */
export type ImageTranslateProvider = Provider<typeof translateSpec>;

/** The translate operation as a function; `options` narrow by `model`. */
export type GenerateImageTranslate = OperationFunction<typeof translateSpec>;

/** Translates the text in pictures with these vendors, everything else in memory: no account, no database, no key but the vendor's. */
export function createTranslate(options: OperationOptions<typeof translateSpec>): GenerateImageTranslate {
  return createOperation(translateSpec, options);
}

export { translateSpec } from './spec.ts';
