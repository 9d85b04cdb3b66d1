import { StudioError, toStudioError } from '../errors/studio-error.ts';
import { backoffMs, candidateOf, type Drive, move, providerOf } from './drive.ts';
import { settle } from './drive-settle.ts';
import type { CallPatch, CallRow, RunRow } from './journal.ts';
import type { AssetRecord } from './ports.ts';
import type { Output } from './provider.ts';
import { keep } from './take-in.ts';

const attemptsPerFile = 4;

/** `produced`: brings the files from the vendor to our storage before the vendor's addresses die. */
export async function doKeep(drive: Drive, call: CallRow): Promise<CallRow | undefined> {
  const provider = providerOf(drive, call);
  const { maxOutputBytes: maxBytes } = drive.parts.limits;
  const kept: AssetRecord[] = [];
  let fault: StudioError | undefined;
  for (const [index, output] of call.outputs.entries()) {
    const open = async () => (await provider.open(output, { maxBytes, signal: drive.stop })).stream;
    const file = await keepWithRetries(drive, call, index, open);
    if (file instanceof StudioError) fault = file;
    else kept.push(file);
  }
  return afterKeeping(drive, call, kept, fault ?? (call.outputs.length === 0 ? nothingMade() : undefined));
}

/** Stores bytes that came with the answer, then writes down what came. They exist only once: no second try. */
export async function storeBodies(
  drive: Drive,
  call: CallRow,
  outputs: readonly Output[],
  patch: CallPatch,
): Promise<CallRow | undefined> {
  const kept: AssetRecord[] = [];
  let fault: StudioError | undefined;
  for (const [index, output] of outputs.entries()) {
    if (!('body' in output)) continue;
    try {
      kept.push(await keepOne(drive, call, index, output.body));
    } catch (error) {
      fault = asOutputFault(error);
    }
  }
  const produced = await move(drive, call, 'produced', patch);
  return afterKeeping(drive, produced, kept, fault);
}

/** The files of a call whose process ended right after it stored them; undefined when there are none. */
export async function findStored(drive: Drive, call: CallRow): Promise<CallRow | undefined> {
  const { assets } = drive.parts;
  const kept: AssetRecord[] = [];
  for (let index = 0; ; index++) {
    const { key } = placeOf(drive.run, call, index);
    if (!(await assets.stat(key))) break;
    kept.push(await keepOne(drive, call, index, await assets.read(key)));
  }
  if (kept.length === 0) return undefined;
  return move(drive, await move(drive, call, 'produced'), 'stored', { assets: kept.map(({ id }) => id) });
}

async function afterKeeping(
  drive: Drive,
  call: CallRow,
  kept: readonly AssetRecord[],
  fault: StudioError | undefined,
): Promise<CallRow | undefined> {
  if (kept.length > 0) return move(drive, call, 'stored', { assets: kept.map(({ id }) => id) });
  if (drive.stop.aborted) return undefined;
  // The vendor was paid for something nobody can use: the cost is ours to book, the account is not charged for it.
  const error = { ...(fault ?? nothingMade()).toJSON(), billed: 'yes' as const };
  return settle(drive, call, {
    outcome: 'failed',
    costMicros: call.reported?.costMicros ?? candidateOf(call).quoteMicros,
    chargeMicros: 0,
    count: 0,
    error,
  });
}

async function keepWithRetries(
  drive: Drive,
  call: CallRow,
  index: number,
  open: () => Promise<ReadableStream<Uint8Array>>,
): Promise<AssetRecord | StudioError> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await keepOne(drive, call, index, await open());
    } catch (error) {
      if (drive.stop.aborted) throw error;
      if (attempt >= attemptsPerFile) return asOutputFault(error);
      await drive.schedule.until(call.id, drive.parts.clock.now() + backoffMs(drive, attempt));
    }
  }
}

async function keepOne(
  { parts, run, operation }: Drive,
  call: CallRow,
  index: number,
  stream: ReadableStream<Uint8Array>,
): Promise<AssetRecord> {
  const { id, key } = placeOf(run, call, index);
  const file = await keep(parts, {
    id,
    key,
    stream,
    scope: call,
    runId: run.id,
    maxBytes: parts.limits.maxOutputBytes,
  }).catch(async (error: unknown) => {
    await parts.assets.remove(key);
    throw error;
  });
  if (file.kind === operation.spec.output) return file;
  await parts.assets.remove(key);
  throw new StudioError(
    'vendor_output',
    `The vendor delivered ${file.mediaType} instead of a file of kind ${operation.spec.output}`,
  );
}

/** Where a file of a call goes: the same at every attempt, so that a repeat replaces and never adds. */
function placeOf(run: RunRow, call: CallRow, index: number): { id: string; key: string } {
  return { id: `asset_${call.id.slice('call_'.length)}${index}`, key: `${run.id}/${call.id}/${index}` };
}

function asOutputFault(error: unknown): StudioError {
  const found = toStudioError(error);
  if (found.code === 'vendor_output') return found;
  const why = found.code === 'internal' ? 'it could not be read' : found.message;
  return new StudioError('vendor_output', `The vendor delivered no usable file: ${why}`, { cause: error });
}

const nothingMade = () => new StudioError('vendor_output', 'The vendor reports success but delivered no file');
