import { type ErrorBody, StudioError } from '../errors/studio-error.ts';
import type { Price } from '../result/price.ts';
import type { Warning } from '../result/warning.ts';
import { invalidRequest, type ParsedRequest, parseRequest } from '../validation/parse.ts';
import type { AnyRequest } from '../validation/request.ts';
import type { Selection } from '../validation/select.ts';
import { isAssetRef } from '../validation/asset-input.ts';
import type { Reservation } from '../tracking/ledger.ts';
import { withMarkup } from '../tracking/plan.ts';
import { checkQuote } from './bind-quote.ts';
import { confirmPrices } from './confirm-prices.ts';
import { newId, randomText } from './id.ts';
import type { CallRow, Candidate, RunRow, Scope } from './journal.ts';
import { canonicalJson, type Json, sha256 } from './json.ts';
import { fitMasks } from './fit-masks.ts';
import type { Operation, RunContext, RunnerParts } from './parts.ts';
import { planCalls, refuseEarly } from './plan-calls.ts';
import { takeIn } from './take-in.ts';

/** A request that passed every check: what would be sent, to whom, and what it costs. Nothing is held yet. */
export interface Offer {
  readonly operation: string;
  readonly scope: Scope;
  readonly request: Readonly<Record<string, unknown>>;
  readonly requestHash: string;
  readonly selection: Selection;
  /** For each call, the candidates in order. */
  readonly calls: readonly (readonly Candidate[])[];
  /** What is held, markup included. */
  readonly price: Price;
  readonly markupBasisPoints: number;
  readonly count: number;
  readonly warnings: readonly Warning[];
  /** The run that the idempotency key names, where price or quote would refuse the request by now. */
  readonly repeats?: string;
  /** When the checks began, when the inputs were taken in and when the price was known; in ms. */
  readonly times: { readonly began: number; readonly takenIn: number; readonly priced: number };
}

/** Parses, takes inputs in, plans and prices. Throws before anything is spent. */
export async function makeOffer(
  parts: RunnerParts,
  operation: string,
  request: AnyRequest,
  context: RunContext,
): Promise<Offer> {
  const began = parts.clock.now();
  const joined = operationOf(parts, operation);
  const room = { spec: joined.spec, vendors: new Set(Object.keys(joined.providers)) };
  const parsed = parseRequest(joined.spec, request);
  refuseEarly(room, parsed);
  const scope: Scope = { account: context.account ?? null, test: parts.test };
  const { markupBasisPoints, requiresConsent } = await parts.ledger.terms(scope);
  if (requiresConsent) requireConsent(joined, parsed.inputs);
  const inputs = await takeIn(parts, joined.spec, parsed.inputs, scope, context.signal);
  const takenIn = parts.clock.now();
  const count = Number(inputs['count'] ?? 1);
  const planned = await confirmPrices(parts, joined, planCalls(room, { ...parsed, inputs }, count));
  const calls = await Promise.all(
    planned.calls.map((candidates) => Promise.all(candidates.map((candidate) => fitMasks(parts, scope, candidate)))),
  );
  const price = withService(planned.price, calls, markupBasisPoints);
  const kept = { ...inputs, model: parsed.choice, options: parsed.options };
  const requestHash = await sha256(canonicalJson({ operation, request: byContent(kept) }));
  const repeats = await checkPrice(parts, context, { scope, requestHash, price });
  return {
    operation,
    scope,
    request: kept,
    requestHash,
    selection: planned.selection,
    calls,
    price,
    markupBasisPoints,
    count,
    warnings: planned.warnings,
    ...(repeats === undefined ? {} : { repeats }),
    times: { began, takenIn, priced: parts.clock.now() },
  };
}

/** Throws `invalid_request` where a likeness is worked on and the request does not say that it may be used. */
function requireConsent({ spec }: Operation, inputs: ParsedRequest['inputs']): void {
  if (!spec.recorded?.includes('consent') || inputs['consent'] !== undefined) return;
  const message = 'The plan of this account asks for the right to use the likeness: true, or where it was given';
  throw invalidRequest([{ path: ['consent'], message }]);
}

/**
 * Throws when the price is more than the caller or the quote named allows. Whoever sends an accepted request again gets its run, whatever
 * became of price and quote meanwhile: then the answer is that run's id.
 */
async function checkPrice(
  parts: RunnerParts,
  { maxPrice, quoteId, idempotencyKey }: RunContext,
  { scope, requestHash, price }: Pick<Offer, 'scope' | 'requestHash' | 'price'>,
): Promise<string | undefined> {
  try {
    // Not a number is no bound that could be kept.
    if (maxPrice !== undefined && !(price.micros <= maxPrice)) throw tooDear(price.micros, maxPrice);
    if (quoteId !== undefined) await checkQuote(parts, scope, quoteId, { requestHash, price });
    return undefined;
  } catch (error) {
    if (idempotencyKey === undefined) throw error;
    const earlier = await parts.ledger.findRepeated(scope, idempotencyKey, parts.clock.now());
    if (earlier?.requestHash !== requestHash) throw error;
    return earlier.runId;
  }
}

function tooDear(priceMicros: number, maxMicros: number): StudioError {
  const message = `This costs ${priceMicros} micro-dollars, more than the ${maxMicros} allowed`;
  return new StudioError('price_exceeded', message, { details: { priceMicros, maxMicros } });
}

/** What an offer wants to hold, with the rows that it becomes once that is accepted. */
export function reservationFor(parts: RunnerParts, offer: Offer, context: RunContext): Reservation {
  const now = parts.clock.now();
  const id = newId('run', now);
  const run: RunRow = {
    id,
    ...offer.scope,
    operation: offer.operation,
    user: context.user ?? null,
    key: context.key ?? null,
    request: offer.request as Json,
    requestHash: offer.requestHash,
    idempotencyKey: context.idempotencyKey ?? null,
    metadata: context.metadata ?? {},
    quote: offer.price,
    markupBasisPoints: offer.markupBasisPoints,
    warnings: offer.warnings,
    createdAt: now,
    cancelRequested: false,
    traceparent: context.traceparent ?? null,
  };
  const calls = offer.calls.map((candidates, index) => newCall(parts, run, candidates, index));
  const count = calls.reduce((sum, { candidates }) => sum + (candidates[0]?.count ?? 0), 0);
  return { run, calls, count, micros: run.quote.micros };
}

/** Why the account may not run an offer as it stands now; null when it may. Nothing is held. */
export async function judgeOffer(parts: RunnerParts, offer: Offer, context: RunContext): Promise<ErrorBody | null> {
  const refusal = await parts.ledger.judge(reservationFor(parts, offer, context));
  return refusal?.toJSON() ?? null;
}

function newCall(
  { owner, clock, limits, drives = true }: RunnerParts,
  run: RunRow,
  candidates: readonly Candidate[],
  index: number,
): CallRow {
  const { id: runId, account, test, createdAt } = run;
  // prettier-ignore
  return {
    id: newId('call', createdAt), runId, account, test, index, candidates, candidate: 0, step: 'reserved', attempt: 0,
    sent: null, token: randomText(32), ticket: null, outputs: [], reported: null, assets: [],
    owner, leaseToken: 1, leaseUntil: drives ? clock.now() + limits.leaseMs : createdAt, dueAt: createdAt, submittedAt: null,
    heldMicros: heldFor(candidates, run.markupBasisPoints),
    costMicros: null, chargeMicros: null, outcome: null, error: null, finishedAt: null,
  };
}

function heldFor(candidates: readonly Candidate[], markupBasisPoints: number): number {
  return withMarkup(Math.max(...candidates.map(({ quoteMicros }) => quoteMicros)), markupBasisPoints);
}

/** The price with the plan's markup as a line of its own; rounded call by call, as it is held. */
function withService(price: Price, calls: Offer['calls'], markupBasisPoints: number): Price {
  if (markupBasisPoints === 0) return price;
  const micros = calls.reduce((sum, candidates) => sum + heldFor(candidates, markupBasisPoints), 0);
  return { ...price, micros, lines: [...price.lines, { label: 'service', micros: micros - price.micros }] };
}

function operationOf(parts: RunnerParts, operation: string): Operation {
  const found = Object.hasOwn(parts.operations, operation) ? parts.operations[operation] : undefined;
  if (found) return found;
  throw new StudioError(
    'not_found',
    `No operation "${operation.slice(0, 60)}"; there are ${Object.keys(parts.operations).join(', ')}`,
  );
}

/** Files stand for their content: the same picture sent twice is the same request. */
function byContent(value: unknown): unknown {
  if (isAssetRef(value)) return { sha256: value.sha256 };
  if (Array.isArray(value)) return value.map(byContent);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, byContent(part)]));
}
