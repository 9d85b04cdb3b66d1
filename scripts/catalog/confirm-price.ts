import { priceOf, type PriceRule } from '../../packages/core/src/index.ts';
import { priceGridOf } from './price-grid.ts';
import type { VendorRow } from './vendor-row.ts';

/** What asking the vendor needs. */
export interface PriceCall {
  readonly fetch: (address: string, options: RequestInit) => Promise<Response>;
  readonly key: string;
  /** The vendor's address up to `/api/v3`. */
  readonly base: string;
}

/**
 * Whether the vendor's free price call gives what the rule gives, over everything that the rule depends on. Formulas name
 * fields; without one the rule's own fields are tried. Any failure of the call is no confirmation.
 */
export async function confirmPrice(row: VendorRow, rule: PriceRule, call: PriceCall): Promise<boolean> {
  for (const inputs of priceGridOf(row, rule, 60)) {
    const asked = await priceFrom(row.id, inputs, call);
    if (asked !== priceOf(rule, inputs).micros) return false;
  }
  return true;
}

async function priceFrom(id: string, inputs: object, { fetch, key, base }: PriceCall): Promise<number | undefined> {
  const response = await fetch(`${base}/model/price`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model_id: id, inputs }),
  });
  if (!response.ok) return undefined;
  const answer = (await response.json()) as { readonly data?: { readonly price?: unknown } };
  const price = answer.data?.price;
  return typeof price === 'number' ? Math.round(price * 1e6) : undefined;
}
