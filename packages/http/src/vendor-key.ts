import { StudioError } from '@image-studio/core';

/** A vendor's key without space around it; `name` is told, the key never. Throws `unauthorized` for what cannot be one. */
export function vendorKey(key: string, name: string): string {
  const trimmed = key.trim();
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  throw new StudioError('unauthorized', `The ${name} is empty or has characters that none has.`);
}
