import { fromErrorBody } from '../errors/studio-error.ts';
import { costOfUsage } from '../result/price.ts';
import { afterFailure } from './drive-failure.ts';
import { keepAnswer } from './drive-keep.ts';
import { candidateOf, type Drive, likelyPauseMs, move, providerOf } from './drive.ts';
import type { CallRow } from './journal.ts';
import type { Output, Progress, Reported } from './provider.ts';

type AddressOutput = Extract<Output, { url: string }>;

/** Writes down what the vendor answered, and moves the call on. */
export async function afterProgress(drive: Drive, call: CallRow, progress: Progress): Promise<CallRow | undefined> {
  if (progress.state === 'pending') {
    const after = progress.pollAfterMs ?? likelyPauseMs(drive, call) ?? providerOf(drive, call).policy.poll.firstMs;
    drive.report('working', progress.fraction ?? 0.2, 'The vendor is working');
    return move(drive, call, 'submitted', {
      ticket: progress.ticket,
      // Whole: SQL keeps milliseconds as integers.
      dueAt: drive.parts.clock.now() + Math.ceil(after),
      error: null,
    });
  }
  const ticket = progress.ticket === undefined ? {} : { ticket: progress.ticket };
  if (progress.state === 'failed') {
    const kind = progress.billed === 'yes' ? 'job_failed_billed' : 'job_failed';
    const reported = priced(drive, call, progress.reported);
    const spent = reported?.costMicros === undefined ? {} : { spentMicros: reported.costMicros };
    return afterFailure(drive, call, { error: fromErrorBody(progress.error), kind, ...spent });
  }
  drive.report('storing', 0.85, 'Keeping the files');
  const reported = priced(drive, call, progress.reported) ?? null;
  const outputs = progress.outputs.filter((output): output is AddressOutput => 'url' in output);
  // Bytes that came with the answer exist nowhere else: they are stored before anything is written down.
  const bodies = progress.outputs.filter((output) => 'body' in output);
  if (bodies.length > 0) return keepAnswer(drive, call, [...bodies, ...outputs], { ...ticket, reported });
  return move(drive, call, 'produced', { ...ticket, outputs, reported, error: null });
}

/** The report with the cost of its usage, by the model's own price rule. */
function priced({ operation }: Drive, call: CallRow, reported: Reported | undefined): Reported | undefined {
  if (reported?.usage === undefined || reported.costMicros !== undefined) return reported;
  const row = operation.spec.models[candidateOf(call).model];
  const costMicros = row && costOfUsage(row.price, reported.usage);
  return costMicros === undefined ? reported : { ...reported, costMicros };
}
