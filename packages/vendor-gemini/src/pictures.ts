import { type CallAsset, type ProviderCall, slotsIn } from '@image-studio/core';

/** The pictures of a call, in their order. */
export function picturesOf({ body, asset }: Pick<ProviderCall, 'body' | 'asset'>): readonly CallAsset[] {
  return slotsIn(body['images']).map((id) => asset(id));
}
