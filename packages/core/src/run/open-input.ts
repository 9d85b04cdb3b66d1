import type { Issue } from '../errors/error-table.ts';
import { StudioError } from '../errors/studio-error.ts';
import type { AssetInput } from '../validation/asset-input.ts';
import { invalidRequest } from '../validation/parse.ts';
import { bytesStream } from './bytes-stream.ts';
import type { RunnerParts } from './parts.ts';
import type { Download, Incoming } from './ports.ts';

/** A Blob would copy all of it at once, and so would each of many runs that are waiting. */
const chunkSize = 256 * 1024;

/** Opens an input of a request for reading. Throws `invalid_request` for what names none, `input_unreachable` for what cannot be had. */
export async function openInput(
  parts: RunnerParts,
  input: AssetInput,
  path: Issue['path'],
  signal?: AbortSignal,
): Promise<Incoming> {
  if (input instanceof Uint8Array) return { stream: bytesStream(input, chunkSize), size: input.byteLength };
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

/** The guarded way to read an address: the one handed in, else one that comes with a vendor. */
function download({ download: given, operations }: RunnerParts): Download {
  const providers = Object.values(operations).flatMap((operation) => Object.values(operation.providers));
  const found = given ?? providers.find((provider) => provider.download !== undefined)?.download;
  if (found) return found;
  const message = 'No way to fetch addresses is set up here: send the file itself, or hand in `download`';
  throw new StudioError('input_unreachable', message);
}

function dataUrlStream(url: string, path: Issue['path']): ReadableStream<Uint8Array> {
  const text = /^data:[^,]*;base64,(.*)$/s.exec(url)?.[1];
  try {
    if (text === undefined) throw new Error('This is no base64.');
    return bytesStream(
      Uint8Array.from(atob(text), (character) => character.charCodeAt(0)),
      chunkSize,
    );
  } catch {
    throw invalidRequest([{ path, message: 'Expected a data URL in base64' }]);
  }
}
