import { isStudioError, StudioError } from '../errors/studio-error.ts';
import type { AssetInput, AssetRef } from '../validation/asset-input.ts';
import type { Spec } from '../validation/model.ts';
import { invalidRequest } from '../validation/parse.ts';
import { blamedStream } from './blamed-stream.ts';
import { newId } from './id.ts';
import { keep } from './keep-file.ts';
import type { Scope } from './journal.ts';
import { openInput } from './open-input.ts';
import type { RunnerParts } from './parts.ts';
import type { AssetRecord, Incoming } from './ports.ts';

/**
 * Takes the files of a request in: each is fetched once, stored, read for what it really is, and replaced by a reference.
 * Throws `invalid_request` (not a picture, empty mask), `input_unreachable`, `input_too_large` or `not_found` (someone else's asset).
 */
export async function takeIn(
  parts: RunnerParts,
  spec: Spec,
  inputs: Readonly<Record<string, unknown>>,
  scope: Scope,
  signal?: AbortSignal,
): Promise<Readonly<Record<string, unknown>>> {
  let taken = inputs;
  for (const [name, kind] of Object.entries(spec.assets)) {
    const place = name.split('.');
    const value = valueAt(inputs, place);
    if (value === undefined) continue;
    const one = (input: unknown, path: readonly (string | number)[]) =>
      takeOne(parts, { input: input as AssetInput, kind, path, scope, ...(signal ? { signal } : {}) });
    const reference = Array.isArray(value)
      ? await Promise.all(value.map((input, index) => one(input, [...place, index])))
      : await one(value, place);
    taken = withValueAt(taken, place, reference);
  }
  return taken;
}

type Tree = Readonly<Record<string, unknown>>;

/** What stands at a place such as `views`, `front`. */
function valueAt(tree: Tree, [head = '', ...rest]: readonly string[]): unknown {
  const value = tree[head];
  return rest.length === 0 || value === undefined ? value : valueAt(value as Tree, rest);
}

function withValueAt(tree: Tree, [head = '', ...rest]: readonly string[], value: unknown): Tree {
  return { ...tree, [head]: rest.length === 0 ? value : withValueAt(tree[head] as Tree, rest, value) };
}

interface OneInput {
  readonly input: AssetInput;
  readonly kind: string;
  readonly path: readonly (string | number)[];
  readonly scope: Scope;
  readonly signal?: AbortSignal;
}

async function takeOne(parts: RunnerParts, { input, kind, path, scope, signal }: OneInput): Promise<AssetRef> {
  const kept = keptId(input);
  const record =
    kept === undefined
      ? await storeInput(parts, await openInput(parts, input, path, signal), scope).catch(at(path))
      : await find(parts, scope, kept, path);
  const wanted = kind === 'mask' ? 'image' : kind;
  if (record.kind !== wanted)
    throw invalidRequest([{ path, message: `Expected a file of kind ${wanted}, got ${record.mediaType}` }]);
  if (kind === 'mask') await refuseEmptyMask(parts, record, path);
  return refTo(record);
}

function keptId(input: AssetInput): string | undefined {
  if (typeof input === 'string') return input.startsWith('asset_') ? input : undefined;
  return typeof input === 'object' && 'asset' in input ? input.asset : undefined;
}

async function find(parts: RunnerParts, scope: Scope, id: string, path: OneInput['path']): Promise<AssetRecord> {
  const record = await parts.journal.getAsset(scope, id);
  if (!record) throw new StudioError('not_found', `${path.join('.')}: no asset "${id.slice(0, 60)}"`);
  return record;
}

/** Stores an input. Throws `input_too_large`, `input_unreachable` for one that cannot be read, or `invalid_request` for one of no known kind; nothing is left behind then. */
export async function storeInput(parts: RunnerParts, incoming: Incoming, scope: Scope): Promise<AssetRecord> {
  const { assets, clock, limits } = parts;
  if (incoming.size !== undefined && incoming.size > limits.maxInputBytes) {
    await incoming.stream.cancel();
    throw new StudioError(
      'input_too_large',
      `The file has ${incoming.size} bytes; at most ${limits.maxInputBytes} are taken`,
    );
  }
  const id = newId('asset', clock.now());
  const key = `inputs/${id}`;
  const stream = readable(incoming.stream);
  const file = { id, key, stream, scope, runId: null, maxBytes: limits.maxInputBytes };
  return keep(parts, file).catch(async (error: unknown) => {
    // A storage that is away says so below, and what it kept is removed later.
    await assets.remove(key).catch(() => {});
    throw error;
  });
}

/** What goes wrong while a file of the caller's is read is no fault of ours. */
function readable(stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  if (stream.locked) throw unreadable('The stream is being read by another: give one that is untouched');
  return blamedStream(stream, (error) => {
    throw isStudioError(error) ? error : unreadable('The file broke off while it was read: send it again', error);
  });
}

const unreadable = (message: string, cause?: unknown) => new StudioError('input_unreachable', message, { cause });

/** The same fault, with the place in the request where the file stood. */
function at(path: OneInput['path']): (error: unknown) => never {
  return (error) => {
    if (!isStudioError(error, 'invalid_request')) throw error;
    throw invalidRequest([{ path, message: error.message }]);
  };
}

async function refuseEmptyMask(
  { media, assets }: RunnerParts,
  record: AssetRecord,
  path: OneInput['path'],
): Promise<void> {
  const coverage = await media.coverage?.(() => assets.read(record.key));
  if (coverage === 0)
    throw invalidRequest([{ path, message: 'The mask marks nothing: paint white what is to be edited' }]);
}

function refTo({ id, kind, mediaType, size, sha256, width, height, seconds }: AssetRecord): AssetRef {
  return { asset: id, kind, mediaType, size, sha256, width, height, seconds };
}
