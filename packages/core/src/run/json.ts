import { nodeCrypto } from './node-crypto.ts';

/** A value that survives JSON unchanged. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** JSON with sorted keys: equal values have equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** What is longer does not hold up the thread that everything else waits for. */
const shortBytes = 2 * 1024 * 1024;

/** SHA-256 of a text or bytes, in lower-case hex. */
export async function sha256(value: string | Uint8Array): Promise<string> {
  if (nodeCrypto !== undefined && value.length <= shortBytes) return nodeCrypto.hash('sha256', value);
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
