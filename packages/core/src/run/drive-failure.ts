import type { ErrorBody, StudioError } from '../errors/studio-error.ts';
import { backoffMs, candidateOf, deadlineOf, doubt, type Drive, LeaseLost, move } from './drive.ts';
import { type FailureKind, failureTable } from './failure-table.ts';
import { vendorOf } from '../validation/model.ts';
import type { CallRow } from './journal.ts';
import { settle } from './drive-settle.ts';
import { traceStep } from './trace.ts';

/** A failure with its row of the table. */
export interface Failure {
  readonly error: StudioError;
  readonly kind: FailureKind;
  /** What the vendor says the failure cost, where it does. */
  readonly spentMicros?: number;
}

/** Does what the failure table says. The only way from a failure to a call's next step. */
export async function afterFailure(
  drive: Drive,
  call: CallRow,
  { error, kind, spentMicros }: Failure,
): Promise<CallRow | undefined> {
  const { action, billed } = failureTable[kind];
  const body: ErrorBody = { ...error.toJSON(), billed };
  const now = drive.parts.clock.now();
  switch (action) {
    case 'retry':
      return again(drive, call, now + backoffMs(drive, call.attempt), body);
    case 'requeue': {
      const until = now + (error.retryAfterMs ?? backoffMs(drive, call.attempt));
      const { model, deadlineMs } = candidateOf(call);
      // The others in the queue would be told the same; none of them waits longer than one may take.
      if (kind === 'throttled') drive.slots.pause(vendorOf(model), Math.min(until, now + deadlineMs));
      const next = nextModel(drive, call, body);
      if (next) return next;
      return until > deadlineOf(drive, call) ? release(drive, call, 'failed', body) : again(drive, call, until, body);
    }
    case 'release':
      return nextModel(drive, call, body) ?? release(drive, call, 'failed', body);
    case 'charge':
      return settle(drive, call, {
        outcome: 'failed',
        costMicros: spentMicros ?? candidateOf(call).quoteMicros,
        count: 0,
        error: body,
      });
    case 'in_doubt':
      return move(drive, call, 'in_doubt', { error: doubt(call, error.message), dueAt: now + backoffMs(drive, 0) });
    case 'keep_polling':
      return call;
  }
}

/** Gives the hold back: the call came to its end without costing anything. */
export async function release(
  drive: Drive,
  call: CallRow,
  outcome: 'failed' | 'canceled',
  error: ErrorBody,
): Promise<undefined> {
  const lease = { callId: call.id, leaseToken: call.leaseToken };
  const at = drive.parts.clock.now();
  const released = await drive.parts.ledger.release(lease, { outcome, error, at });
  if (!released) throw new LeaseLost(call.id);
  const money = { costMicros: 0, chargeMicros: 0 };
  const ended: CallRow = { ...call, step: 'released', outcome, error, ...money, finishedAt: at };
  drive.ended.as = { call: ended, files: [] };
  traceStep(drive, call.step, ended, { error });
}

function again(drive: Drive, call: CallRow, dueAt: number, error: ErrorBody): Promise<CallRow> {
  drive.report('queued', 0.02, 'Waiting to try again');
  return move(drive, call, 'reserved', { attempt: call.attempt + 1, dueAt, error });
}

/** The next model of a fallback list, on the same hold. */
function nextModel(drive: Drive, call: CallRow, error: ErrorBody): Promise<CallRow> | undefined {
  const next = call.candidates[call.candidate + 1];
  if (next === undefined) return undefined;
  const elsewhere = vendorOf(next.model) !== vendorOf(candidateOf(call).model);
  return move(drive, call, 'reserved', {
    candidate: call.candidate + 1,
    // A job of one vendor must never be asked for, or removed, at another.
    ...(elsewhere ? { ticket: null } : {}),
    attempt: 0,
    dueAt: drive.parts.clock.now(),
    error,
  });
}
