import { createOperation, type OperationFunction, type OperationOptions, type Provider } from '@image-studio/core';
import { characterSpec } from './spec.ts';

/** A vendor making pictures of a character from reference pictures. */
export type CharacterImageProvider = Provider<typeof characterSpec>;

/** The character operation as a function; `options` narrow by `model`. */
export type GenerateCharacterImage = OperationFunction<typeof characterSpec>;

/** Makes pictures of a character with these vendors, everything else in memory: no account, no database, no key but the vendor's. */
export function createCharacter(options: OperationOptions<typeof characterSpec>): GenerateCharacterImage {
  return createOperation(characterSpec, options);
}

export { characterSpec } from './spec.ts';
