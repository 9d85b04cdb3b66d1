import { type Reservation, type Reserved, StudioError } from '@image-studio/core';
import {
  endedPlan,
  inactiveAccount,
  type Judged,
  minuteAt,
  refusalOf,
  unknownAccount,
} from '@image-studio/core/memory';

import { makeMeters, type Taking, takingOf } from './applicable-limits.ts';
import { isStorable } from './columns.ts';
import { type Database, type Drizzle, isFaultOfValues, query, unstorable } from './database.ts';
import { gather } from './gather.ts';
import { allPlans } from './plans.ts';
import { reserveStatement, type Verdict, type Written, writtenOf } from './reserve-statement.ts';

interface Asked {
  readonly reservation: Reservation;
  readonly written: Written;
  readonly taking: Taking;
}

/** `Ledger.reserve`: what is asked for while a statement is under way goes together in the next; others make the meters of a new period, once. */
export function createReserve({ drizzle, planned, lanes }: Database): (reservation: Reservation) => Promise<Reserved> {
  const ask = gather<Asked, Verdict>({
    lanes,
    most: 64,
    once: ({ reservation: { run } }) => run.idempotencyKey ?? undefined,
    alike: ({ taking }) => minuteAt(taking.at).startsAt,
    isOfOne: isFaultOfValues,
    send: (asked) =>
      query<Verdict>(
        planned,
        reserveStatement(
          asked.map(({ written }) => written),
          asked[0]!.taking.at,
        ),
      ),
  });
  return (reservation) => reserve(drizzle, ask, reservation);
}

async function reserve(
  drizzle: Drizzle,
  ask: (asked: Asked) => Promise<Verdict>,
  reservation: Reservation,
): Promise<Reserved> {
  const { run } = reservation;
  const asked = { reservation, written: writtenOf(reservation), taking: takingOf(reservation) };
  if (!isStorable(asked.written.run) || !asked.written.calls.every(isStorable)) throw unstorable();
  for (let tries = 1; tries <= 5;) {
    const { accepted, earlier, active, ended, missing, judged } = await ask(asked);
    if (accepted) return { runId: run.id, attached: false };
    if (earlier !== null) {
      if (earlier.request_hash === run.requestHash) return { runId: earlier.run_id, attached: true };
      throw new StudioError('conflict', 'This idempotency key was used for another request.');
    }
    if (active === null) throw unknownAccount();
    if (!active) throw inactiveAccount();
    if (ended === true) throw endedPlan();
    if (missing === true) await makeMeters(drizzle, asked.taking);
    else if (judged !== null) await refuse(drizzle, judged, run.createdAt);
    // Otherwise it fits unless those before it were accepted, or a run with the same idempotency key was accepted meanwhile.
    if (judged !== null || missing === true) tries++;
  }
  throw new StudioError('internal', 'This run was neither accepted nor refused.');
}

async function refuse(drizzle: Drizzle, judged: readonly Judged[], at: number): Promise<void> {
  const refusal = refusalOf(judged, await allPlans(drizzle), at);
  if (refusal !== undefined) throw refusal;
}
