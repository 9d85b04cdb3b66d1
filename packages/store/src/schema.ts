import type { Candidate, CallRow, ErrorBody, Json, RunRow, SceneFacts } from '@image-studio/core';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

import { idColumn, jsonColumn, whole } from './columns.ts';

/**
 * Runs. `open_calls` counts the calls that have not ended: whoever ends the last one gives the run's place back. Accounts and runs are
 * written and checked in the statement that reserves; foreign keys would lock the account's row with every run.
 */
export const runs = pgTable(
  'runs',
  {
    id: idColumn('id').primaryKey(),
    account: text('account').notNull(),
    test: boolean('test').notNull(),
    operation: text('operation').notNull(),
    user: text('end_user'),
    key: text('key'),
    request: jsonColumn('request').$type<Json>().notNull(),
    requestHash: text('request_hash').notNull(),
    idempotencyKey: text('idempotency_key'),
    metadata: jsonColumn('metadata').$type<RunRow['metadata']>().notNull(),
    quote: jsonColumn('quote').$type<RunRow['quote']>().notNull(),
    markupBasisPoints: integer('markup_basis_points').notNull(),
    warnings: jsonColumn('warnings').$type<RunRow['warnings']>().notNull(),
    createdAt: whole('created_at').notNull(),
    cancelRequested: boolean('cancel_requested').notNull(),
    traceparent: text('traceparent'),
    openCalls: integer('open_calls').notNull(),
    inputBytes: whole('input_bytes').notNull(),
    consent: text('consent'),
    meterIds: meterIds(),
    /** Set when its owner had it forgotten: what it was about is gone, what it cost stays. */
    forgottenAt: whole('forgotten_at'),
    /** Set when its end was made an event for webhooks. */
    announcedAt: whole('announced_at'),
  },
  (row) => [
    index('runs_by_account').on(row.account, row.test, row.id),
    index('runs_to_announce')
      .on(row.id)
      .where(sql`open_calls = 0 and announced_at is null`),
    index('runs_by_input').using('gin', sql`jsonb_path_query_array(${row.request}, '$.**.asset')`),
  ],
);

/** The meters in which a call is held and counted (money and outputs), or a run for its place. */
function meterIds() {
  return bigint('meter_ids', { mode: 'number' }).array().notNull();
}

/** Calls: the queue and its fencing. */
export const calls = pgTable(
  'calls',
  {
    id: idColumn('id').primaryKey(),
    runId: idColumn('run_id').notNull(),
    account: text('account').notNull(),
    test: boolean('test').notNull(),
    index: integer('index').notNull(),
    candidates: jsonColumn('candidates').$type<readonly Candidate[]>().notNull(),
    candidate: integer('candidate').notNull(),
    step: text('step').$type<CallRow['step']>().notNull(),
    attempt: integer('attempt').notNull(),
    sent: jsonColumn('sent').$type<CallRow['sent']>(),
    token: text('token').notNull(),
    ticket: jsonColumn('ticket').$type<Json>(),
    outputs: jsonColumn('outputs').$type<CallRow['outputs']>().notNull(),
    reported: jsonColumn('reported').$type<CallRow['reported']>(),
    assets: jsonColumn('assets').$type<CallRow['assets']>().notNull(),
    owner: text('owner'),
    leaseToken: whole('lease_token').notNull(),
    leaseUntil: whole('lease_until').notNull(),
    dueAt: whole('due_at').notNull(),
    submittedAt: whole('submitted_at'),
    heldMicros: whole('held_micros').notNull(),
    costMicros: whole('cost_micros'),
    chargeMicros: whole('charge_micros'),
    outcome: text('outcome').$type<CallRow['outcome']>(),
    error: jsonColumn('error').$type<ErrorBody>(),
    finishedAt: whole('finished_at'),
    refundedMicros: whole('refunded_micros').notNull().default(0),
    meterIds: meterIds(),
  },
  (row) => [
    uniqueIndex('calls_by_run').on(row.runId, row.index),
    uniqueIndex('calls_by_token').on(row.token),
    // A vendor's job belongs to one call: what one owns, another cannot adopt.
    uniqueIndex('calls_by_ticket')
      .on(sql`split_part(candidates -> candidate ->> 'model', '/', 1)`, row.test, sql`md5(ticket::text)`)
      .where(sql`ticket is not null and ticket <> 'null'::jsonb`),
    index('open_calls_by_due').on(row.dueAt).where(isOpen()),
    // For reconciliations: as good as free, since calls are written in the order in which they are sent.
    index('calls_by_submission').using('brin', row.submittedAt),
  ],
);

/** Which run an idempotency key names; taken over by a new run when the time is up. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    account: text('account').notNull(),
    test: boolean('test').notNull(),
    key: text('key').notNull(),
    runId: idColumn('run_id').notNull(),
    requestHash: text('request_hash').notNull(),
    createdAt: whole('created_at').notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.account, row.test, row.key] }),
    index('idempotency_keys_by_age').on(row.createdAt),
  ],
);

/** Files we keep: what is known of them, not their bytes. */
export const assets = pgTable(
  'assets',
  {
    id: idColumn('id').primaryKey(),
    key: text('key').notNull(),
    account: text('account'),
    test: boolean('test').notNull(),
    runId: idColumn('run_id'),
    kind: text('kind').$type<'image' | 'video' | 'audio' | 'model3d'>().notNull(),
    mediaType: text('media_type').notNull(),
    size: whole('size').notNull(),
    sha256: text('sha256').notNull(),
    width: integer('width'),
    height: integer('height'),
    seconds: doublePrecision('seconds'),
    scene: jsonColumn('scene').$type<SceneFacts>(),
    createdAt: whole('created_at').notNull(),
  },
  (row) => [index('assets_by_age').on(row.createdAt)],
);

/**
 * Is a call that was found by its id still to be ended? Said so that the planner cannot take the index of open calls for it: that one is
 * tiny in the statistics and full of calls that have just ended.
 */
export const isOpenById = sql`coalesce(calls.step, '') not in ('settled', 'released')`;

/** The calls still to be ended. */
function isOpen() {
  return sql`step not in ('settled', 'released')`;
}
