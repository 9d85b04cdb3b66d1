import type { CallAsset, Json, ProviderCall } from '@image-studio/core';

/** A file of a call and the field of OpenAI's form that it goes into. */
export interface FieldFile {
  readonly field: 'image' | 'mask';
  readonly asset: CallAsset;
}

/** The pictures of a call, then its mask. */
export function filesOf({ body, asset }: Pick<ProviderCall, 'body' | 'asset'>): readonly FieldFile[] {
  const filed = (field: FieldFile['field']) => slots(body[field]).map((id) => ({ field, asset: asset(id) }));
  return [...filed('image'), ...filed('mask')];
}

function slots(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((part: Json) => slots(part));
  return typeof value === 'object' && value !== null && '$asset' in value ? [String(value.$asset)] : [];
}
