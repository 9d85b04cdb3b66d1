import { noon } from '@image-studio/core/contracts';
import type { Database } from '@image-studio/store';
import { sql } from 'drizzle-orm';

const batch = 100_000;
const tables = ['usage_events', 'runs', 'calls', 'idempotency_keys'];
/** Ten characters of five bits, as in the ids that the studio draws: they sort by time. */
const timeOf = (at: string) =>
  Array.from(
    { length: 10 },
    (_, index) => `substr('0123456789abcdefghjkmnpqrstvwxyz', (((${at}) >> ${5 * (9 - index)}) & 31)::int + 1, 1)`,
  ).join(' || ');

/**
 * Fills the tables with ended runs, from `from` to `until` of them, one every three seconds until noon: run, call, idempotency key and
 * event each. Indexes but those of primary keys are dropped before and made again after, which leaves the same and is quicker.
 */
export async function fillEvents({ drizzle }: Database, ids: readonly string[], from: number, until: number) {
  const { rows } = (await drizzle.execute(sql`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename in ${tables} and indexname not in (select conname from pg_constraint)`)) as unknown as {
    readonly rows: readonly { readonly name: string; readonly definition: string }[];
  };
  for (const { name } of rows) await drizzle.execute(sql.raw(`drop index ${name}`));
  for (let first = from; first < until; first += batch) {
    const last = Math.min(first + batch, until) - 1;
    const at = `(${noon}::bigint - (${until} - n) * 3000::bigint)`;
    const filled = sql.raw(
      `(select n, at, 'account-' || (n % ${ids.length}) as account, ${timeOf('at')} || lpad(n::text, 20, '0') as id
        from (select n, ${at} as at from generate_series(${first}::int, ${last}::int) n) numbers) filled`,
    );
    const events = drizzle.execute(sql`
      insert into usage_events (id, kind, account, test, run_id, call_id, operation, vendor, model, outcome, count, quote_micros,
        cost_micros, charge_micros, input_bytes, output_bytes, held_at, at, meter_ids)
      select 'event_' || id, 'call', account, true, 'run_' || id, 'call_' || id, 'edit', 'vendor',
        'vendor/paint', 'succeeded', 1, 1000, 900, 1000, 100, 1000, at, at, '{}' from ${filled}`);
    const runs = drizzle.execute(sql`
      insert into runs (id, account, test, operation, request, request_hash, metadata, quote, markup_basis_points, warnings, created_at,
        cancel_requested, open_calls, input_bytes, meter_ids, announced_at)
      select 'run_' || id, account, true, 'edit', '{"image": {"asset": "asset_1"}}', 'hash', '{}', '{}', 0, '[]', at, false, 0, 100, '{}', at
      from ${filled}`);
    const calls = drizzle.execute(sql`
      insert into calls (id, run_id, account, test, index, candidates, candidate, step, attempt, token, outputs, assets, lease_token,
        lease_until, due_at, held_micros, cost_micros, charge_micros, outcome, submitted_at, finished_at, meter_ids)
      select 'call_' || id, 'run_' || id, account, true, 0, '[{"model": "vendor/paint", "count": 1}]', 0, 'settled', 0,
        md5('token' || n), '[]', '[]', 1, 0, 0, 1000, 900, 1000, 'succeeded', at, at, '{}' from ${filled}`);
    const keys = drizzle.execute(sql`
      insert into idempotency_keys (account, test, key, run_id, request_hash, created_at)
      select account, true, 'key-' || n, 'run_' || id, 'hash', at from ${filled}`);
    await Promise.all([events, runs, calls, keys]);
  }
  await Promise.all(rows.map(({ definition }) => drizzle.execute(sql.raw(definition))));
  // What filling leaves to be done in the background is done now, not while it is measured.
  await drizzle.execute(sql`vacuum analyze`);
  await drizzle.execute(sql`checkpoint`);
}

/** How the database finds what the hot statements look for: by index, whatever the size. */
export async function planOf({ drizzle }: Database, account: string): Promise<string> {
  const open = sql`step not in ('settled', 'released')`;
  const looks = [
    sql`select * from meters where account = ${account} and test = true and subject = 'account' and subject_id = ${account} and meter = 'edit' and starts_at = 0`,
    sql`select * from calls where id = any(array['call_00000000000001', 'call_00000000000002']) and coalesce(step, '') not in ('settled', 'released')`,
    sql`select * from idempotency_keys where account = ${account} and test = true and key = 'key-7'`,
    sql`delete from idempotency_keys where created_at < ${0}`,
    sql`select * from usage_events where account = ${account} and test = true order by id desc limit 100`,
    sql`select * from usage_events where account = ${account} and test = true and id >= 'event_01kg' and id < 'event_01kh'`,
    sql`select * from runs where account = ${account} and test = true and forgotten_at is null order by id desc limit 20`,
    sql`select * from calls where ${open} and due_at <= 0 order by due_at limit 200`,
    sql`select * from calls where ${open} and (step = 'in_doubt' or lease_until < 0) order by id limit 100`,
    sql`select * from calls where test and submitted_at >= ${noon - 60_000} and submitted_at < ${noon}`,
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
