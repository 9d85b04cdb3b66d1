import type { Micros } from '@image-studio/core';
import { sql } from 'drizzle-orm';

import { type Database, query } from './database.ts';

/** What a vendor says it took for a job; `id` is the one in the call's ticket. Times in ms since the epoch. */
export interface VendorBill {
  readonly id: string;
  readonly micros: Micros;
  readonly at: number;
}

/**
 * A call for which we booked something else than the vendor took. `billed`: the vendor kept money for a call that was given back, or more
 * than was booked; `not_billed`: less than was booked, or nothing; `unknown_job`: a bill that is of no call.
 */
export interface BillDifference {
  readonly kind: 'billed' | 'not_billed' | 'unknown_job';
  readonly jobId: string | null;
  readonly callId: string | null;
  readonly runId: string | null;
  readonly account: string | null;
  readonly bookedMicros: Micros;
  readonly billedMicros: Micros;
}

/** Our books beside the vendor's. Calls that have not ended are counted and not compared. */
export interface Reconciliation {
  readonly compared: number;
  readonly open: number;
  readonly bookedMicros: Micros;
  readonly billedMicros: Micros;
  readonly differences: readonly BillDifference[];
}

interface Booked {
  readonly callId: string;
  readonly runId: string;
  readonly account: string;
  readonly jobId: string | null;
  readonly open: boolean;
  readonly bookedMicros: Micros;
  readonly at: number;
}

/** The vendor's clock and ours may differ by so much, and a bill may follow its request by so much, in ms. */
const skewMs = 15 * 60_000;

/**
 * Compares what a vendor took for the jobs of a stretch of time with the cost that was booked, call by call. `bills` gets a stretch that
 * is longer than the one asked for, so that no bill at its edge is missed.
 */
export async function reconcile(
  { drizzle }: Pick<Database, 'drizzle'>,
  of: { readonly vendor: string; readonly test: boolean; readonly from: number; readonly until: number },
  bills: (window: { readonly from: number; readonly until: number }) => Promise<readonly VendorBill[]>,
): Promise<Reconciliation> {
  const { from, until } = of;
  const isWithin = (at: number) => at >= from && at < until;
  const billed = await bills({ from: from - skewMs, until: until + skewMs });
  const rows = await query<{ readonly call: Booked }>(
    drizzle,
    sql`
      select jsonb_build_object('callId', id, 'runId', run_id, 'account', account, 'at', submitted_at,
        'jobId', case jsonb_typeof(ticket) when 'object' then ticket ->> 'id' else ticket #>> '{}' end,
        'open', step not in ('settled', 'released'), 'bookedMicros', coalesce(cost_micros, 0)) as call
      from calls
      where test = ${of.test} and submitted_at >= ${from - 2 * skewMs} and submitted_at < ${until + 2 * skewMs}
        and split_part(candidates -> candidate ->> 'model', '/', 1) = ${of.vendor}`,
  );
  const calls = rows.map(({ call }) => call);
  const byJob = new Map(billed.map((bill) => [bill.id, bill]));
  const known = new Set(calls.map(({ jobId }) => jobId));
  const own = calls.filter(({ at }) => isWithin(at));
  const ended = own.filter(({ open }) => !open).map((call) => ({ ...call, ...sumOf(byJob.get(call.jobId ?? '')) }));
  const strangers = billed.filter(({ id, at, micros }) => isWithin(at) && micros !== 0 && !known.has(id));
  const differing = ended.filter(({ bookedMicros, billedMicros }) => bookedMicros !== billedMicros);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return {
    compared: ended.length,
    open: own.length - ended.length,
    bookedMicros: sum(ended.map(({ bookedMicros }) => bookedMicros)),
    billedMicros: sum([...ended.map(({ billedMicros }) => billedMicros), ...strangers.map(({ micros }) => micros)]),
    differences: [
      ...differing.map(({ jobId, callId, runId, account, bookedMicros, billedMicros }) => {
        const kind = billedMicros > bookedMicros ? ('billed' as const) : ('not_billed' as const);
        return { kind, jobId, callId, runId, account, bookedMicros, billedMicros };
      }),
      ...strangers.map(({ id: jobId, micros: billedMicros }) => ({ ...nobodys, jobId, billedMicros })),
    ],
  };
}

const nobodys = { kind: 'unknown_job', callId: null, runId: null, account: null, bookedMicros: 0 } as const;

const sumOf = (bill: VendorBill | undefined) => ({ billedMicros: bill?.micros ?? 0 });
