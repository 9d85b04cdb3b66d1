import { type CallPatch, type CallStep, type Lease, StudioError } from '@image-studio/core';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';

import { isStorable, toJson } from './columns.ts';
import { type Database, isFaultOfValues, query, queryUnless, unstorable } from './database.ts';
import { gather } from './gather.ts';
import { patchColumns } from './patch-columns.ts';
import { calls, isOpenById } from './schema.ts';

interface Move {
  readonly callId: string;
  readonly written: string;
}

const { candidate, attempt, sent, ticket, outputs, reported, dueAt, submittedAt, error } = getTableColumns(calls);
/** What a step may write beside the step. */
const patched = { candidate, attempt, sent, ticket, outputs, reported, dueAt, submittedAt, error };
const assignments = patchColumns(patched, 'a.patch');

/** `Journal.advance`: moves that wait for a statement go together in the next. */
export function createAdvance({ planned, lanes }: Database) {
  const move = gather<Move, boolean>({
    lanes,
    most: 64,
    once: ({ callId }) => callId,
    alike: () => true,
    isOfOne: isFaultOfValues,
    send: async (moves) => {
      const statement = moveStatement(moves.map(({ written }) => written));
      // A job of a vendor that another call has: alone, this move is not made; among many, they are made one by one.
      const moved =
        moves.length === 1
          ? await queryUnless<{ readonly id: string }>('calls_by_ticket', planned, statement)
          : await query<{ readonly id: string }>(planned, statement);
      const ids = new Set(moved?.map(({ id }) => id));
      return moves.map(({ callId }) => ids.has(callId));
    },
  });

  return async (
    { callId, leaseToken }: Lease,
    from: CallStep,
    to: CallStep,
    patch: CallPatch = {},
  ): Promise<boolean> => {
    if (to === 'settled' || to === 'released')
      throw new StudioError('internal', 'A call ends through the ledger, not the journal.');
    if (!isStorable(JSON.stringify(callId))) throw unstorable();
    const written = toJson({ id: callId, lease_token: leaseToken, from_step: from, to_step: to, patch });
    return move({ callId, written });
  };
}

/** Locks the calls, then the runs of those that are about to be sent, each in the order of their ids: as the ledger does. */
function moveStatement(written: readonly string[]): SQL {
  return sql`
    with asked as materialized (
      select * from json_to_recordset(${`[${written.join(',')}]`}::json)
        as a (id text, lease_token bigint, from_step text, to_step text, patch jsonb)
    ),
    locked as materialized (
      select id, run_id from calls where id = any(array(select id from asked)) order by id for update
    ),
    wanted as materialized (
      select id from runs where not cancel_requested and id = any(array(
        select run_id from locked join asked using (id) where from_step = 'reserved' and to_step = 'submitting'
      )) order by id for share
    )
    update calls set step = a.to_step, ${assignments}
    from asked a
    where calls.id = a.id and calls.id = any(array(select id from locked)) and calls.lease_token = a.lease_token
      and calls.step = a.from_step and ${isOpenById}
      and (a.from_step <> 'reserved' or a.to_step <> 'submitting' or calls.run_id in (select id from wanted))
    returning calls.id`;
}
