import { createOperation, type OperationFunction, type OperationOptions, type Provider } from '@image-studio/core';
import { editSpec } from './spec.ts';

/** A vendor performing edits. */
export type ImageEditProvider = Provider<typeof editSpec>;

/** The edit operation as a function; `options` narrow by `model`. */
export type GenerateImageEdit = OperationFunction<typeof editSpec>;

/** Edits with these vendors, everything else in memory: no account, no database, no key but the vendor's. */
export function createEdit(options: OperationOptions<typeof editSpec>): GenerateImageEdit {
  return createOperation(editSpec, options);
}

export { editKinds, editSpec } from './spec.ts';
