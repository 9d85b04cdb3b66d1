import { sql } from 'drizzle-orm';

import { type Drizzle, query } from './database.ts';

/** How an installation stands at one moment, over all accounts. */
export interface Standing {
  /** Calls that have not ended, by vendor and step. */
  readonly calls: readonly {
    readonly vendor: string;
    readonly step: string;
    readonly test: boolean;
    readonly count: number;
  }[];
  /** Calls that nobody works on although they are due: the queue. */
  readonly waiting: number;
  /** Micro-dollars held by open calls. */
  readonly held: readonly { readonly test: boolean; readonly micros: number }[];
  readonly webhooksPending: number;
  readonly removalsPending: number;
}

/** What calls that ended came to, by what they were. */
export interface Ended {
  readonly vendor: string;
  readonly operation: string;
  readonly test: boolean;
  readonly outcome: string;
  readonly count: number;
  readonly costMicros: number;
  readonly chargeMicros: number;
  /** From sending to the end, all together. */
  readonly seconds: number;
}

/** Figures for whoever watches an installation. */
export interface Statistics {
  standing(now: number): Promise<Standing>;
  /** Sums of the calls that ended after the event `after`, up to `until`; and the last event counted. */
  ended(after: string, until: number): Promise<{ readonly last: string; readonly sums: readonly Ended[] }>;
}

/** Figures out of SQL. */
export function createSqlStatistics(drizzle: Drizzle): Statistics {
  return {
    standing: async (now) => {
      const [answer] = await query<{ readonly standing: Standing }>(
        drizzle,
        sql`
          with open as (
            select split_part(candidates -> candidate ->> 'model', '/', 1) as vendor, step, test, held_micros, due_at, lease_until
            from calls where step not in ('settled', 'released')
          )
          select jsonb_build_object(
            'calls', coalesce((select jsonb_agg(to_jsonb(g)) from (
              select vendor, step, test, count(*) as count from open group by vendor, step, test) g), '[]'),
            'waiting', (select count(*) from open where due_at <= ${now} and lease_until <= ${now}),
            'held', coalesce((select jsonb_agg(to_jsonb(h)) from (
              select test, sum(held_micros) as micros from open group by test) h), '[]'),
            'webhooksPending', (select count(*) from webhook_deliveries where state = 'pending'),
            'removalsPending', (select count(*) from removals)
          ) as standing`,
      );
      return answer!.standing;
    },
    ended: async (after, until) => {
      const [answer] = await query<{ readonly last: string | null; readonly sums: readonly Ended[] }>(
        drizzle,
        sql`
          with fresh as (
            select e.*, greatest(0, e.at - coalesce(c.submitted_at, e.at)) / 1000.0 as seconds
            from usage_events e left join calls c on c.id = e.call_id where e.kind = 'call' and e.id > ${after} and e.at <= ${until}
          )
          select (select max(id) from fresh) as last, coalesce((select jsonb_agg(to_jsonb(s)) from (
            select vendor, operation, test, outcome, count(*) as count, sum(cost_micros) as "costMicros",
              sum(charge_micros) as "chargeMicros", sum(seconds) as seconds
            from fresh group by vendor, operation, test, outcome) s), '[]') as sums`,
      );
      return { last: answer?.last ?? after, sums: answer?.sums ?? [] };
    },
  };
}
