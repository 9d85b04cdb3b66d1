import type { ErrorBody } from '../errors/studio-error.ts';
import type { Drive } from './drive.ts';
import type { CallRow, CallStep, RunRow } from './journal.ts';

/** A stretch of a run's work that is over. Times in ms by the clock. */
export interface TracedStep {
  readonly run: RunRow;
  readonly name: 'accept' | 'quote' | 'reserve' | 'prepare' | 'submit' | 'wait' | 'store' | 'settle' | 'reconcile';
  readonly from: number;
  readonly until: number;
  /** The call as it stood at the step's end; absent for what the run's calls have in common. */
  readonly call?: CallRow;
  /** What the step met, also where the call goes on after it. */
  readonly error?: ErrorBody;
  /** The process was stopped in the middle: another goes on. */
  readonly putDown?: boolean;
}

/** Told of a run's work after the fact, so that a run which several processes drove is one trace. Must not throw. */
export interface Trace {
  step(step: TracedStep): void;
  /** The last call of the run has ended, here or by a word from outside. */
  ended(run: RunRow, calls: readonly CallRow[]): void;
}

/** What a stretch of a call's work is called that ends with leaving this step of the journal; the booking of kept files is one of its own. */
const names: Readonly<Record<Exclude<CallStep, 'settled' | 'released'> | 'settle', TracedStep['name']>> = {
  reserved: 'prepare',
  submitting: 'submit',
  submitted: 'wait',
  produced: 'store',
  in_doubt: 'reconcile',
  settle: 'settle',
};

/** Tells of the work since the last step of this call. `left` is where the call stood, `call` how it stands now. */
export function traceStep(
  { parts, run, traced }: Drive,
  left: CallStep | 'settle',
  call: CallRow,
  more: Pick<TracedStep, 'error' | 'putDown'> = {},
): void {
  if (!parts.trace || left === 'settled' || left === 'released') return;
  const until = parts.clock.now();
  parts.trace.step({ run, name: names[left], from: traced.since, until, call, ...more });
  traced.since = until;
}
