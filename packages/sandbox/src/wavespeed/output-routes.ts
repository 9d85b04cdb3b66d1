import type { Fault } from '../faults.ts';
import type { Visit } from '../sandbox-context.ts';
import { outputOfPath } from './file-address.ts';
import { type Job, statusOf } from './job.ts';
import { mediaTypes, outputFile } from './output-file.ts';
import type { RoomContext } from './room-context.ts';

/** `GET` and `HEAD` of an output: no key needed. The file is made when it is asked for, the same bytes each time. */
export async function visitOutput(
  context: RoomContext,
  { request, url }: Visit,
  place: ReturnType<typeof outputOfPath> = outputOfPath(url.pathname),
): Promise<Response> {
  const job = place && context.jobs.find(place.id);
  if (place === undefined || job === undefined || !isThere(context, job, place.index)) {
    return new Response('Not found', { status: 404 });
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
  const mediaType = mediaTypes[job.recipe.format];
  const fault = context.faults.take('output', { method: request.method, path: url.pathname, model: job.model });
  // Only half a file needs the file.
  if (fault !== undefined && fault.kind !== 'truncated_output') return spoiled(fault, new Uint8Array(), mediaType);
  const bytes = await outputFile(context, job, place.index).catch(() => undefined);
  if (bytes === undefined) return new Response('The file cannot be made any more', { status: 500 });
  if (fault !== undefined) return spoiled(fault, bytes, mediaType);
  const headers = { 'content-type': mediaType, 'content-length': String(bytes.byteLength) };
  return new Response(request.method === 'HEAD' ? null : (bytes as BodyInit), { headers });
}

function isThere({ clock }: RoomContext, job: Job, index: number): boolean {
  return statusOf(job, clock.now()) === 'completed' && index < job.recipe.count && job.recipe.format !== 'txt';
}

/** A download as an output fault leaves it. */
export function spoiled(fault: Fault, bytes: Uint8Array, mediaType: string): Response {
  if (fault.kind === 'oversize_output') return new Response(endless(), { headers: { 'content-type': mediaType } });
  const length = { 'content-type': mediaType, 'content-length': String(bytes.byteLength) };
  if (fault.kind === 'truncated_output')
    return new Response(broken(bytes.subarray(0, bytes.length / 2)), { headers: length });
  if (fault.kind === 'empty_output')
    return new Response('', { headers: { 'content-type': mediaType, 'content-length': '0' } });
  const page = '<!doctype html><title>Just a moment</title><h1>The request could not be satisfied</h1>';
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** Half a file, then what `fetch` says when the other side goes away. */
function broken(half: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) {
        const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
        controller.error(new TypeError('terminated', { cause }));
      } else controller.enqueue(half);
      sent = true;
    },
  });
}

/** Begins like a PNG and goes on for a thousand gigabytes, a megabyte at a time as it is read. */
function endless(): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(1e6);
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(sent === 0 ? Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) : chunk.slice());
      sent += 1;
      if (sent > 1e6) controller.close();
    },
  });
}
