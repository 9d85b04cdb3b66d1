import { StudioError } from '../errors/studio-error.ts';
import type { Price } from '../result/price.ts';
import type { BoundQuote } from '../tracking/ledger.ts';
import type { Offer } from './accept.ts';
import { newId } from './id.ts';
import type { Scope } from './journal.ts';
import type { RunnerParts } from './parts.ts';

/** How long a bound quote stands, in ms. */
const quoteMs = 15 * 60_000;

/** Keeps an offer's price for its request for 15 minutes, so that a run may name it. */
export async function bindQuote({ ledger, clock }: RunnerParts, offer: Offer): Promise<BoundQuote> {
  const now = clock.now();
  const { scope, requestHash, price } = offer;
  const quote = { ...scope, id: newId('quote', now), requestHash, micros: price.micros, expiresAt: now + quoteMs };
  await ledger.keepQuote(quote);
  return quote;
}

/** Throws `not_found`, `conflict` (expired, or of another request) or `price_exceeded` (the price rose meanwhile). */
export async function checkQuote(
  { ledger, clock }: RunnerParts,
  scope: Scope,
  id: string,
  { requestHash, price }: { readonly requestHash: string; readonly price: Price },
): Promise<void> {
  const quote = await ledger.findQuote(scope, id);
  if (quote === undefined) throw new StudioError('not_found', 'There is no such quote: ask for a new one');
  if (quote.expiresAt <= clock.now()) throw new StudioError('conflict', 'This quote has expired: ask for a new one');
  if (quote.requestHash !== requestHash)
    throw new StudioError('conflict', 'This quote is for another request: send the request that was quoted');
  if (price.micros <= quote.micros) return;
  const message = `The price rose from ${quote.micros} to ${price.micros} micro-dollars since the quote: ask for a new one`;
  const details = { priceMicros: price.micros, maxMicros: quote.micros };
  throw new StudioError('price_exceeded', message, { details });
}
