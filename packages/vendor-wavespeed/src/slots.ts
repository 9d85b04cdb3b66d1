import type { Body, Json } from '@image-studio/core';

/** The ids of the assets whose slots stand anywhere in a body, each once, in order. */
export function slotsIn(value: Json): readonly string[] {
  const id = assetOf(value);
  if (id !== undefined) return [id];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap((part: Json) => slotsIn(part)))];
}

/** The same body with an address in place of every slot. */
export function filled(body: Body, addresses: ReadonlyMap<string, string>): Body {
  return Object.fromEntries(Object.entries(body).map(([name, part]) => [name, fill(part, addresses)]));
}

function fill(value: Json, addresses: ReadonlyMap<string, string>): Json {
  const id = assetOf(value);
  if (id !== undefined) return addresses.get(id) ?? value;
  if (isList(value)) return value.map((part) => fill(part, addresses));
  if (typeof value !== 'object' || value === null) return value;
  return filled(value, addresses);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function assetOf(value: Json): string | undefined {
  if (typeof value !== 'object' || value === null || isList(value)) return undefined;
  return typeof value.$asset === 'string' ? value.$asset : undefined;
}
