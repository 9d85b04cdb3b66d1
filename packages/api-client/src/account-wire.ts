import type { Money } from './wire.ts';

/** Outputs, runs, or micros for `spend` and `budget`, in the meter's period. */
export interface Meter {
  readonly meter: string;
  /** In the period before. */
  readonly previous: number;
  readonly used: number;
  /** Kept for open runs. */
  readonly held: number;
  /** As `used`. */
  readonly current: number;
  /** Null = unlimited. */
  readonly max: number | null;
  /** As `max`. */
  readonly limit: number | null;
  /** In all periods. */
  readonly total: number;
  /** Null = for ever. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** What an ended call left behind, or a correction by the operator. */
export interface UsageEvent {
  readonly id: string;
  readonly object: 'usage_event';
  readonly kind: 'call' | 'refund' | 'adjustment';
  readonly test: boolean;
  readonly runId: string | null;
  readonly callId: string | null;
  readonly user: string | null;
  readonly key: string | null;
  readonly operation: string | null;
  readonly vendor: string | null;
  readonly model: string | null;
  readonly catalogueDate: string | null;
  readonly outcome: 'succeeded' | 'failed' | 'canceled' | null;
  readonly errorCode: string | null;
  readonly count: number;
  readonly quote: Money;
  readonly cost: Money;
  /** Negative = given back. */
  readonly charge: Money;
  readonly inputBytes: number;
  readonly outputBytes: number;
  readonly consent: string | null;
  readonly reference: string | null;
  readonly reason: string | null;
  readonly heldAt: string | null;
  readonly submittedAt: string | null;
  readonly at: string;
  /** Milliseconds. */
  readonly timings: { readonly total: number; readonly vendor: number | null };
}

/** What a key may do: start runs, read what became of them, make other keys. */
export type Scope = 'run' | 'read' | 'admin';

/** A key of the account, without the key itself. */
export interface Key {
  readonly id: string;
  readonly object: 'key';
  readonly account: string;
  readonly test: boolean;
  readonly name: string;
  /** Its last characters. */
  readonly ending: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** A key to be made, of the mode of the key that makes it. */
export interface NewKey {
  readonly name?: string;
  /** Absent = `run` and `read`. */
  readonly scopes?: readonly Scope[];
  /** ISO 8601. */
  readonly expiresAt?: string;
  /** Micro-dollars for each calendar month (UTC). */
  readonly budget?: number;
  readonly test?: boolean;
}

/** A key just made: the one time that the key itself is shown. */
export interface MadeKey extends Key {
  readonly key: string;
}

interface Stretch {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** How far the account, this key and a user may go. */
export interface Limits {
  readonly object: 'limits';
  readonly test: boolean;
  /** False = suspended, or the plan has ended. */
  readonly active: boolean;
  readonly plan: { readonly id: string; readonly name: string; readonly markupBasisPoints: number } | null;
  readonly interval: 'monthly' | 'yearly';
  /** What monthly limits count. */
  readonly period: Stretch;
  /** What is paid for at once. */
  readonly term: Stretch;
  readonly planEndsAt: string | null;
  readonly account: readonly Meter[];
  readonly key: readonly Meter[];
  readonly user?: readonly Meter[] | undefined;
}

/** A limit that came to a share of itself. `threshold` in percent. */
export interface Alert {
  readonly id: string;
  readonly object: 'alert';
  readonly test: boolean;
  readonly subject: 'account' | 'key' | 'user';
  readonly subjectId: string;
  readonly meter: string;
  readonly threshold: 50 | 80 | 95 | 100;
  readonly max: number;
  readonly used: number;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly at: string;
}

/** What was used over a stretch of time, summed by `by`. */
export interface UsageReport {
  readonly object: 'report';
  readonly by: string;
  readonly test: boolean;
  readonly from: string;
  readonly until: string;
  readonly data: readonly {
    /** The day, operation, model, …; null for what has none. */
    readonly group: string | null;
    readonly calls: number;
    readonly succeeded: number;
    readonly count: number;
    readonly cost: Money;
    readonly charge: Money;
  }[];
}
