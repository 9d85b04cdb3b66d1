/** Ids of all files that a body, or a part of one, has slots for, in their order. */
export function slotsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('$asset' in value && typeof value.$asset === 'string') return [value.$asset];
  return Object.values(value).flatMap(slotsIn);
}
