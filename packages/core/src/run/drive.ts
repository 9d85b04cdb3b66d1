import { type ErrorBody, StudioError } from '../errors/studio-error.ts';
import { vendorOf } from '../validation/model.ts';
import type { CallPatch, CallRow, CallStep, Candidate, RunRow } from './journal.ts';
import type { Operation, RunnerParts, RunProgress } from './parts.ts';
import type { Pace } from './pace.ts';
import type { AssetRecord } from './ports.ts';
import type { Provider } from './provider.ts';
import type { Schedule } from './schedule.ts';
import type { Slots, SlotWish } from './slots.ts';
import { traceStep } from './trace.ts';

/** A call that has ended, with the files it delivered. */
export interface Ended {
  readonly call: CallRow;
  readonly files: readonly AssetRecord[];
}

/** What the steps of a call work with. */
export interface Drive {
  readonly parts: RunnerParts;
  readonly run: RunRow;
  readonly operation: Operation;
  readonly schedule: Schedule;
  readonly slots: Slots;
  readonly pace: Pace;
  /** How long the call has waited for places at vendors: time that does not count against its deadline. */
  readonly waited: { ms: number };
  /**
   * Since when, by a clock that never jumps, a paid request may be on its way: when this process sent it, else when it took the call over.
   * A process that had the call before sent it earlier still.
   */
  readonly sent: { at: number };
  /** For traces: since when the call is at its step, in ms. */
  readonly traced: { since: number };
  /** How the call ended, where it ended here. */
  readonly ended: { as: Ended | undefined };
  /** Does this process still own the call, by a clock that never jumps? */
  readonly ownsLease: (call: CallRow) => boolean;
  readonly isCanceled: () => boolean;
  readonly report: (stage: RunProgress['stage'], fraction: number, message: string) => void;
  /** Tells those who wait that nothing will happen soon. */
  readonly rest: (call: CallRow) => void;
  /** Aborted when the process shuts down: calls stay where they are, for the next owner. */
  readonly stop: AbortSignal;
}

/** Names a call as this owner has it: a call that was lost and taken again is another. */
export function leaseKey({ id, leaseToken }: Pick<CallRow, 'id' | 'leaseToken'>): string {
  return `${id} ${leaseToken}`;
}

/** Thrown inside steps when another owner has the call: this process must not touch it any more. */
export class LeaseLost extends Error {}

/** Writes a step to the journal, then answers the call as it now stands. Throws {@link LeaseLost}. */
export async function move(drive: Drive, call: CallRow, to: CallStep, patch: CallPatch = {}): Promise<CallRow> {
  const moved = await drive.parts.journal.advance(
    { callId: call.id, leaseToken: call.leaseToken },
    call.step,
    to,
    patch,
  );
  if (!moved) throw new LeaseLost(call.id);
  const now = { ...call, step: to, ...patch };
  traceStep(drive, call.step, now, patch.error ? { error: patch.error } : {});
  return now;
}

/** The model a call is tried with now. */
export function candidateOf(call: CallRow): Candidate {
  const candidate = call.candidates[call.candidate];
  if (!candidate) throw new StudioError('internal', `Call ${call.id} has no candidate ${call.candidate}`);
  return candidate;
}

/** Until when (wall clock) a call is tried. Waiting for a place is no fault of the vendor, so that it does not count. */
export function deadlineOf({ run, waited }: Drive, call: CallRow): number {
  return run.createdAt + waited.ms + candidateOf(call).deadlineMs;
}

/** The provider of the model a call is tried with now. Throws `vendor_unavailable` when it is not set up in this process. */
export function providerOf({ operation }: Drive, call: CallRow): Provider {
  const vendor = vendorOf(candidateOf(call).model);
  const provider = operation.providers[vendor];
  if (!provider) throw new StudioError('vendor_unavailable', `The vendor "${vendor}" is not set up in this process`);
  return provider;
}

/** The place that a call takes at its vendor. */
export function slotWish(drive: Drive, call: CallRow): SlotWish {
  const { concurrency: limit } = providerOf(drive, call).policy;
  return { key: leaseKey(call), vendor: vendorOf(candidateOf(call).model), limit, account: call.account ?? '' };
}

/** How long to wait before the next question about a job, where earlier ones tell; a vendor that calls back is not asked more closely. */
export function likelyPauseMs(drive: Drive, call: CallRow): number | undefined {
  if (drive.parts.webhookUrl !== undefined) return undefined;
  const { poll } = providerOf(drive, call).policy;
  const { now } = drive.parts.clock;
  return drive.pace.pauseMs(candidateOf(call).model, now() - (call.submittedAt ?? now()), poll);
}

/** Pauses grow by half from attempt to attempt, up to the longest. */
export function backoffMs({ parts }: Drive, attempt: number): number {
  const { firstMs, maxMs } = parts.limits.backoff;
  return Math.min(maxMs, firstMs * 1.5 ** attempt);
}

/** The error of a call of which nobody knows yet whether the vendor did and billed it. */
export function doubt(call: CallRow, reason: string): ErrorBody {
  const message = `${reason.replace(/\.$/, '')}; it is being found out whether the vendor did the work`;
  return new StudioError('in_doubt', message, { billed: 'unknown', details: { runId: call.runId } }).toJSON();
}
