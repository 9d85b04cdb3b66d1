import type { Database } from '@image-studio/store';
import { sql } from 'drizzle-orm';
import type { Bill } from './bills-of-calls.ts';
import type { Violation } from './judge.ts';

/** What stays of a call whose run was forgotten: its job at the vendor and what it cost. */
export interface ForgottenCall {
  readonly id: string;
  readonly run: string;
  readonly ticket: string | null;
  readonly costMicros: number | null;
  readonly chargeMicros: number | null;
}

/** The calls of all runs that were forgotten. */
export async function forgottenCalls({ drizzle }: Pick<Database, 'drizzle'>): Promise<readonly ForgottenCall[]> {
  const result = await drizzle.execute(sql`
    select c.id, c.run_id as run, c.ticket ->> 'id' as ticket,
      c.cost_micros::float8 as "costMicros", c.charge_micros::float8 as "chargeMicros"
    from calls c join runs r on r.id = c.run_id where r.forgotten_at is not null`);
  return (result as unknown as { readonly rows: readonly ForgottenCall[] }).rows;
}

/** The bills that are not of a forgotten call. */
export function withoutForgotten(bills: readonly Bill[], calls: readonly ForgottenCall[]): readonly Bill[] {
  const tickets = new Set(calls.map(({ ticket }) => ticket));
  return bills.filter(({ id }) => !tickets.has(id));
}

/** A forgotten call has at most one bill, and what it cost is what was billed. */
export function forgottenBills(bills: readonly Bill[], calls: readonly ForgottenCall[]): Violation[] {
  return calls.flatMap(({ id, run, ticket, costMicros }): Violation[] => {
    const own = bills.filter((bill) => bill.id === ticket);
    const billed = own.reduce((sum, { micros, refunded }) => sum + (refunded ? 0 : micros), 0);
    if (own.length > 1) return [{ invariant: 'one bill', run, what: `${id} has ${own.length} bills` }];
    if (ticket === null || billed === (costMicros ?? 0)) return [];
    return [{ invariant: 'books balance', run, what: `${id} cost ${costMicros}, but the vendor billed ${billed}` }];
  });
}
