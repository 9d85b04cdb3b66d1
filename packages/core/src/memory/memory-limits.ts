import type { LimitRefusal } from '../errors/error-table.ts';
import { StudioError } from '../errors/studio-error.ts';
import { formatMicros } from '../result/money.ts';
import type { Candidate } from '../run/journal.ts';
import type { Reservation } from '../tracking/ledger.ts';

/** How far a meter may go. `disabled` is a maximum of 0. Unit: outputs for an operation, micros for `spend`, runs for `concurrency`. */
export type Limit = { readonly unlimited: true } | { readonly disabled: true } | { readonly max: number };

/** Whom a limit is for: the whole account, or one key or end user of it. */
export type LimitSubject =
  | { readonly subject: 'account' }
  | { readonly subject: 'key' | 'user'; readonly subjectId: string };

/** A limit of an account. `meter` is an operation id, `spend` or `concurrency`; test and live are limited apart. */
export type LimitDefinition = LimitSubject & {
  readonly account: string;
  readonly test: boolean;
  readonly meter: string;
  readonly limit: Limit;
};

/** Who pays. Runs of an account that is not active are refused. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly createdAt: number;
}

/** The accounts of a store and their limits. */
export interface Accounts {
  /** Throws `conflict` when the id is taken. */
  create(account: { readonly id: string; readonly name?: string; readonly createdAt: number }): Promise<Account>;
  get(id: string): Promise<Account | undefined>;
  /** Oldest first. */
  list(): Promise<readonly Account[]>;
  /** Takes effect with the next reservation; throws `not_found` or `invalid_request`. */
  setLimit(definition: LimitDefinition): Promise<void>;
  /** Throws `not_found`. */
  setActive(id: string, active: boolean): Promise<void>;
}

/** How long an idempotency key names its run, in ms. */
export const idempotencyMs = 7 * 24 * 60 * 60 * 1000;

/** The period a moment belongs to: the UTC calendar month, in ms since the epoch, end exclusive. */
export function periodAt(at: number): { readonly startsAt: number; readonly endsAt: number } {
  const date = new Date(at);
  const month = (offset: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1);
  return { startsAt: month(0), endsAt: month(1) };
}

/** The maximum as a number, null for unlimited; throws `invalid_request` when it is not a whole number of at least 0. */
export function maxOf(limit: Limit): number | null {
  if ('unlimited' in limit) return null;
  if ('disabled' in limit) return 0;
  if (Number.isSafeInteger(limit.max) && limit.max >= 0) return limit.max;
  const message = 'Expected a whole number of at least 0';
  throw new StudioError('invalid_request', `A limit cannot be ${limit.max}: give a whole number of at least 0.`, {
    details: { issues: [{ path: ['limit', 'max'], message }] },
  });
}

/** Outputs that a call holds: what its first candidate was asked for. */
export function heldCount(call: { readonly candidates: readonly Candidate[] }): number {
  return call.candidates[0]?.count ?? 0;
}

/** What a run takes from each meter. Throws `internal` when the calls do not add up to the reservation. */
export function amountsOf(reservation: Reservation): readonly { readonly meter: string; readonly amount: number }[] {
  const { run, calls, count, micros } = reservation;
  const heldOutputs = calls.reduce((sum, call) => sum + heldCount(call), 0);
  const heldMicros = calls.reduce((sum, call) => sum + call.heldMicros, 0);
  if (calls.length === 0 || heldOutputs !== count || heldMicros !== micros)
    throw new StudioError('internal', 'The calls of a run must add up to what it reserves.');
  return [
    { meter: run.operation, amount: count },
    { meter: 'spend', amount: micros },
    { meter: 'concurrency', amount: 1 },
  ];
}

/** The error of a limit that does not allow a run. */
export function limitExceeded(limit: LimitRefusal): StudioError {
  const left = Math.max(0, limit.max - limit.used - limit.held);
  const of = `${possessive[limit.subject]} limit`;
  if (limit.meter === 'spend') {
    const message = `${of} of ${formatMicros(limit.max)} has ${formatMicros(left)} left; this run needs ${formatMicros(limit.amount)}.`;
    return new StudioError('budget_exceeded', message, { details: { limit } });
  }
  const message =
    limit.meter === 'concurrency'
      ? `${of} of ${limit.max} runs at once is reached; wait for one to end.`
      : `${of} of ${limit.max} outputs of \`${limit.meter}\` has ${left} left; this run asks for ${limit.amount}.`;
  return new StudioError('quota_exceeded', message, { details: { limit } });
}

const possessive = { account: "The account's", key: "The key's", user: "The user's" } as const;
