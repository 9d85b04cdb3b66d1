import { StudioError } from '../errors/studio-error.ts';
import { afterProgress } from './drive-progress.ts';
import { candidateOf, doubt, type Drive, leaseKey, likelyPauseMs, move, providerOf } from './drive.ts';
import type { CallRow } from './journal.ts';
import type { Progress } from './provider.ts';

/** `submitted`: asks for the job until it ends, by the vendor's schedule; a webhook wakes the call at once. */
export async function doFollow(drive: Drive, call: CallRow): Promise<CallRow | undefined> {
  const { clock } = drive.parts;
  const { policy } = providerOf(drive, call);
  let current = call;
  let pause = policy.poll.firstMs;
  for (let dueAt = call.dueAt; !drive.stop.aborted; dueAt = clock.now() + pause) {
    const since = current.submittedAt ?? drive.run.createdAt;
    const deadline = since + candidateOf(call).deadlineMs;
    const forgotten = since + policy.retentionMs;
    const overdue = current.error !== null;
    // However long the vendor asks to wait: these moments are not missed.
    await drive.schedule.until(leaseKey(call), Math.min(dueAt, overdue ? forgotten : deadline), overdue);
    if (drive.stop.aborted) break;
    const progress = await ask(drive, current);
    if (progress?.state === 'done') drive.pace.learn(candidateOf(call).model, clock.now() - since);
    if (progress?.state === 'failed' || progress?.state === 'done') return afterProgress(drive, current, progress);
    if (clock.now() > forgotten) {
      return move(drive, current, 'in_doubt', {
        error: doubt(call, 'The vendor no longer knows the job'),
        dueAt: clock.now(),
      });
    }
    if (!overdue && clock.now() > deadline) current = await markOverdue(drive, current);
    const longest = overdue ? drive.parts.limits.backoff.maxMs : policy.poll.maxMs;
    pause =
      progress?.state === 'pending' && progress.pollAfterMs
        ? progress.pollAfterMs
        : ((overdue ? undefined : likelyPauseMs(drive, current)) ?? Math.min(longest, pause * policy.poll.factor));
    if (progress?.state === 'pending' && !progress.unsure)
      drive.report('working', progress.fraction ?? elapsedShare(drive, current), 'The vendor is working');
  }
  return current;
}

/** Undefined when the vendor cannot be asked just now: the job may well be alive. */
async function ask(drive: Drive, call: CallRow): Promise<Progress | undefined> {
  const provider = providerOf(drive, call);
  try {
    if (drive.isCanceled() && provider.cancel) return await provider.cancel(call.ticket, { signal: drive.stop });
    return await provider.status?.(call.ticket, {
      signal: drive.stop,
      ...(call.sent === null ? {} : { sent: call.sent }),
    });
  } catch {
    return undefined;
  }
}

/** The caller is told; the hold stays and the job is followed slowly until the vendor forgets it. */
async function markOverdue(drive: Drive, call: CallRow): Promise<CallRow> {
  const message = 'The job is still running at the vendor after its deadline; it is followed until it ends';
  const error = new StudioError('timed_out', message, { billed: 'unknown', details: { runId: call.runId } });
  const marked = await move(drive, call, 'submitted', { error: error.toJSON() });
  // Its place is for jobs that may end soon.
  drive.slots.leave(leaseKey(call));
  drive.rest(marked);
  return marked;
}

/** Where the vendor tells no fraction: half way at a tenth of the deadline, never quite there. */
function elapsedShare({ parts }: Drive, call: CallRow): number {
  const elapsed = parts.clock.now() - (call.submittedAt ?? parts.clock.now());
  const tenth = candidateOf(call).deadlineMs / 10;
  return 0.1 + 0.7 * (elapsed / (elapsed + tenth));
}
