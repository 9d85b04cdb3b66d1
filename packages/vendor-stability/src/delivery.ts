import { type Output, type Progress, StudioError } from '@image-studio/core';
import { incoming, readText } from '@image-studio/http';
import * as z from 'zod';

/** Asks for the file as it is. */
export const fileHeaders: Readonly<Record<string, string>> = { accept: 'image/*', 'accept-encoding': 'identity' };

/** Longest silence within a file. Milliseconds. */
export const stallMs = 30_000;

const picture = z.object({
  image: z.string().min(1),
  finish_reason: z.string().optional(),
  seed: z.number().optional(),
});
const answerBytes = 64 * 1024 * 1024;

/**
 * What a finished answer delivers: its bytes as a stream, or base64 within JSON. Throws `in_doubt` for an answer that is neither: it has been
 * paid, and nobody knows for what.
 */
export async function delivered(answer: Response, url: URL): Promise<Progress> {
  const mediaType = mediaTypeOf(answer);
  if (mediaType === 'application/json') return deliveredAsJson(answer);
  if (!isFile(mediaType)) {
    await answer.body?.cancel();
    throw unreadable();
  }
  const filtered = await withheld(answer);
  if (filtered) return filtered;
  const body = await incoming(answer, { url, code: 'vendor_output', maxBytes: Infinity, stallMs }).then(
    ({ stream }) => stream,
    failing,
  );
  return done({ body, mediaType }, seedOf(answer));
}

/** The verdict of an answer whose content check stopped the picture, undefined for any other. The status is 200 and the picture blurred. */
export async function withheld(answer: Response): Promise<Progress | undefined> {
  if (answer.headers.get('finish-reason') !== 'CONTENT_FILTERED') return undefined;
  await answer.body?.cancel();
  return blocked();
}

/** The seed that the answer names. */
export function seedOf({ headers }: Response): number | undefined {
  const seed = headers.get('seed');
  return seed !== null && /^\d+$/.test(seed) ? Number(seed) : undefined;
}

/** A finished call. */
export function done(output: Output, seed: number | undefined): Progress {
  return { state: 'done', outputs: [output], ...(seed === undefined ? {} : { reported: { seed } }) };
}

/** The media type of an answer without its parameters. */
export function mediaTypeOf({ headers }: Response): string {
  return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** Is this a picture or a 3D model? */
export function isFile(mediaType: string): boolean {
  return /^(image|model)\//.test(mediaType) || mediaType === 'application/octet-stream';
}

async function deliveredAsJson(answer: Response): Promise<Progress> {
  const type = /\btype=([\w/+-]+)/.exec(answer.headers.get('content-type') ?? '')?.[1];
  const text = await readText(answer, { maxBytes: answerBytes, timeoutMs: stallMs }).catch(() => '');
  const read = picture.safeParse(parsed(text));
  if (!read.success) throw unreadable();
  const { image, finish_reason, seed } = read.data;
  if (finish_reason === 'CONTENT_FILTERED') return blocked();
  const body = new Blob([Buffer.from(image, 'base64')]).stream();
  return done({ body, mediaType: type ?? 'image/png' }, seed);
}

/** Only refusals are said to be free: a picture that was made and then blurred is taken as paid. */
function blocked(): Progress {
  const message = "Stability's content check blurred the picture; its credits are spent.";
  const error = new StudioError('moderation_blocked', message, { billed: 'yes' });
  return { state: 'failed', error: error.toJSON(), billed: 'yes' };
}

function unreadable(): StudioError {
  const message = 'Stability gave an answer that cannot be read; it may have done the work.';
  return new StudioError('in_doubt', message, { failure: 'uncertain', billed: 'unknown' });
}

function failing(error: unknown): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.error(error) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
