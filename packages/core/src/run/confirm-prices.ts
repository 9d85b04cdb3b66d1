import { formatMicros, type Micros } from '../result/money.ts';
import type { Warning } from '../result/warning.ts';
import { lookup } from '../validation/lookup.ts';
import { type Model, vendorOf } from '../validation/model.ts';
import type { Candidate } from './journal.ts';
import { canonicalJson, type Json } from './json.ts';
import type { Operation, RunnerParts } from './parts.ts';
import type { PlannedCalls } from './plan-calls.ts';
import type { Body } from './provider.ts';

/** What vendors said that calls cost, for an hour. */
export type PriceMemory = Map<string, { readonly until: number; readonly price: Promise<Micros | undefined> }>;

const keptMs = 3_600_000;
const most = 2_000;
const patienceMs = 3_000;
/** Stands for a file in a question about a price; nobody reads it. */
const anyFile = 'https://example.com/file';

/**
 * The planned calls at the list prices of vendors that tell them for free, where they differ from the manifest's rule: then the vendor's
 * price is held, with the warning `price_drift`. A rule stands when the vendor does not answer, and where it is only a bound, was agreed, or goes
 * by the length of a file. Asked once an hour for each model and each set of the inputs that decide.
 */
export async function confirmPrices(
  { prices, clock }: Pick<RunnerParts, 'prices' | 'clock'>,
  { spec, providers }: Operation,
  planned: PlannedCalls,
): Promise<PlannedCalls> {
  if (prices === undefined) return planned;
  const drifts = new Map<string, Warning>();
  const calls = await Promise.all(
    planned.calls.map((candidates) => Promise.all(candidates.map((candidate) => confirmed(candidate)))),
  );
  if (drifts.size === 0) return planned;
  const micros = calls.reduce((sum, one) => sum + Math.max(...one.map(({ quoteMicros }) => quoteMicros)), 0);
  const { price } = planned;
  const lines = [...price.lines, { label: 'change at the vendor', micros: micros - price.micros }];
  return { ...planned, calls, price: { ...price, micros, lines }, warnings: [...planned.warnings, ...drifts.values()] };

  async function confirmed(candidate: Candidate): Promise<Candidate> {
    const { model, endpoint, body, quoteMicros } = candidate;
    const ask = providers[vendorOf(model)]?.listPrice;
    const { row } = lookup(spec, model);
    if (ask === undefined || !canBeConfirmed(row)) return candidate;
    const key = `${spec.id} ${model} ${canonicalJson(decidingFields(row, body))}`;
    const price = await remembered(prices!, key, clock.now(), () =>
      ask({ endpoint, body: withoutFiles(body) as Body }, { signal: AbortSignal.timeout(patienceMs) }),
    );
    if (price === undefined || price === quoteMicros) return candidate;
    drifts.set(model, driftOf(model, row, quoteMicros, price));
    return { ...candidate, quoteMicros: price };
  }
}

function driftOf(model: string, { asOf }: Model, rule: Micros, price: Micros): Warning {
  const message = `${model} costs ${formatMicros(price)} at the vendor today; the catalogue of ${asOf} says ${formatMicros(rule)}. The vendor's price is held`;
  return { code: 'price_drift', message, asked: String(rule), planned: String(price) };
}

/** An exact rule that goes by the body alone, and is the vendor's own. */
function canBeConfirmed({ price, agreedPrice }: Model): boolean {
  return !agreedPrice && price.basis === 'exact' && !JSON.stringify(price).includes('"seconds":');
}

/** The fields of a body that a price rule names, whatever it does with them. */
function decidingFields({ price }: Model, body: Body): Body {
  const named = [...JSON.stringify(price).matchAll(/"\w+":"([\w.]+)"/g)].map(([, name = '']) => name.split('.')[0]);
  const names = new Set(named);
  return Object.fromEntries(Object.entries(withoutFiles(body) as Body).filter(([name]) => names.has(name)));
}

function withoutFiles(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutFiles);
  if (typeof value !== 'object' || value === null) return value;
  if ('$asset' in value || '$mask' in value) return anyFile;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutFiles(part)]));
}

function remembered(prices: PriceMemory, key: string, now: number, ask: () => Promise<Micros | undefined>) {
  const known = prices.get(key);
  if (known !== undefined && known.until > now) return known.price;
  if (prices.size >= most) prices.clear();
  const price = ask().catch(() => {
    prices.delete(key);
    return undefined;
  });
  prices.set(key, { until: now + keptMs, price });
  return price;
}
