import type { ErrorBody } from '../errors/studio-error.ts';
import { withMarkup } from '../tracking/plan.ts';
import { candidateOf, type Drive, LeaseLost } from './drive.ts';
import type { CallRow } from './journal.ts';
import { traceStep } from './trace.ts';

/** `stored`: books cost and charge; the call's end. */
export async function doSettle(drive: Drive, call: CallRow): Promise<undefined> {
  const { quoteMicros } = candidateOf(call);
  await settle(drive, call, {
    outcome: 'succeeded',
    count: call.assets.length,
    costMicros: call.reported?.costMicros ?? quoteMicros,
  });
}

interface Ending {
  readonly outcome: 'succeeded' | 'failed';
  readonly count: number;
  readonly costMicros: number;
  /** Default: the cost with the plan's markup. Never more than the hold; what is over is the operator's. */
  readonly chargeMicros?: number;
  readonly error?: ErrorBody;
}

/** Ends a call with money taken. Throws {@link LeaseLost}. */
export async function settle(drive: Drive, call: CallRow, ending: Ending): Promise<undefined> {
  const { ledger, clock } = drive.parts;
  const full = ending.chargeMicros ?? withMarkup(ending.costMicros, drive.run.markupBasisPoints);
  const chargeMicros = Math.min(full, call.heldMicros);
  const settled = await ledger.settle(
    { callId: call.id, leaseToken: call.leaseToken },
    { ...ending, chargeMicros, at: clock.now() },
  );
  if (!settled) throw new LeaseLost(call.id);
  drive.traced.ended = true;
  const { outcome, costMicros, error } = ending;
  const ended = { ...call, step: 'settled', outcome, costMicros, chargeMicros, error: error ?? null } as const;
  traceStep(drive, call.step, ended, error ? { error } : {});
}
