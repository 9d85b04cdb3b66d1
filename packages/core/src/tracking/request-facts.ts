import type { Json } from '../run/json.ts';
import { isAssetRef } from '../validation/asset-input.ts';

/** The bytes of all files in a run's request, each as often as it is named. */
export function inputBytesOf(request: Json): number {
  if (isAssetRef(request)) return request.size;
  if (typeof request !== 'object' || request === null) return 0;
  return Object.values(request).reduce<number>((sum, part) => sum + inputBytesOf(part as Json), 0);
}

/** The consent that a run's request gave, as text; null when it gave none. */
export function consentOf(request: Json): string | null {
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return null;
  const consent = (request as Readonly<Record<string, Json>>)['consent'];
  return consent === undefined || consent === null ? null : String(consent);
}
