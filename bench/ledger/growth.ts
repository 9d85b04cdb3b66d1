import { noon } from '@image-studio/core/contracts';
import type { Database } from '@image-studio/store';
import { sql } from 'drizzle-orm';

const batch = 100_000;

/** Fills the tables with ended runs of the past year, from `from` to `until` of them: run, call, idempotency key and event each. */
export async function fillEvents({ drizzle }: Database, ids: readonly string[], from: number, until: number) {
  for (let first = from; first < until; first += batch) {
    const last = Math.min(first + batch, until) - 1;
    const number = sql`lpad(n::text, 12, '0')`;
    const account = sql`'account-' || (n % ${ids.length})`;
    await drizzle.execute(sql`
      insert into usage_events (id, kind, account, test, run_id, call_id, operation, vendor, model, outcome, count, quote_micros,
        cost_micros, charge_micros, input_bytes, output_bytes, held_at, at, meter_ids)
      select 'event_00' || ${number}, 'call', ${account}, true, 'run_00' || ${number}, 'call_00' || ${number}, 'edit', 'vendor',
        'vendor/paint', 'succeeded', 1, 1000, 900, 1000, 100, 1000, ${noon}::bigint - n, ${noon}::bigint - n, '{}'
      from generate_series(${first}::int, ${last}::int) n`);
    await drizzle.execute(sql`
      insert into runs (id, account, test, operation, request, request_hash, metadata, quote, markup_basis_points, warnings, created_at,
        cancel_requested, open_calls, input_bytes, meter_ids)
      select 'run_00' || ${number}, ${account}, true, 'edit', '{}', 'hash', '{}', '{}', 0, '[]', ${noon}::bigint - n, false, 0, 100, '{}'
      from generate_series(${first}::int, ${last}::int) n`);
    await drizzle.execute(sql`
      insert into calls (id, run_id, account, test, index, candidates, candidate, step, attempt, token, outputs, assets, lease_token,
        lease_until, due_at, held_micros, cost_micros, charge_micros, outcome, finished_at, meter_ids)
      select 'call_00' || ${number}, 'run_00' || ${number}, ${account}, true, 0, '[{"model": "vendor/paint"}]', 0, 'settled', 0,
        'token' || n, '[]', '[]', 1, 0, 0, 1000, 900, 1000, 'succeeded', ${noon}::bigint - n, '{}'
      from generate_series(${first}::int, ${last}::int) n`);
  }
  // What filling leaves to be done in the background is done now, not while it is measured.
  await drizzle.execute(sql`vacuum analyze`);
  await drizzle.execute(sql`checkpoint`);
}

/** How the database finds what the hot statements look for: by index, whatever the size. */
export async function planOf({ drizzle }: Database, account: string): Promise<string> {
  const looks = [
    sql`select * from meters where account = ${account} and test = true and subject = 'account' and subject_id = ${account} and meter = 'edit' and starts_at = 0`,
    sql`select * from calls where id = 'call_00000000000001' and lease_token = 1 and coalesce(step, '') not in ('settled', 'released')`,
    sql`select * from usage_events where account = ${account} and test = true order by id desc limit 100`,
    sql`select * from calls where step not in ('settled', 'released') and due_at <= 0 order by due_at limit 200`,
  ];
  const plans: string[] = [];
  for (const look of looks) {
    const { rows } = (await drizzle.execute(sql`explain (costs off) ${look}`)) as unknown as {
      readonly rows: readonly Readonly<Record<string, string>>[];
    };
    plans.push(rows.map((row) => `    ${row['QUERY PLAN']}`).join('\n'));
  }
  return plans.join('\n');
}
