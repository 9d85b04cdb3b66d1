import { createOperation, type OperationFunction, type OperationOptions, type Provider } from '@image-studio/core';
import { faceSwapSpec } from './spec.ts';

/** A vendor swapping faces. */
export type FaceSwapProvider = Provider<typeof faceSwapSpec>;

/** The face swap operation as a function; `options` narrow by `model`. */
export type GenerateFaceSwap = OperationFunction<typeof faceSwapSpec>;

/** Swaps faces with these vendors, everything else in memory: no account, no database, no key but the vendor's. */
export function createFaceSwap(options: OperationOptions<typeof faceSwapSpec>): GenerateFaceSwap {
  return createOperation(faceSwapSpec, options);
}

export { faceSwapSpec } from './spec.ts';
