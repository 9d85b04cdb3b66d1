import type { ErrorBody, StudioError } from '../errors/studio-error.ts';
import type { Micros } from '../result/money.ts';
import type { CallPatch, CallRow, Lease, RunRow, Scope } from '../run/journal.ts';
import type { AssetRecord } from '../run/ports.ts';
import type { LimitSubject } from './limit.ts';

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
  /** The files delivered, in their order: recorded, and named by the call, in the same step. */
  readonly files?: readonly AssetRecord[];
  /** What the answer told that no earlier step wrote down. */
  readonly answer?: Answer;
  readonly error?: ErrorBody;
  readonly at: number;
}

/** What a vendor's answer tells beside its files. */
export type Answer = Pick<CallPatch, 'ticket' | 'reported'>;

/** The end of a call that cost nothing. */
export interface Release {
  readonly outcome: 'failed' | 'canceled';
  readonly error: ErrorBody;
  readonly at: number;
}

/** One meter: how much of a limit is used. Unit: outputs for an operation, micros for `spend` and `budget`, runs for the others. */
export interface MeterReading {
  readonly meter: string;
  /** In the period before. */
  readonly previous: number;
  readonly used: number;
  readonly held: number;
  /** Null = unlimited. */
  readonly max: number | null;
  /** In all periods. */
  readonly total: number;
  /** Start and end of the period, ms since the epoch; null = for ever. */
  readonly startsAt: number | null;
  readonly endsAt: number | null;
}

/** What every finished call leaves behind, and every correction; never changed afterwards. A correction names no outcome. */
export interface UsageEvent extends Scope {
  readonly id: string;
  readonly kind: 'call' | 'refund' | 'adjustment';
  readonly runId: string | null;
  readonly callId: string | null;
  readonly user: string | null;
  readonly key: string | null;
  readonly operation: string | null;
  readonly vendor: string | null;
  readonly model: string | null;
  /** The day, `2026-11-22`, of which the model's row in the catalogue was. */
  readonly catalogueDate: string | null;
  readonly outcome: 'succeeded' | 'failed' | 'canceled' | null;
  readonly errorCode: string | null;
  readonly count: number;
  readonly quoteMicros: Micros;
  readonly costMicros: Micros;
  /** Negative for what was given back. */
  readonly chargeMicros: Micros;
  /** Files that went in, of the whole run, and files that came out, of this call. */
  readonly inputBytes: number;
  readonly outputBytes: number;
  /** The consent the request gave: `true` or where it was given. */
  readonly consent: string | null;
  /** The operator's number and words for a correction. */
  readonly reference: string | null;
  readonly reason: string | null;
  /** When it was held, which decides the period, when it was sent, and when it ended. */
  readonly heldAt: number;
  readonly submittedAt: number | null;
  readonly at: number;
}

/** What an account's plan adds to a price. */
export interface Terms {
  readonly plan: string | null;
  readonly markupBasisPoints: number;
  readonly requiresConsent: boolean;
}

/** A price that stands until `expiresAt` for one request: what a run that names it holds at most. */
export interface BoundQuote extends Scope {
  readonly id: string;
  /** As in {@link RunRow}: which request was quoted. */
  readonly requestHash: string;
  readonly micros: Micros;
  readonly expiresAt: number;
}

/**
 * Money and limits. `reserve`, `settle` and `release` write the journal's rows in the same atomic step, so a ledger and a
 * journal that are handed in together come from one store.
 */
export interface Ledger {
  /**
   * Holds and accepts, or refuses and leaves nothing: throws `quota_exceeded`, `budget_exceeded`, `rate_limited`, `plan_inactive`,
   * `unauthorized` (unknown account) or `conflict` (the key was used for another request).
   */
  reserve(reservation: Reservation): Promise<Reserved>;
  /** What `reserve` would refuse the run with, limits and account only; undefined when it is allowed. Holds and counts nothing. */
  judge(reservation: Reservation): Promise<StudioError | undefined>;
  /** The run that an idempotency key names at `at`, and the request it was used for. */
  findRepeated(
    scope: Scope,
    idempotencyKey: string,
    at: number,
  ): Promise<{ readonly runId: string; readonly requestHash: string } | undefined>;
  /** Ends a call and charges. Idempotent by call: false when the lease is lost or the call has ended. */
  settle(lease: Lease, settlement: Settlement): Promise<boolean>;
  /** Ends a call and gives the hold back. Idempotent by call. */
  release(lease: Lease, release: Release): Promise<boolean>;
  /** The meters of an account in the current period; of one of its keys or users: those that are limited. */
  usage(scope: Scope, at: number, whom?: LimitSubject): Promise<readonly MeterReading[]>;
  /** What the account's plan adds to prices; nothing where there is no account or no plan. */
  terms(scope: Scope): Promise<Terms>;
  /** Keeps a quote until it has expired. */
  keepQuote(quote: BoundQuote): Promise<void>;
  /** Undefined for an unknown quote and for another scope's; an expired one may be gone. */
  findQuote(scope: Scope, id: string): Promise<BoundQuote | undefined>;
  /** Newest first. */
  events(scope: Scope, page: { readonly limit: number; readonly before?: string }): Promise<readonly UsageEvent[]>;
}
