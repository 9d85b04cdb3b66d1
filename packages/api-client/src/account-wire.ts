import type { Money } from './wire.ts';

/** One meter of the account: outputs, runs, or micros for `spend`. */
export interface Meter {
  readonly meter: string;
  readonly used: number;
  readonly held: number;
  /** Null = unlimited. */
  readonly max: number | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** What a finished call left behind. */
export interface UsageEvent {
  readonly id: string;
  readonly runId: string;
  readonly operation: string;
  readonly vendor: string;
  readonly model: string;
  readonly outcome: string;
  readonly errorCode: string | null;
  readonly count: number;
  readonly quote: Money;
  readonly cost: Money;
  readonly charge: Money;
  readonly at: string;
}

/** A key of the account. `key` is there once, in the answer that makes it. */
export interface Key {
  readonly id: string;
  readonly name: string;
  readonly test: boolean;
  readonly scopes?: readonly string[] | null;
  readonly createdAt: string;
  readonly expiresAt?: string | null;
  readonly revokedAt?: string | null;
  readonly lastUsedAt?: string | null;
  readonly key?: string;
}

/** How far the account and this key may go. */
export interface Limits {
  readonly plan: { readonly id: string; readonly name: string } | null;
  readonly account: readonly Meter[];
  readonly key: readonly Meter[];
}

/** A limit that came to a share of itself. `threshold` in percent. */
export interface Alert {
  readonly id: string;
  readonly subject: 'account' | 'key' | 'user';
  readonly meter: string;
  readonly threshold: number;
  readonly max: number;
  readonly used: number;
  readonly at: string;
}

/** What was used over a stretch of time, summed by `by`. */
export interface UsageReport {
  readonly by: string;
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
