import { slotsIn } from './asset-slots.ts';
import { StudioError, toStudioError } from '../errors/studio-error.ts';
import { vendorOf } from '../validation/model.ts';
import { afterFailure, type Failure, release } from './drive-failure.ts';
import { afterProgress } from './drive-progress.ts';
import { candidateOf, deadlineOf, type Drive, leaseKey, LeaseLost, move, providerOf, slotWish } from './drive.ts';
import type { CallRow } from './journal.ts';
import type { Body, CallAsset, Progress, ProviderCall } from './provider.ts';

/** `reserved`: gets the files to the vendor (free), then sends the one paid request. */
export async function doSubmit(drive: Drive, call: CallRow): Promise<CallRow | undefined> {
  const { clock } = drive.parts;
  if (!drive.isCanceled()) await drive.schedule.until(leaseKey(call), call.dueAt);
  if (drive.isCanceled()) return cancelBefore(drive, call);
  // Only what was tried can be given up.
  if (call.error !== null && clock.now() > deadlineOf(drive, call)) {
    const last = call.error?.message ?? 'no vendor could be reached in time';
    return release(
      drive,
      call,
      'failed',
      new StudioError('vendor_unavailable', `Given up at the deadline: ${last}`).toJSON(),
    );
  }
  try {
    providerOf(drive, call);
  } catch (error) {
    // Another process may have the vendor, or this one after its next start: it is tried again until the deadline.
    return afterFailure(drive, call, asNotBilled(error));
  }
  if (!(await enter(drive, call))) return call;
  return send(drive, call);
}

/** Waits for a place at the vendor. False: the call has to look again. */
async function enter(drive: Drive, call: CallRow): Promise<boolean> {
  const { clock } = drive.parts;
  if (drive.stop.aborted) return false;
  const since = clock.monotonic();
  drive.report('queued', 0.02, 'Waiting for a place at the vendor');
  const entered = await drive.slots.take(slotWish(drive, call));
  drive.waited.ms += clock.monotonic() - since;
  return entered;
}

async function send(drive: Drive, call: CallRow): Promise<CallRow | undefined> {
  const provider = providerOf(drive, call);
  let paid: ProviderCall;
  let body: Body;
  try {
    paid = await providerCall(drive, call, candidateOf(call).body);
    drive.report('uploading', 0.05, 'Sending files to the vendor');
    body = (await provider.prepare?.(paid)) ?? paid.body;
  } catch (error) {
    return afterFailure(drive, call, asNotBilled(error));
  }
  if (!drive.ownsLease(call)) throw new LeaseLost(call.id);
  const submitting = await submittingOrCanceled(drive, call, body);
  if (submitting.step !== 'submitting') return submitting;
  // The write above may have taken long: whoever's lease ran out meanwhile must not send, and surely has not.
  if (!drive.ownsLease(call)) return move(drive, submitting, 'reserved', { dueAt: drive.parts.clock.now() });
  let progress: Progress;
  drive.sent.at = drive.parts.clock.monotonic();
  try {
    // Not the signal of a shutdown: a request on its way is seen through, so that its answer is written down.
    progress = await provider.start({ ...paid, body, signal: new AbortController().signal });
  } catch (error) {
    const failed = toStudioError(error);
    return afterFailure(drive, submitting, {
      error: failed,
      kind: failed.failure ?? (provider.policy.repeatable ? 'never_sent' : 'uncertain'),
    });
  }
  return afterProgress(drive, submitting, progress);
}

/** The compare-and-set that only one process can win; a cancel that came first wins over it. */
async function submittingOrCanceled(drive: Drive, call: CallRow, sent: Body): Promise<CallRow> {
  try {
    return await move(drive, call, 'submitting', { sent, submittedAt: drive.parts.clock.now() });
  } catch (error) {
    const found = await drive.parts.journal.getRun(call, call.runId);
    if (!found?.run.cancelRequested) throw error;
    await cancelBefore(drive, call);
    return { ...call, step: 'released' };
  }
}

function cancelBefore(drive: Drive, call: CallRow): Promise<undefined> {
  return release(
    drive,
    call,
    'canceled',
    new StudioError('canceled', 'Canceled before it was sent to the vendor').toJSON(),
  );
}

/** Whatever goes wrong before the paid request costs nothing; only what may pass is tried again. */
function asNotBilled(error: unknown): Failure {
  const failed = toStudioError(error);
  const passing = failed.code === 'internal' || failed.retryable;
  const kind =
    failed.failure === undefined || failed.failure === 'uncertain'
      ? passing
        ? 'never_sent'
        : 'refused'
      : failed.failure;
  return { error: failed, kind };
}

async function providerCall({ parts, stop }: Drive, call: CallRow, body: Body): Promise<ProviderCall> {
  const { journal, assets, webhookUrl } = parts;
  const candidate = candidateOf(call);
  const records = new Map<string, CallAsset>();
  for (const id of slotsIn(body)) {
    const record = await journal.getAsset(call, id);
    if (!record) throw new StudioError('not_found', `The input "${id}" was deleted`);
    const sign = assets.sign?.bind(assets);
    records.set(id, {
      ...record,
      open: () => assets.read(record.key),
      ...(sign ? { signed: () => sign(record.key, 86_400, record.mediaType) } : {}),
    });
  }
  const asset = (id: string) => records.get(id)!;
  const webhook = webhookUrl ? { webhookUrl: webhookUrl(vendorOf(candidate.model), call.token) } : {};
  return { id: call.id, endpoint: candidate.endpoint, body, asset, signal: stop, ...webhook };
}
