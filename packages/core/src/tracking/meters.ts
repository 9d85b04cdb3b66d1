import { StudioError } from '../errors/studio-error.ts';
import type { Candidate } from '../run/journal.ts';
import type { Reservation } from './ledger.ts';
import { minuteAt, monthAt, type Period } from './periods.ts';

/** How long an idempotency key names its run, in ms. */
export const idempotencyMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Over what a meter counts: operations and `spend` over the account's monthly period, `budget` over the UTC calendar month,
 * `requests` over the UTC minute, `concurrency` over nothing.
 */
export function windowOf(meter: string): 'period' | 'month' | 'minute' | 'none' {
  if (meter === 'concurrency') return 'none';
  if (meter === 'requests') return 'minute';
  return meter === 'budget' ? 'month' : 'period';
}

/** The stretch of time that a meter counts in at a moment; null = for ever. */
export function stretchOf(meter: string, period: Period, at: number): Period | null {
  const window = windowOf(meter);
  if (window === 'none') return null;
  if (window === 'minute') return minuteAt(at);
  return window === 'month' ? monthAt(at) : period;
}

/** Is the meter of the whole account kept even where nothing limits it? */
export function isAlwaysCounted(subject: string, meter: string): boolean {
  return subject === 'account' && meter !== 'requests';
}

/** Does the unit of this meter say micros, outputs or runs? */
export function unitOf(meter: string): 'micros' | 'outputs' | 'runs' {
  if (meter === 'spend' || meter === 'budget') return 'micros';
  return meter === 'concurrency' || meter === 'requests' ? 'runs' : 'outputs';
}

/** Outputs that a call holds: what its first candidate was asked for. */
export function heldCount(call: { readonly candidates: readonly Candidate[] }): number {
  return call.candidates[0]?.count ?? 0;
}

/**
 * What a run takes from each meter, in the order in which limits are judged. Throws `internal` when the calls do not add up to the
 * reservation.
 */
export function amountsOf(reservation: Reservation): readonly { readonly meter: string; readonly amount: number }[] {
  const { run, calls, count, micros } = reservation;
  const heldOutputs = calls.reduce((sum, call) => sum + heldCount(call), 0);
  const heldMicros = calls.reduce((sum, call) => sum + call.heldMicros, 0);
  if (calls.length === 0 || heldOutputs !== count || heldMicros !== micros)
    throw new StudioError('internal', 'The calls of a run must add up to what it reserves.');
  return [
    { meter: run.operation, amount: count },
    { meter: 'spend', amount: micros },
    { meter: 'budget', amount: micros },
    { meter: 'concurrency', amount: 1 },
    { meter: 'requests', amount: 1 },
  ];
}
