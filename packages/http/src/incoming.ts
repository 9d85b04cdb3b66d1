import { type Incoming, StudioError } from '@image-studio/core';
import type { Answer } from './answer.ts';
import { limitedStream } from './limited-stream.ts';

/**
 * What is demanded of an answer with a file: at most `maxBytes`, and never silent for `stallMs`. `url` names the host in messages. `onEnd` is
 * called once nothing more of the file is read.
 */
export interface Expected {
  readonly url: URL;
  readonly code: 'input_unreachable' | 'vendor_output';
  readonly maxBytes: number;
  readonly stallMs: number;
  readonly onEnd?: () => void;
}

/**
 * The file in an answer as a stream held to its announced length, to `maxBytes` and to `stallMs`. Throws, and the stream fails, with
 * `input_too_large` for a user's file beyond `maxBytes`, else with `code`.
 */
export async function incoming(answer: Answer, { url, code, maxBytes, stallMs, onEnd }: Expected): Promise<Incoming> {
  const refuse = async (error: StudioError) => {
    await answer.body?.cancel();
    return error;
  };
  if (!answer.ok || answer.body === null) throw await refuse(outputFailure(code, url, `answers HTTP ${answer.status}`));
  const encoding = answer.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity')
    throw await refuse(outputFailure(code, url, 'sends the file compressed although not asked to'));
  const declared = answer.headers.get('content-length');
  const length = declared !== null && /^\d+$/.test(declared) ? Number(declared) : undefined;
  if (length !== undefined && length > maxBytes) throw await refuse(tooLarge(code, maxBytes));
  const stream = limitedStream(answer.body, {
    maxBytes,
    length,
    stallMs,
    onEnd,
    error: (what) => (what === 'too-large' ? tooLarge(code, maxBytes) : outputFailure(code, url, broken[what])),
  });
  const mediaType = answer.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return { stream, size: length, mediaType: mediaType === '' ? undefined : mediaType };
}

const broken = {
  'wrong-length': 'sent another number of bytes than it announced',
  stalled: 'stopped sending in the middle of the file',
  broken: 'broke off in the middle of the file',
};

/** The error for a file that cannot be had. Names the host only: addresses carry signatures. */
export function outputFailure(code: 'input_unreachable' | 'vendor_output', url: URL, what: string): StudioError {
  const file = code === 'vendor_output' ? 'The file the vendor made' : 'The file';
  return new StudioError(code, `${file} cannot be fetched: ${url.hostname} ${what}.`, {
    billed: code === 'vendor_output' ? 'yes' : 'no',
  });
}

function tooLarge(code: 'input_unreachable' | 'vendor_output', maxBytes: number): StudioError {
  return code === 'vendor_output'
    ? new StudioError(code, `The file the vendor made is larger than ${maxBytes} bytes.`, { billed: 'yes' })
    : new StudioError('input_too_large', `The file is larger than ${maxBytes} bytes.`);
}
