import type { ErrorBody } from '../errors/studio-error.ts';
import type { CallRow } from './journal.ts';

/** The public state of a run, derived from its calls. `in_doubt`: not known yet whether the vendor did and billed the work. */
export type RunState = 'queued' | 'running' | 'succeeded' | 'failed' | 'canceled' | 'in_doubt';

/** Has the call come to its end? */
export function isFinal({ step }: Pick<CallRow, 'step'>): boolean {
  return step === 'settled' || step === 'released';
}

/** Is it beyond what a caller waits for: in doubt, or overdue at the vendor? */
export function isResting({ step, error }: Pick<CallRow, 'step' | 'error'>): boolean {
  return step === 'in_doubt' || (step === 'submitted' && error !== null);
}

/** The state of a run with these calls. One delivered call makes it a success; what failed beside it is a warning. */
export function stateOf(calls: readonly Pick<CallRow, 'step' | 'error' | 'outcome'>[]): RunState {
  const open = calls.filter((call) => !isFinal(call));
  if (open.length > 0) {
    if (open.every((call) => isResting(call))) return 'in_doubt';
    return calls.some((call) => call.step !== 'reserved') ? 'running' : 'queued';
  }
  if (calls.some(({ outcome }) => outcome === 'succeeded')) return 'succeeded';
  return calls.every(({ outcome }) => outcome === 'canceled') ? 'canceled' : 'failed';
}

/** Why a run failed: the first error of its calls. */
export function errorOf(calls: readonly Pick<CallRow, 'error'>[]): ErrorBody | null {
  return calls.find(({ error }) => error !== null)?.error ?? null;
}
