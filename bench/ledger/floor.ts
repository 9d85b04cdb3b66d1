import { type CallRow, newId, type RunRow } from '@image-studio/core';
import { noon, reservationOf } from '@image-studio/core/contracts';
import { sql } from 'drizzle-orm';

import type { Database } from '@image-studio/store';

/**
 * The bare floor: two statements a pair that write what a ledger with a journal must write (a run with its request, a call with its body, an
 * idempotency key, a meter that is raised only if it fits, the end of the call and an event), with nothing looked up, priced or explained.
 */
export async function prepareFloor({ drizzle }: Database, ids: readonly string[]): Promise<void> {
  const statements = [
    'create table floor_meters (id text primary key, used bigint not null, held bigint not null, max bigint not null)',
    'create table floor_runs (id text primary key, account text not null, row jsonb not null)',
    'create table floor_calls (id text primary key, run_id text not null, step text not null, held bigint not null, row jsonb not null)',
    'create table floor_keys (account text not null, key text not null, run_id text not null, primary key (account, key))',
    'create table floor_events (id text primary key, account text not null, call_id text not null unique, charge bigint not null)',
    'create index floor_runs_by_account on floor_runs (account, id)',
    'create index floor_events_by_account on floor_events (account, id)',
  ];
  for (const statement of statements) await drizzle.execute(sql.raw(statement));
  for (const id of ids) await drizzle.execute(sql`insert into floor_meters values (${id}, 0, 0, ${1e15}::bigint)`);
}

/** One pair on the floor. */
export function floorPair({ drizzle }: Database, ids: readonly string[]) {
  return async (worker: number): Promise<void> => {
    const account = ids[worker % ids.length] ?? '';
    const { run, calls } = reservationOf({ account });
    const [call] = calls;
    await drizzle.execute(hold(account, run, call!));
    await drizzle.execute(sql`
      with ended as (
        update floor_calls set step = 'settled' where id = ${call!.id} and step = 'reserved' returning id, held
      ),
      moved as (
        update floor_meters set held = floor_meters.held - ended.held, used = used + ended.held from ended
        where floor_meters.id = ${account}
      )
      insert into floor_events select ${newId('event', noon)}, ${account}, id, held from ended`);
  };
}

function hold(account: string, run: RunRow, call: CallRow) {
  return sql`
    with fits as (
      update floor_meters set held = held + 1000 where id = ${account} and used + held + 1000 <= max returning id
    ),
    key as (insert into floor_keys select ${account}, ${crypto.randomUUID()}, ${run.id} from fits returning run_id),
    new_run as (insert into floor_runs select ${run.id}, ${account}, ${JSON.stringify(run)}::jsonb from key)
    insert into floor_calls select ${call.id}, ${run.id}, 'reserved', 1000, ${JSON.stringify(call)}::jsonb from key`;
}
