import type { Json, Scope } from '@image-studio/core';
import { type SQL, sql } from 'drizzle-orm';

import { type Drizzle, query } from './database.ts';

/** Something that still has to be removed outside of the database. */
export interface Removal {
  readonly id: string;
  readonly kind: 'file' | 'job';
  readonly test: boolean;
  /** Whose job it is. */
  readonly vendor: string | null;
  /** The file's key, or the job's ticket. */
  readonly target: Json;
  /** Counts from 1. */
  readonly attempt: number;
}

/** What files are too old. Times in ms since the epoch; absent = never. */
export interface Expiry {
  /** Inputs older than this that no run refers to. */
  readonly unusedBefore: number;
  /** All files older than this. */
  readonly before?: number | undefined;
  readonly at: number;
  readonly limit: number;
}

/** Every asset a run's request refers to; an index has exactly this expression. */
const inputsOf = (run: string) => sql.raw(`jsonb_path_query_array(${run}.request, '$.**.asset')`);

/**
 * Forgets an ended run: its words, its files, its inputs that no other run uses, and what was made of them for vendors (masks). What it cost stays. `open` when it has not ended
 * or an open run uses one of its files; undefined for an unknown run and for another scope's.
 */
export async function forgetRun(
  drizzle: Drizzle,
  { account, test }: Scope,
  id: string,
  at: number,
): Promise<'forgotten' | 'open' | undefined> {
  const [answer] = await query<{ readonly found: boolean; readonly done: boolean }>(
    drizzle,
    sql`
      with own as (
        select r.*, ${inputsOf('r')} || coalesce((
          select jsonb_agg(slot) from calls c, jsonb_path_query(c.candidates, '$.**."$asset"') slot where c.run_id = r.id
        ), '[]') as inputs from runs r
        where id = ${id} and account = ${account} and test = ${test} and forgotten_at is null for update
      ),
      mine as (
        select * from own where open_calls = 0 and not exists (
          select from assets a join runs r on r.account = own.account and r.test = own.test and ${inputsOf('r')} ? a.id
          where a.run_id = own.id and r.open_calls > 0
        )
      ),
      jobs as (
        select c.id, c.ticket, split_part(c.candidates -> c.candidate ->> 'model', '/', 1) as vendor
        from calls c join mine on c.run_id = mine.id where c.ticket is not null
      ),
      gone as (
        delete from assets a using mine where a.account = mine.account and a.test = mine.test and (
          a.run_id = mine.id or (a.run_id is null and mine.inputs ? a.id and not exists (
            select from runs r where r.id <> mine.id and r.account = a.account and r.test = a.test and ${inputsOf('r')} ? a.id
          ))
        )
        returning a.key, a.test
      ),
      run as (
        update runs r set forgotten_at = ${at}, request = '{}', metadata = '{}', warnings = '[]', idempotency_key = null
        from mine where r.id = mine.id
      ),
      -- The ticket stays: a vendor's job belongs to one call for ever.
      call as (
        update calls c set sent = null, outputs = '[]', assets = '[]', candidates = (
          select jsonb_agg(one || '{"body":{}}' order by place) from jsonb_array_elements(c.candidates) with ordinality e (one, place)
        )
        from mine where c.run_id = mine.id
      ),
      idempotency as (delete from idempotency_keys k using mine where k.run_id = mine.id),
      files as (${removalOfFiles(at)}),
      job_removals as (
        insert into removals (id, kind, test, vendor, target, attempt, due_at)
        select 'job ' || jobs.id, 'job', ${test}::boolean, vendor, ticket, 0, ${at}::bigint from jobs on conflict do nothing
      )
      select exists (select from own) as found, exists (select from mine) as done`,
  );
  if (answer?.found !== true) return undefined;
  return answer.done ? 'forgotten' : 'open';
}

/** Removes files of a scope. Those that an open run uses stay (all that any run uses, with `unusedOnly`). Answers the ids of the removed. */
export async function removeAssets(
  drizzle: Drizzle,
  { account, test }: Scope,
  ids: readonly string[],
  { at, unusedOnly = false }: { readonly at: number; readonly unusedOnly?: boolean },
): Promise<readonly string[]> {
  const rows = await query<{ readonly id: string }>(
    drizzle,
    sql`
      with gone as (
        delete from assets a where a.account = ${account} and a.test = ${test} and a.id in ${[...ids, '']} and not exists (
          select from runs r where r.account = a.account and r.test = a.test and ${inputsOf('r')} ? a.id
            and (r.open_calls > 0 or ${unusedOnly})
        )
        returning a.id, a.key, a.test
      ),
      files as (${removalOfFiles(at)})
      select id from gone`,
  );
  return rows.map(({ id }) => id);
}

/** Removes files that are too old; what an open run made or uses stays. Answers how many. */
export async function expireAssets(
  drizzle: Drizzle,
  { unusedBefore, before = -1, at, limit }: Expiry,
): Promise<number> {
  const [answer] = await query<{ readonly count: number }>(
    drizzle,
    sql`
      with stale as (
        select a.id from assets a where a.created_at < greatest(${unusedBefore}::bigint, ${before}::bigint) and (
          a.created_at < ${before} or (a.run_id is null and not exists (
            select from runs r where r.account = a.account and r.test = a.test and ${inputsOf('r')} ? a.id
          ))
        )
        and not exists (select from runs r where r.id = a.run_id and r.open_calls > 0)
        and not exists (select from runs r where r.open_calls > 0 and r.account = a.account and ${inputsOf('r')} ? a.id)
        and not exists (
          select from calls c where c.step not in ('settled', 'released') and c.account = a.account
            and jsonb_path_exists(c.candidates, '$.**."$asset" ? (@ == $id)', jsonb_build_object('id', a.id))
        )
        order by a.created_at limit ${limit} for update skip locked
      ),
      gone as (delete from assets a using stale where a.id = stale.id returning a.key, a.test),
      files as (${removalOfFiles(at)})
      select count(*)::int as count from gone`,
  );
  return answer?.count ?? 0;
}

function removalOfFiles(at: number): SQL {
  return sql`
    insert into removals (id, kind, test, target, attempt, due_at)
    select 'file ' || gone.key, 'file', gone.test, to_jsonb(gone.key), 0, ${at}::bigint from gone on conflict do nothing`;
}
