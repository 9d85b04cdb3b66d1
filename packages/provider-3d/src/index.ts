import { createOperation, type OperationFunction, type OperationOptions, type Provider } from '@image-studio/core';
import { image3dSpec } from './spec.ts';

/** A vendor making 3D models. */
export type Image3dProvider = Provider<typeof image3dSpec>;

/** The 3D operation as a function; `options` narrow by `model`. */
export type GenerateImageTo3d = OperationFunction<typeof image3dSpec>;

/** Makes 3D models with these vendors, everything else in memory: no account, no database, no key but the vendor's. */
export function createImageTo3d(options: OperationOptions<typeof image3dSpec>): GenerateImageTo3d {
  return createOperation(image3dSpec, options);
}

export { image3dSpec } from './spec.ts';
