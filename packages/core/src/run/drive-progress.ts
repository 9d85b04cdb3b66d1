import { fromErrorBody } from '../errors/studio-error.ts';
import { afterFailure } from './drive-failure.ts';
import { storeBodies } from './drive-keep.ts';
import { type Drive, move, providerOf } from './drive.ts';
import type { CallRow } from './journal.ts';
import type { Output, Progress } from './provider.ts';

type AddressOutput = Extract<Output, { url: string }>;

/** Writes down what the vendor answered, and moves the call on. */
export async function afterProgress(drive: Drive, call: CallRow, progress: Progress): Promise<CallRow | undefined> {
  if (progress.state === 'pending') {
    const after = progress.pollAfterMs ?? providerOf(drive, call).policy.poll.firstMs;
    drive.report('working', progress.fraction ?? 0.2, 'The vendor is working');
    return move(drive, call, 'submitted', {
      ticket: progress.ticket,
      dueAt: drive.parts.clock.now() + after,
      error: null,
    });
  }
  const ticket = progress.ticket === undefined ? {} : { ticket: progress.ticket };
  if (progress.state === 'failed') {
    const kind = progress.billed === 'yes' ? 'job_failed_billed' : 'job_failed';
    return afterFailure(drive, call, { error: fromErrorBody(progress.error), kind });
  }
  drive.report('storing', 0.85, 'Keeping the files');
  const reported = progress.reported ?? null;
  const outputs = progress.outputs.filter((output): output is AddressOutput => 'url' in output);
  // Bytes that came with the answer exist nowhere else: they are stored before anything is written down.
  const bodies = progress.outputs.filter((output) => 'body' in output);
  if (bodies.length > 0) return storeBodies(drive, call, bodies, { ...ticket, reported });
  return move(drive, call, 'produced', { ...ticket, outputs, reported, error: null });
}
