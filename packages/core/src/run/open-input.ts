import type { Issue } from '../errors/error-table.ts';
import { StudioError } from '../errors/studio-error.ts';
import type { AssetInput } from '../validation/asset-input.ts';
import { invalidRequest } from '../validation/parse.ts';
import type { RunnerParts } from './parts.ts';
import type { Incoming } from './ports.ts';

/** Opens an input of a request for reading. Throws `invalid_request` for what names none, `input_unreachable` for what cannot be had. */
export async function openInput(
  parts: RunnerParts,
  input: AssetInput,
  path: Issue['path'],
  signal?: AbortSignal,
): Promise<Incoming> {
  if (input instanceof Uint8Array)
    return { stream: new Blob([input as Uint8Array<ArrayBuffer>]).stream(), size: input.byteLength };
  if (input instanceof Blob) return { stream: input.stream(), size: input.size };
  if (input instanceof ReadableStream) return { stream: input };
  if (typeof input === 'object' && 'file' in input) {
    if (!parts.openFile)
      throw invalidRequest([{ path, message: 'Files of this machine cannot be named here; send the file itself' }]);
    return parts.openFile(input.file);
  }
  const url = new URL(String(input));
  if (url.protocol === 'data:') return { stream: dataUrlStream(String(input), path) };
  return download(parts)(url, { maxBytes: parts.limits.maxInputBytes, ...(signal ? { signal } : {}) });
}

/** The guarded way to read an address: the one handed in, else a vendor's. */
function download(parts: RunnerParts): NonNullable<RunnerParts['download']> {
  if (parts.download) return parts.download;
  const provider = Object.values(parts.operations).flatMap(({ providers }) => Object.values(providers))[0];
  if (!provider)
    throw new StudioError('input_unreachable', 'No way to fetch addresses is set up; send the file itself');
  return (url, { maxBytes, signal }) =>
    provider.open({ url: url.href }, { maxBytes, signal: signal ?? new AbortController().signal });
}

function dataUrlStream(url: string, path: Issue['path']): ReadableStream<Uint8Array> {
  const text = /^data:[^,]*;base64,(.*)$/s.exec(url)?.[1];
  try {
    if (text === undefined) throw new Error('This is no base64.');
    return new Blob([Uint8Array.from(atob(text), (character) => character.charCodeAt(0))]).stream();
  } catch {
    throw invalidRequest([{ path, message: 'Expected a data URL in base64' }]);
  }
}
