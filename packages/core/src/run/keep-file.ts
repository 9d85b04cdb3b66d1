import type { AssetKind } from '../validation/asset-input.ts';
import { invalidRequest } from '../validation/parse.ts';
import type { Scope } from './journal.ts';
import type { RunnerParts } from './parts.ts';
import type { AssetRecord, StoredFile } from './ports.ts';

/** Longer than any upload takes: until then a file that was stored belongs to the request that brought it. */
const unrecordedMs = 24 * 60 * 60 * 1000;

/** Where a file goes and whose it is. */
export interface FilePlace {
  readonly id: string;
  readonly key: string;
  readonly scope: Scope;
  readonly runId: string | null;
}

/** Stores a stream, reads what it is, and records it. The caller removes the file when this throws. */
export async function keep(
  parts: RunnerParts,
  {
    stream,
    maxBytes,
    ...place
  }: FilePlace & { readonly stream: ReadableStream<Uint8Array>; readonly maxBytes: number },
): Promise<AssetRecord> {
  const { journal, assets, clock } = parts;
  const { key, scope } = place;
  const noted = journal.expectFile?.({ key, test: scope.test, removeAt: clock.now() + unrecordedMs });
  const source = noted === undefined ? stream : endingAfter(stream, noted);
  const record = await recordOf(parts, place, await assets.write(key, source, { maxBytes }));
  await journal.addAsset(record);
  return record;
}

/** The same bytes; they end only when `noted` is done, so that no file is whole before a crash could leave it to nobody. */
function endingAfter(stream: ReadableStream<Uint8Array>, noted: Promise<void>): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  // It is thrown where the bytes end.
  noted.catch(() => {});
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        await noted;
        controller.close();
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** Reads what a stored file is. Throws `invalid_request` for a file of no known kind, or of another than wanted. */
export async function recordOf(
  { assets, media, clock }: RunnerParts,
  { id, key, scope, runId }: FilePlace,
  { size, sha256 }: StoredFile,
  wanted?: AssetKind,
): Promise<AssetRecord> {
  // What is read may be an earlier file that a storage put there late: an empty one is never looked past.
  if (size === 0) throw invalidRequest([{ path: [], message: 'The file is empty.' }]);
  const probe = await media.probe(() => assets.read(key));
  if (wanted !== undefined && probe.kind !== wanted) {
    throw invalidRequest([{ path: [], message: `${probe.mediaType} is not a file of kind ${wanted}` }]);
  }
  const { account, test } = scope;
  return { ...probe, id, key, account, test, runId, size, sha256, createdAt: clock.now() };
}
