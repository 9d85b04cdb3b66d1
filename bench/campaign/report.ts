import { type CallRow, type Journal, type RunState, stateOf } from '@image-studio/core';
import { allRuns } from './all-runs.ts';
import type { Report } from './messages.ts';

/**
 * By the studio's clock: until then a call in doubt has surely been looked for in the vendor's history after the time in which its request may
 * arrive, also when a node took it over that counts that time anew.
 */
const doubtMs = 300_000;

/** How far all runs are. `now` by the studio's clock. */
export async function reportOf(journal: Pick<Journal, 'listRuns'>, now: number): Promise<Report> {
  const states: Partial<Record<RunState, number>> = {};
  const moving: string[] = [];
  const ended: string[] = [];
  for (const { run, calls } of await allRuns(journal)) {
    const state = stateOf(calls);
    states[state] = (states[state] ?? 0) + 1;
    if (['succeeded', 'failed', 'canceled'].includes(state)) ended.push(run.id);
    if (calls.some((call) => isMoving(call, now))) moving.push(run.id);
  }
  return { states, moving, ended };
}

function isMoving({ step, error, submittedAt }: CallRow, now: number): boolean {
  if (step === 'settled' || step === 'released') return false;
  if (step === 'in_doubt') return now < (submittedAt ?? now) + doubtMs;
  return step !== 'submitted' || error === null;
}
