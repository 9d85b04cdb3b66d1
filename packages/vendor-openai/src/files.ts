import { type CallAsset, type ProviderCall, slotsIn } from '@image-studio/core';

/** A file of a call and the field of OpenAI's form that it goes into. */
export interface FieldFile {
  readonly field: 'image' | 'mask';
  readonly asset: CallAsset;
}

/** The pictures of a call, then its mask. */
export function filesOf({ body, asset }: Pick<ProviderCall, 'body' | 'asset'>): readonly FieldFile[] {
  const filed = (field: FieldFile['field']) => slotsIn(body[field]).map((id) => ({ field, asset: asset(id) }));
  return [...filed('image'), ...filed('mask')];
}
