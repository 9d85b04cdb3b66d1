import { doFollow } from './drive-follow.ts';
import { doKeep, settleStored } from './drive-keep.ts';
import { doReconcile } from './drive-reconcile.ts';
import { doSubmit } from './drive-submit.ts';
import { candidateOf, doubt, type Drive, leaseKey, move, slotWish } from './drive.ts';
import type { CallRow, CallStep } from './journal.ts';
import { isFinal, isResting } from './state.ts';
import { traceStep } from './trace.ts';
import { vendorOf } from '../validation/model.ts';

/** A step works on a call and answers it one step on, or undefined when it came to its end. */
type Step = (drive: Drive, call: CallRow) => Promise<CallRow | undefined>;

const steps: Readonly<Record<CallStep, Step>> = {
  reserved: doSubmit,
  submitting: doTakeOver,
  submitted: doFollow,
  produced: doKeep,
  in_doubt: doReconcile,
  settled: async () => undefined,
  released: async () => undefined,
};

/** Takes a call from where it stands to its end. Throws `LeaseLost`; returns quietly when the process stops. */
export async function driveCall(drive: Drive, call: CallRow): Promise<void> {
  let current: CallRow | undefined = call;
  try {
    current = await markIfForsaken(drive, call);
    // A job that is at the vendor already takes its place, also when another process sent it.
    if (current.step === 'submitted' && !isResting(current)) drive.slots.occupy(slotWish(drive, current));
    while (current && !isFinal(current) && !drive.stop.aborted) {
      current = await steps[current.step](drive, current);
      if (current?.step !== 'submitted') drive.slots.leave(leaseKey(call));
    }
  } catch (error) {
    if (!drive.stop.aborted) throw error;
  } finally {
    if (current && drive.stop.aborted && !drive.ended.as) traceStep(drive, current.step, current, { putDown: true });
    drive.slots.leave(leaseKey(call));
  }
}

/** What a vendor has whose key was removed meanwhile cannot be followed here: it is marked once, and the operator may decide. */
async function markIfForsaken(drive: Drive, call: CallRow): Promise<CallRow> {
  if (isSetUp(drive, call) || call.error !== null || (call.step !== 'submitted' && call.step !== 'produced'))
    return call;
  const error = doubt(call, `The vendor "${vendorOf(candidateOf(call).model)}" is not set up in this process`);
  const marked = await move(drive, call, call.step, { error });
  drive.rest(marked);
  return marked;
}

const isSetUp = ({ operation }: Drive, call: CallRow) =>
  operation.providers[vendorOf(candidateOf(call).model)] !== undefined;

/** `submitting`, found standing there: its sender is gone, and unless it stored files nobody knows whether the request arrived. */
async function doTakeOver(drive: Drive, call: CallRow): Promise<CallRow | undefined> {
  const { operation } = drive;
  if (await settleStored(drive, call)) return undefined;
  if (operation.providers[vendorOf(candidateOf(call).model)]?.policy.repeatable)
    return move(drive, call, 'reserved', { dueAt: drive.parts.clock.now() });
  const error = doubt(call, 'The process that sent this request ended before the answer');
  return move(drive, call, 'in_doubt', { error, dueAt: drive.parts.clock.now() });
}
