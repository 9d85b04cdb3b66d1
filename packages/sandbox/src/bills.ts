import type { Clock, Json, Micros } from '@image-studio/core';

/** One charge. `refunded` turns true when a failed job ends. `at` in ms since the epoch. */
export interface Bill {
  readonly id: string;
  readonly model: string;
  readonly micros: Micros;
  readonly refunded: boolean;
  readonly at: number;
  /** What the caller sent, without what the vendor drops. */
  readonly inputs: Readonly<Record<string, Json>>;
}

/** A charge about to be made; `refundAt` is when a job that fails gives its money back. */
export interface Charge extends Omit<Bill, 'refunded' | 'at'> {
  readonly refundAt?: number | undefined;
}

/** The money of the one account of the sandbox. */
export interface Account {
  /** False when the balance does not cover it; nothing is charged then. */
  charge(charge: Charge): boolean;
  /** The last {@link keptBills} charges, oldest first. */
  bills(): readonly Bill[];
  balanceMicros(): Micros;
}

/** Older charges are forgotten, so that a sandbox that lives long does not grow; the balance still knows them. */
export const keptBills = 20_000;

/** An account with a starting balance. */
export function createAccount({ clock, balanceMicros }: { clock: Clock; balanceMicros: Micros }): Account {
  let bills: { bill: Omit<Bill, 'refunded'>; refundAt: number | undefined }[] = [];
  let refunds: { at: number; micros: Micros }[] = [];
  let balance = balanceMicros;

  const settleRefunds = () => {
    const now = clock.now();
    const due = refunds.filter(({ at }) => at <= now);
    if (due.length === 0) return;
    refunds = refunds.filter(({ at }) => at > now);
    balance += due.reduce((sum, { micros }) => sum + micros, 0);
  };

  return {
    charge({ refundAt, ...charge }) {
      settleRefunds();
      if (charge.micros > balance) return false;
      balance -= charge.micros;
      bills.push({ bill: { ...charge, at: clock.now() }, refundAt });
      if (refundAt !== undefined) refunds.push({ at: refundAt, micros: charge.micros });
      if (bills.length > keptBills * 1.1) bills = bills.slice(-keptBills);
      return true;
    },
    bills: () =>
      bills.map(({ bill, refundAt }) => ({ ...bill, refunded: refundAt !== undefined && refundAt <= clock.now() })),
    balanceMicros() {
      settleRefunds();
      return balance;
    },
  };
}
