import { type AssetRecord, type ErrorBody, type Lease, newId, type Settlement } from '@image-studio/core';
import { expiredCall } from '@image-studio/core/memory';
import { getTableColumns, sql } from 'drizzle-orm';

import { isStorable, toJson } from './columns.ts';
import { type Database, type Drizzle, isFaultOfValues, query, unstorable } from './database.ts';
import { endStatement } from './end-statement.ts';
import { gather } from './gather.ts';
import { patchColumns } from './patch-columns.ts';
import { calls } from './schema.ts';

/** How a call ends; what it held and did not use goes back. */
export interface End {
  readonly step: 'settled' | 'released';
  readonly outcome: 'succeeded' | 'failed' | 'canceled';
  readonly count: number;
  readonly costMicros: number;
  readonly chargeMicros: number;
  readonly files: readonly AssetRecord[];
  readonly answer: Required<Settlement>['answer'];
  readonly error: ErrorBody | undefined;
  readonly at: number;
}

interface Ending {
  readonly callId: string;
  readonly written: string;
  readonly at: number;
}

/**
 * Ends calls by their leases; those that end while a statement is under way go together in the next. False when the lease is lost or the
 * call has ended. Charge and count are cut at what was held.
 */
export function createEndCall({ planned, lanes }: Database): (lease: Lease, end: End) => Promise<boolean> {
  const finish = gather<Ending, boolean>({
    lanes,
    most: 64,
    once: ({ callId }) => callId,
    alike: () => true,
    isOfOne: isFaultOfValues,
    send: async (endings) => {
      const ended = await endAll(planned, endings);
      return endings.map(({ callId }) => ended.has(callId));
    },
  });

  return async ({ callId, leaseToken }, { costMicros, chargeMicros, ...end }) => {
    const { at } = end;
    if (!isStorable(JSON.stringify(callId))) throw unstorable();
    const facts = { ...end, cost_micros: costMicros, charge_micros: chargeMicros };
    const written = toJson({ id: callId, lease_token: leaseToken, event: newId('event', at), ...facts });
    return finish({ callId, written, at });
  };
}

const { ticket, reported } = getTableColumns(calls);
const told = patchColumns({ ticket, reported }, 'e.answer');

async function endAll(drizzle: Drizzle, endings: readonly Ending[]): Promise<ReadonlySet<string>> {
  // In the order of their ids, like everything that is locked.
  const rows = endings.toSorted((a, b) => (a.callId < b.callId ? -1 : 1)).map(({ written }) => written);
  const ending = sql`
    select * from json_to_recordset(${`[${rows.join(',')}]`}::json) as e (id text, lease_token bigint, event text, step text,
      outcome text, count bigint, cost_micros bigint, charge_micros bigint, files jsonb, answer jsonb, error jsonb, at bigint)`;
  const set = sql`step = e.step, outcome = e.outcome, error = e.error, cost_micros = e.cost_micros,
    charge_micros = least(e.charge_micros, held_micros), assets = jsonb_path_query_array(e.files, '$[*].id'), ${told}`;
  const which = sql`calls.lease_token = e.lease_token`;
  return end(drizzle, { ending, set, which, at: Math.max(...endings.map(({ at }) => at)) });
}

/** Ends a call that nobody drives any more: see `Books.expire`. */
export async function expireCall(
  drizzle: Drizzle,
  callId: string,
  { before, at }: { readonly before: number; readonly at: number },
): Promise<boolean> {
  const quote = sql`(candidates -> candidate ->> 'quoteMicros')::bigint`;
  const markup = sql`(select markup_basis_points from runs where runs.id = calls.run_id)`;
  const ended = await end(drizzle, {
    ending: sql`select ${callId}::text as id, ${newId('event', at)}::text as event, 0::bigint as count, '[]'::jsonb as files, ${at}::bigint as at`,
    which: sql`lease_until < ${before}`,
    set: sql`outcome = 'failed', step = case step when 'reserved' then 'released' else 'settled' end,
      error = case step when 'reserved' then ${toJson(expiredCall(false))}::jsonb else ${toJson(expiredCall(true))}::jsonb end,
      cost_micros = case step when 'reserved' then 0 else ${quote} end,
      charge_micros = case step when 'reserved' then 0
        else least(held_micros, (${quote} * (10000 + ${markup}) + 5000) / 10000) end`,
    at,
  });
  return ended.has(callId);
}

async function end(drizzle: Drizzle, which: Parameters<typeof endStatement>[0]): Promise<ReadonlySet<string>> {
  const ended = await query<{ readonly id: string }>(drizzle, endStatement(which));
  return new Set(ended.map(({ id }) => id));
}
