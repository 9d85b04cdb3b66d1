import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { extname } from 'node:path';
import { streamOf } from '../files/sandbox-files.ts';
import type { SandboxContext, Visit } from '../sandbox-context.ts';
import { answer, readObject, refuse } from './envelope.ts';
import { filesPath, keyOfPath } from './file-address.ts';

const ticketLifeMs = 3600e3;
const largestBytes = 300e6;

/** `POST /media/uploads`: a ticket for one PUT without a key, with exactly the headers of the ticket. */
export async function createUpload(context: SandboxContext, { request, origin }: Visit): Promise<Response> {
  const { filename, size, content_type } = await readObject(request);
  if (typeof filename !== 'string' || filename === '') return refuse(400, 'filename is required');
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1) return refuse(400, 'size is required');
  if (size > largestBytes) return refuse(413, 'file is too large');
  const type = typeof content_type === 'string' && content_type !== '' ? content_type : 'application/octet-stream';
  const address = `${origin}${filesPath}${newKey(filename)}`;
  const expires = String(context.clock.now() + ticketLifeMs);
  const ticket = { size: String(size), type, expires };
  const query = new URLSearchParams({
    ...ticket,
    signature: signature(keyOfPath(new URL(address).pathname) ?? '', ticket),
  });
  return answer({
    download_url: address,
    upload: { url: `${address}?${query}`, method: 'PUT', headers: { 'Content-Type': type } },
  });
}

/** `POST /media/upload/binary`: the older way, one multipart field `file`. */
export async function uploadBinary({ files }: SandboxContext, { request, origin }: Visit): Promise<Response> {
  const form = await request.formData().catch(() => undefined);
  const file = form?.get('file');
  if (!(file instanceof File)) return refuse(400, 'file is required');
  if (file.size > largestBytes) return refuse(413, 'file is too large');
  const key = newKey(file.name);
  await files.write(key, file.stream());
  const type = /^(image|video|audio)\//.exec(file.type)?.[1] ?? 'image';
  return answer({ type, download_url: `${origin}${filesPath}${key}`, filename: file.name, size: file.size });
}

/** The store behind the tickets: PUT with a signed address, GET and HEAD for everybody. Its refusals are XML, like those of such stores. */
export async function visitFile(context: SandboxContext, { request, url }: Visit): Promise<Response> {
  const key = keyOfPath(url.pathname);
  if (key === undefined) return storeError(404, 'NoSuchKey');
  if (request.method === 'PUT') return putFile(context, { request, url, key });
  if (request.method !== 'GET' && request.method !== 'HEAD') return storeError(405, 'MethodNotAllowed');
  const file = await context.files.read(key);
  if (file === undefined) return storeError(404, 'NoSuchKey');
  const headers = { 'content-type': typeOf(key), 'content-length': String(file.size) };
  if (request.method === 'GET') return new Response(file.stream as BodyInit, { headers });
  await file.stream.cancel();
  return new Response(null, { headers });
}

async function putFile(
  { files, clock }: SandboxContext,
  { request, url, key }: { request: Request; url: URL; key: string },
): Promise<Response> {
  const [size, type, expires] = ['size', 'type', 'expires'].map((name) => url.searchParams.get(name) ?? '');
  if (size === undefined || type === undefined || expires === undefined) return storeError(403, 'AccessDenied');
  const expected = Buffer.from(signature(key, { size, type, expires }));
  const given = Buffer.from(url.searchParams.get('signature') ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return storeError(403, 'SignatureDoesNotMatch');
  if (Number(expires) < clock.now()) return storeError(403, 'AccessDenied');
  if (request.headers.get('content-type') !== type) return storeError(403, 'SignatureDoesNotMatch');
  if (request.headers.has('transfer-encoding')) return storeError(411, 'MissingContentLength');
  const body = request.body ?? streamOf(new Uint8Array());
  try {
    await files.write(key, body.pipeThrough(exactly(Number(size))));
  } catch (error) {
    if (error instanceof RangeError) return storeError(400, 'IncompleteBody');
    throw error;
  }
  return new Response(null, { headers: { etag: `"${key.slice(0, 32)}"` } });
}

function exactly(size: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  const problem = () => new RangeError('The body is not as long as the ticket says.');
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > size) controller.error(problem());
      else controller.enqueue(chunk);
    },
    flush(controller) {
      if (seen !== size) controller.error(problem());
    },
  });
}

function signature(key: string, ticket: { size: string; type: string; expires: string }): string {
  return createHash('sha256')
    .update(['sandbox upload', key, ticket.size, ticket.type, ticket.expires].join('\n'))
    .digest('hex');
}

function newKey(filename: string): string {
  const extension = /^\.([a-z0-9]{1,8})$/.exec(extname(filename).toLowerCase())?.[1] ?? 'bin';
  return `${randomBytes(16).toString('hex')}.${extension}`;
}

function typeOf(key: string): string {
  const extension = key.slice(33);
  const types: Readonly<Record<string, string>> = {
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    png: 'image/png',
    webp: 'image/webp',
    gif: 'image/gif',
    mp4: 'video/mp4',
    mp3: 'audio/mpeg',
    glb: 'model/gltf-binary',
  };
  return types[extension] ?? 'application/octet-stream';
}

function storeError(status: number, code: string): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`;
  return new Response(body, { status, headers: { 'content-type': 'application/xml' } });
}
