import { isStudioError, StudioError } from '../errors/studio-error.ts';
import type { Answer } from '../tracking/ledger.ts';
import { blamedStream } from './blamed-stream.ts';
import { backoffMs, candidateOf, type Drive, leaseKey, LeaseLost, providerOf } from './drive.ts';
import { settle } from './drive-settle.ts';
import type { CallRow, RunRow } from './journal.ts';
import type { AssetRecord, StoredFile } from './ports.ts';
import type { Output } from './provider.ts';
import { recordOf } from './keep-file.ts';
import { isFinal } from './state.ts';

/** With growing pauses: about a minute in all. */
const attemptsPerFile = 8;

/** `produced`: brings the files from the vendor to our storage before the vendor's addresses die, and books them. */
export async function doKeep(drive: Drive, call: CallRow): Promise<undefined> {
  const kept: AssetRecord[] = [];
  let fault: StudioError | undefined;
  for (const [index, output] of call.outputs.entries()) {
    const file = await keepWithRetries(drive, call, index, output);
    if (file instanceof StudioError) fault = file;
    else kept.push(file);
  }
  return settleKept(drive, call, kept, { fault });
}

/** Stores what came with the answer, then books it with what the answer told. Bytes exist only once: no second try. */
export async function keepAnswer(
  drive: Drive,
  call: CallRow,
  outputs: readonly Output[],
  answer: Answer,
): Promise<undefined> {
  const kept: AssetRecord[] = [];
  let fault: StudioError | undefined;
  try {
    for (const [index, output] of outputs.entries()) {
      const file =
        'body' in output
          ? await keepOne(drive, call, index, output.body).catch(vendorFault)
          : await keepWithRetries(drive, call, index, output);
      if (file instanceof StudioError) fault = file;
      else kept.push(file);
    }
  } catch (error) {
    // Those not yet read let go of what they stand on: connections, temporary files.
    await Promise.allSettled(outputs.map((output) => 'body' in output && output.body.cancel(error)));
    throw error;
  }
  return settleKept(drive, call, kept, { fault, answer });
}

/** Books the files of a call whose process ended right after it stored them; false when there are none that are whole. */
export async function settleStored(drive: Drive, call: CallRow): Promise<boolean> {
  const kept: AssetRecord[] = [];
  for (let index = 0; ; index++) {
    const file = await findStored(drive, call, index);
    if (!file) break;
    if (!(file instanceof StudioError)) kept.push(file);
  }
  if (kept.length === 0) return false;
  await settleKept(drive, call, kept);
  return true;
}

/** The call's end: one write for the files, the money and what the answer told. */
async function settleKept(
  drive: Drive,
  call: CallRow,
  files: readonly AssetRecord[],
  { fault, answer = {} }: { readonly fault?: StudioError | undefined; readonly answer?: Answer } = {},
): Promise<undefined> {
  const reported = answer.reported ?? call.reported;
  const costMicros = reported?.costMicros ?? candidateOf(call).quoteMicros;
  const count = files.length;
  if (count > 0) {
    return settle(drive, call, { outcome: 'succeeded', count, costMicros, files, answer }).catch(
      async (error: unknown) => {
        if (error instanceof LeaseLost) await removeUnwanted(drive, call, files);
        throw error;
      },
    );
  }
  // The vendor was paid for something nobody can use: the cost is ours to book, the account is not charged for it.
  const error = { ...(fault ?? nothingMade()).toJSON(), billed: 'yes' as const };
  return settle(drive, call, { outcome: 'failed', count, costMicros, chargeMicros: 0, error, answer });
}

/** Who stored files of a call that ended elsewhere without them, or whose run was forgotten, takes them back: no row names them. */
async function removeUnwanted({ parts }: Drive, call: CallRow, files: readonly AssetRecord[]): Promise<void> {
  const found = await parts.journal.getRun(call, call.runId);
  const now = found?.calls.find(({ id }) => id === call.id);
  if (now && !isFinal(now)) return;
  for (const { id, key } of files) if (!now?.assets.includes(id)) await parts.assets.remove(key);
}

async function keepWithRetries(
  drive: Drive,
  call: CallRow,
  index: number,
  output: { readonly url: string },
): Promise<AssetRecord | StudioError> {
  const provider = providerOf(drive, call);
  const { maxOutputBytes: maxBytes } = drive.parts.limits;
  for (let attempt = 1; ; attempt++) {
    const file = await provider
      .open(output, { maxBytes, signal: drive.stop })
      .catch(asOutputFault)
      .then(({ stream }) => keepOne(drive, call, index, stream))
      .catch(vendorFault);
    if (!(file instanceof StudioError)) return file;
    if (drive.stop.aborted) throw file;
    // The vendor's address may have died after a process before this one had stored the file.
    if (attempt >= attemptsPerFile) return (await findStored(drive, call, index)) ?? file;
    await drive.schedule.until(leaseKey(call), drive.parts.clock.now() + backoffMs(drive, attempt));
  }
}

async function keepOne(
  drive: Drive,
  call: CallRow,
  index: number,
  stream: ReadableStream<Uint8Array>,
): Promise<AssetRecord> {
  const { assets, limits } = drive.parts;
  const { key } = placeOf(drive.run, call, index);
  const stored = await assets.write(key, blamedStream(stream, asOutputFault), { maxBytes: limits.maxOutputBytes });
  return verify(drive, call, index, stored);
}

/** A file as it was stored before; undefined where there is none. */
async function findStored(drive: Drive, call: CallRow, index: number): Promise<AssetRecord | StudioError | undefined> {
  const stored = await drive.parts.assets.stat(placeOf(drive.run, call, index).key);
  return stored && verify(drive, call, index, stored).catch(vendorFault);
}

/** Reads what a stored file really is; one that is broken or of another kind is removed. */
async function verify(drive: Drive, call: CallRow, index: number, stored: StoredFile): Promise<AssetRecord> {
  const { parts, run, operation } = drive;
  const place = { ...placeOf(run, call, index), scope: call, runId: run.id };
  return recordOf(parts, place, stored, operation.spec.output).catch(async (error: unknown) => {
    if (!isStudioError(error, 'invalid_request')) throw error;
    await parts.assets.remove(place.key);
    return asOutputFault(error);
  });
}

/** Where a file of a call goes: the same at every attempt, so that a repeat replaces and never adds. */
function placeOf(run: RunRow, call: CallRow, index: number): { id: string; key: string } {
  return { id: `asset_${call.id.slice('call_'.length)}${index}`, key: `${run.id}/${call.id}/${index}` };
}

/** A fault of the vendor's, not of our own storage. */
function asOutputFault(error: unknown): never {
  if (isStudioError(error, 'vendor_output')) throw error;
  const why = isStudioError(error) && error.code !== 'internal' ? error.message : 'it could not be read';
  throw new StudioError('vendor_output', `The vendor delivered no usable file: ${why}`, { cause: error });
}

/** What the vendor is to blame for, as a value; faults of our own storage and database are thrown on. */
function vendorFault(error: unknown): StudioError {
  if (isStudioError(error, 'vendor_output')) return error;
  if (isStudioError(error, 'input_too_large'))
    return new StudioError('vendor_output', `The vendor’s file is too large: ${error.message}`);
  throw error;
}

const nothingMade = () => new StudioError('vendor_output', 'The vendor reports success but delivered no file');
