import { newId } from '@image-studio/core';
import { delivered, noon, reservationOf } from '@image-studio/core/contracts';
import type { Database } from '@image-studio/store';
import { sql } from 'drizzle-orm';

/**
 * The floor of the same rows: two statements a pair that write exactly the rows of a pair of the ledger into its own tables with their
 * indexes, and decide nothing: no limit, plan or period is looked up, no lock is ordered, no lease is compared, no alert is thought of.
 */
export async function sameRowsPair({ drizzle }: Database, ids: readonly string[]) {
  const { rows } = (await drizzle.execute(
    sql`select account, array_to_json(array_agg(id order by id))::text as ids from meters group by account`,
  )) as unknown as { readonly rows: readonly { readonly account: string; readonly ids: string }[] };
  const metersOf = new Map(rows.map((row) => [row.account, `{${row.ids.slice(1, -1)}}`]));

  return async (worker: number): Promise<void> => {
    const account = ids[worker % ids.length] ?? '';
    const meters = metersOf.get(account) ?? '{}';
    const { run, calls } = reservationOf({ account });
    const [call] = calls;
    await drizzle.execute(sql`
      with key as (
        insert into idempotency_keys (account, test, key, run_id, request_hash, created_at)
        values (${account}, true, ${crypto.randomUUID()}, ${run.id}, 'hash', ${noon})
      ),
      new_run as (
        insert into runs (id, account, test, operation, request, request_hash, idempotency_key, metadata, quote, markup_basis_points,
          warnings, created_at, cancel_requested, open_calls, input_bytes, meter_ids)
        values (${run.id}, ${account}, true, 'edit', ${JSON.stringify(run.request)}::jsonb, 'hash', 'key', ${JSON.stringify(run.metadata)}::jsonb,
          ${JSON.stringify(run.quote)}::jsonb, 0, ${JSON.stringify(run.warnings)}::jsonb, ${noon}, false, 1, 0, ${meters}::bigint[])
      ),
      new_call as (
        insert into calls (id, run_id, account, test, index, candidates, candidate, step, attempt, token, outputs, assets, owner,
          lease_token, lease_until, due_at, held_micros, meter_ids)
        values (${call!.id}, ${run.id}, ${account}, true, 0, ${JSON.stringify(call!.candidates)}::jsonb, 0, 'reserved', 0, ${call!.token},
          '[]', '[]', 'node', 1, ${noon}, ${noon}, 1000, ${meters}::bigint[])
      )
      update meters set held = held + 1 where id = any(${meters}::bigint[])`);
    await drizzle.execute(sql`
      with ended as (
        update calls set step = 'settled', outcome = 'succeeded', cost_micros = 900, charge_micros = 1000, finished_at = ${delivered.at}
        where id = ${call!.id}
      ),
      run as (update runs set open_calls = 0 where id = ${run.id}),
      moved as (update meters set held = held - 1, used = used + 1 where id = any(${meters}::bigint[]))
      insert into usage_events (id, kind, account, test, run_id, call_id, operation, vendor, model, outcome, count, quote_micros,
        cost_micros, charge_micros, input_bytes, output_bytes, held_at, at, meter_ids)
      values (${newId('event', noon)}, 'call', ${account}, true, ${run.id}, ${call!.id}, 'edit', 'vendor', 'vendor/paint', 'succeeded', 1,
        1000, 900, 1000, 0, 0, ${noon}, ${delivered.at}, ${meters}::bigint[])`);
  };
}
