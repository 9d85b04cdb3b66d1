import { type ErrorBody, StudioError } from '../errors/studio-error.ts';
import type { Micros } from '../result/money.ts';
import type { Scope } from '../run/journal.ts';
import type { UsageEvent } from './ledger.ts';

/** A meter came to a share of its limit. Raised once for each period, limit and threshold; test and live apart. */
export interface Alert extends Scope {
  readonly id: string;
  readonly account: string;
  readonly subject: 'account' | 'key' | 'user';
  readonly subjectId: string;
  readonly meter: string;
  /** Percent of the limit. */
  readonly threshold: 50 | 80 | 95 | 100;
  readonly max: number;
  readonly used: number;
  /** The period, ms since the epoch; null = for ever. */
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly at: number;
}

/** What usage can be summed by. A day is a UTC date, `2026-03-15`. */
export type ReportGroup = 'day' | 'operation' | 'model' | 'vendor' | 'key' | 'user';

/** A line of a report. */
export interface ReportRow {
  /** Null: the events that have none, such as runs without an end user. */
  readonly group: string | null;
  /** Calls that ended. */
  readonly calls: number;
  readonly succeeded: number;
  /** Outputs delivered. */
  readonly count: number;
  readonly costMicros: Micros;
  /** Refunds and adjustments taken in. */
  readonly chargeMicros: Micros;
}

/** Why money is moved by hand. The same reference moves it once. */
export interface Correction {
  /** The operator's own number for it; unique in the account's mode. */
  readonly reference: string;
  readonly reason: string;
  readonly micros: Micros;
  readonly at: number;
}

/** What is asked of a ledger's books beside running: corrections, alerts and reports. */
export interface Books {
  /**
   * Ends a call that nobody has driven since `before` (its lease was over by then), whatever its lease: what was never sent is
   * released, what may have been sent is charged as it was quoted. Idempotent by call: false when it has ended or is still driven.
   */
  expire(callId: string, when: { readonly before: number; readonly at: number }): Promise<boolean>;
  /**
   * Gives back part of what a call was charged, as a new event in the period of the call; the event itself stays. Throws
   * `not_found`, or `conflict` when more would be given back than was charged.
   */
  refund(scope: Scope, callId: string, correction: Correction): Promise<UsageEvent>;
  /** Charges (or with negative micros credits) the account in its current period. Throws `conflict` when its spend would fall below 0. */
  adjust(scope: Scope, correction: Correction): Promise<UsageEvent>;
  /** Newest first. */
  alerts(scope: Scope, page: { readonly limit: number; readonly before?: string }): Promise<readonly Alert[]>;
  /** Alerts of all accounts that nobody was told of yet, oldest first: what outgoing webhooks are made of. */
  untoldAlerts(limit: number): Promise<readonly Alert[]>;
  /** Marks alerts as told; answers the ids that were not told before, so that of several nodes one tells. */
  markTold(ids: readonly string[], at: number): Promise<readonly string[]>;
  /** Sums over the events of a stretch of time (ms since the epoch, end exclusive), by group in their order. */
  report(
    scope: Scope,
    of: { readonly from: number; readonly until: number; readonly by: ReportGroup },
  ): Promise<readonly ReportRow[]>;
}

/** The shares of a limit, in percent, at which an alert is raised. */
export const alertThresholds = [50, 80, 95, 100] as const;

/** The error of a call that nobody drove any more. */
export function expiredCall(sent: boolean): ErrorBody {
  const message = sent
    ? 'Nobody could find out in time what became of this call; it is charged as it was quoted.'
    : 'This call waited too long and was never sent; nothing is charged.';
  return new StudioError('timed_out', message, { billed: sent ? 'unknown' : 'no' }).toJSON();
}

/** The answer about a call that has no charge to give back. */
export function noCall(): StudioError {
  return new StudioError('not_found', 'There is no call of this id that has ended.');
}

/** The refusal of a correction by which more would be given back than was charged. */
export function overcorrected(): StudioError {
  return new StudioError('conflict', 'More would be given back than was charged: see the usage events.');
}
