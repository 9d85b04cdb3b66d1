import type { ErrorBody } from '../errors/studio-error.ts';
import type { Micros } from '../result/money.ts';
import type { CallRow, Lease, RunRow, Scope } from '../run/journal.ts';

/** A run that wants to begin: the rows to write and what to hold, decided and done in one step. */
export interface Reservation {
  readonly run: RunRow;
  /** Each with `heldMicros` and its first lease already set. */
  readonly calls: readonly CallRow[];
  /** Outputs asked for: the unit of the operation's meter. */
  readonly count: number;
  /** The price to hold: the sum over the calls. */
  readonly micros: Micros;
}

/** `attached` = the idempotency key named an earlier run with the same request; nothing was held again. */
export interface Reserved {
  readonly runId: string;
  readonly attached: boolean;
}

/** The end of a call that produced files, or that the vendor billed all the same. */
export interface Settlement {
  readonly outcome: 'succeeded' | 'failed';
  /** Files delivered; the rest of what was held goes back. */
  readonly count: number;
  /** What the vendor took, as far as known. */
  readonly costMicros: Micros;
  /** What the account pays; at most the hold. */
  readonly chargeMicros: Micros;
  readonly error?: ErrorBody;
  readonly at: number;
}

/** The end of a call that cost nothing. */
export interface Release {
  readonly outcome: 'failed' | 'canceled';
  readonly error: ErrorBody;
  readonly at: number;
}

/** One meter: how much of a limit is used. Unit: outputs for an operation, micros for `spend`, runs for `concurrency`. */
export interface MeterReading {
  readonly meter: string;
  readonly used: number;
  readonly held: number;
  /** Null = unlimited. */
  readonly max: number | null;
  /** Start and end of the period, ms since the epoch; null = for ever. */
  readonly startsAt: number | null;
  readonly endsAt: number | null;
}

/** What every finished call leaves behind, never changed afterwards. */
export interface UsageEvent extends Scope {
  readonly id: string;
  readonly runId: string;
  readonly callId: string;
  readonly user: string | null;
  readonly key: string | null;
  readonly operation: string;
  readonly vendor: string;
  readonly model: string;
  readonly outcome: 'succeeded' | 'failed' | 'canceled';
  readonly errorCode: string | null;
  readonly count: number;
  readonly quoteMicros: Micros;
  readonly costMicros: Micros;
  readonly chargeMicros: Micros;
  readonly at: number;
}

/**
 * Money and limits. `reserve`, `settle` and `release` write the journal's rows in the same atomic step, so a ledger and a
 * journal that are handed in together come from one store.
 */
export interface Ledger {
  /**
   * Holds and accepts, or refuses and leaves nothing: throws `quota_exceeded`, `budget_exceeded`, `plan_inactive`,
   * `unauthorized` (unknown account) or `conflict` (the key was used for another request).
   */
  reserve(reservation: Reservation): Promise<Reserved>;
  /** Ends a call and charges. Idempotent by call: false when the lease is lost or the call has ended. */
  settle(lease: Lease, settlement: Settlement): Promise<boolean>;
  /** Ends a call and gives the hold back. Idempotent by call. */
  release(lease: Lease, release: Release): Promise<boolean>;
  /** The meters of an account in the current period. */
  usage(scope: Scope, at: number): Promise<readonly MeterReading[]>;
  /** Newest first. */
  events(scope: Scope, page: { readonly limit: number; readonly before?: string }): Promise<readonly UsageEvent[]>;
}
