import { createHmac, timingSafeEqual } from 'node:crypto';

/** Links that let anyone who has them read one file until they expire. */
export interface SignedLinks {
  /** The path and query of a file's content. `now` in ms since the epoch. */
  sign(assetId: string, scope: { readonly account: string; readonly test: boolean }, now: number): string;
  /** Whose file an unexpired, unaltered link opens; undefined for any other. */
  verify(
    assetId: string,
    query: Readonly<Record<string, string>>,
    now: number,
  ): { readonly account: string; readonly test: boolean } | undefined;
}

const lifetimeMs = 24 * 60 * 60 * 1000;

/** Links signed with HMAC-SHA-256 over file, owner and expiry. They live for a day. */
export function createSignedLinks(secret: string): SignedLinks {
  const signature = (assetId: string, account: string, mode: string, expires: string) =>
    createHmac('sha256', secret).update([assetId, account, mode, expires].join('\n')).digest('base64url');
  return {
    sign: (assetId, { account, test }, now) => {
      const mode = test ? 'test' : 'live';
      const expires = String(Math.floor((now + lifetimeMs) / 1000));
      const query = new URLSearchParams({
        account,
        mode,
        expires,
        signature: signature(assetId, account, mode, expires),
      });
      return `/v1/assets/${assetId}/content?${query}`;
    },
    verify: (assetId, { account = '', mode = '', expires = '', signature: given = '' }, now) => {
      const wanted = Buffer.from(signature(assetId, account, mode, expires));
      const same = given.length === wanted.length && timingSafeEqual(Buffer.from(given), wanted);
      return same && Number(expires) * 1000 > now ? { account, test: mode === 'test' } : undefined;
    },
  };
}
