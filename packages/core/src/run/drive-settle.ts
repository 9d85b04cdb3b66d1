import { withMarkup } from '../tracking/plan.ts';
import type { Settlement } from '../tracking/ledger.ts';
import { type Drive, LeaseLost } from './drive.ts';
import type { CallRow } from './journal.ts';
import { traceStep } from './trace.ts';

/** As the ledger has it; by default the charge is the cost with the plan's markup. Never more than the hold; what is over is the operator's. */
type Ending = Omit<Settlement, 'chargeMicros' | 'at'> & Partial<Pick<Settlement, 'chargeMicros'>>;

/** Ends a call with money taken. Throws {@link LeaseLost}. */
export async function settle(drive: Drive, call: CallRow, ending: Ending): Promise<undefined> {
  const { ledger, clock } = drive.parts;
  const { outcome, costMicros, files = [], answer = {}, error } = ending;
  const full = ending.chargeMicros ?? withMarkup(costMicros, drive.run.markupBasisPoints);
  const chargeMicros = Math.min(full, call.heldMicros);
  if (files.length > 0) traceStep(drive, call.step, call);
  const at = clock.now();
  const settled = await ledger.settle(
    { callId: call.id, leaseToken: call.leaseToken },
    { ...ending, chargeMicros, at },
  );
  if (!settled) throw new LeaseLost(call.id);
  const ended: CallRow = {
    ...call,
    ...answer,
    step: 'settled',
    outcome,
    costMicros,
    chargeMicros,
    error: error ?? null,
    finishedAt: at,
    assets: files.map(({ id }) => id),
  };
  drive.ended.as = { call: ended, files };
  traceStep(drive, files.length > 0 ? 'settle' : call.step, ended, error ? { error } : {});
}
