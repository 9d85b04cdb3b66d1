import { type SQL, sql } from 'drizzle-orm';

import { type Database, query } from './database.ts';

/** Something in the books that does not agree with something else. */
export interface Difference {
  /** The rule that is broken. */
  readonly rule: string;
  /** The meter, call, run or account. */
  readonly id: string;
  readonly expected: number;
  readonly found: number;
}

/** What an audit looked at and what it found. */
export interface Audit {
  readonly meters: number;
  readonly calls: number;
  readonly events: number;
  readonly differences: readonly Difference[];
}

/** So many differences of a rule are named. */
const namedOfARule = 100;

const open = sql`step not in ('settled', 'released')`;
const isMoney = sql`meter in ('spend', 'budget')`;

/** Each answers the rows that break it, as id, expected and found; one statement each, so that a living database can be audited. */
const rules: Readonly<Record<string, SQL>> = {
  'what a meter holds is what open calls and runs hold of it': sql`
    select m.id, coalesce(h.amount, 0) as expected, m.held as found from meters m left join (
      select id, sum(amount) as amount from (
        select unnest(meter_ids) as id, 1 as amount from runs where open_calls > 0
        union all
        select m.id, case when ${isMoney} then c.held_micros else (c.candidates -> 0 ->> 'count')::bigint end
        from calls c join meters m on m.id = any(c.meter_ids) where c.${open}
      ) every group by id
    ) h using (id) where m.held <> coalesce(h.amount, 0)`,
  'what a meter used is the sum of its events': sql`
    select m.id, coalesce(e.amount, 0) as expected, m.used as found from meters m left join (
      select m.id, sum(case when ${isMoney} then e.charge_micros else e.count end) as amount
      from (select unnest(meter_ids) as id, charge_micros, count from usage_events) e join meters m using (id) group by m.id
    ) e using (id) where meter <> 'requests' and m.used <> coalesce(e.amount, 0)`,
  'no meter is negative': sql`select id, 0 as expected, least(used, held) as found from meters where used < 0 or held < 0`,
  'every ended call left one event': sql`
    select c.id, 1 as expected, count(e.id) as found from calls c left join usage_events e on e.call_id = c.id and e.kind = 'call'
    where not (c.${open}) group by c.id having count(e.id) <> 1`,
  'an open call left no event': sql`
    select c.id, 0 as expected, 1 as found from calls c join usage_events e on e.call_id = c.id where c.${open}`,
  'an event charges what its call was charged': sql`
    select c.id, c.charge_micros as expected, e.charge_micros as found from calls c
    join usage_events e on e.call_id = c.id and e.kind = 'call' where e.charge_micros is distinct from c.charge_micros`,
  'an event costs what its call cost': sql`
    select c.id, c.cost_micros as expected, e.cost_micros as found from calls c
    join usage_events e on e.call_id = c.id and e.kind = 'call' where e.cost_micros is distinct from c.cost_micros`,
  'no call is charged more than it held': sql`
    select id, held_micros as expected, charge_micros as found from calls where charge_micros > held_micros or charge_micros < 0`,
  'refunds of a call are what it says, and no more than its charge': sql`
    select c.id, c.refunded_micros as expected, coalesce(-sum(e.charge_micros), 0) as found from calls c
    left join usage_events e on e.call_id = c.id and e.kind = 'refund'
    group by c.id having c.refunded_micros <> coalesce(-sum(e.charge_micros), 0) or c.refunded_micros > coalesce(c.charge_micros, 0)`,
  'a run counts its open calls': sql`
    select r.id, count(c.id) as expected, r.open_calls as found from runs r left join calls c on c.run_id = r.id and c.${open}
    group by r.id having count(c.id) <> r.open_calls`,
  'what is counted together is of one account and mode': sql`
    select e.id, 0 as expected, 1 as found from (select id, account, test, unnest(meter_ids) as meter from usage_events) e
    join meters m on m.id = e.meter where m.account <> e.account or m.test <> e.test`,
  'periods do not overlap': sql`
    select account as id, a.ends_at as expected, b.starts_at as found from periods a join periods b using (account)
    where a.starts_at < b.starts_at and b.starts_at < a.ends_at`,
};

/** Compares the books of a database with themselves, rule by rule; nothing is changed. */
export async function auditLedger({ drizzle }: Pick<Database, 'drizzle'>): Promise<Audit> {
  const differences: Difference[] = [];
  for (const [rule, broken] of Object.entries(rules)) {
    const rows = await query<{ readonly row: Omit<Difference, 'rule'> }>(
      drizzle,
      sql`
        select jsonb_build_object('id', id::text, 'expected', expected, 'found', found) as row
        from (${broken}) broken limit ${namedOfARule}`,
    );
    differences.push(...rows.map(({ row }) => ({ rule, ...row })));
  }
  const [counts] = await query<{ readonly counts: Omit<Audit, 'differences'> }>(
    drizzle,
    sql`
      select jsonb_build_object('meters', (select count(*) from meters), 'calls', (select count(*) from calls),
        'events', (select count(*) from usage_events)) as counts`,
  );
  return { ...counts!.counts, differences };
}
