import type { CallAsset, Json, ProviderCall } from '@image-studio/core';

/** The pictures of a call, in their order. */
export function picturesOf({ body, asset }: Pick<ProviderCall, 'body' | 'asset'>): readonly CallAsset[] {
  return slots(body['images'] ?? []).map((id) => asset(id));
}

function slots(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((part: Json) => slots(part));
  return typeof value === 'object' && value !== null && '$asset' in value ? [String(value.$asset)] : [];
}
