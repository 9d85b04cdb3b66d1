import { badRequest, refuse } from './answers.ts';

/** What a form says: texts, and files by their field. */
export interface Form {
  readonly texts: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

const mostBytes = 10 * 1024 * 1024;

/** The form of a request, or how the vendor refuses one that is too large or none. */
export async function readForm(request: Request): Promise<Form | Response> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) return badRequest('content-type: must be multipart/form-data');
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return tooLarge();
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > mostBytes) return tooLarge();
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => undefined);
  if (form === undefined) return badRequest('body: is no form');
  const entries = [...form.entries()];
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const files = await Promise.all(
    entries.map(async ([name, value]) =>
      typeof value === 'string' ? [] : [[name, new Uint8Array(await value.arrayBuffer())] as const],
    ),
  );
  return { texts: Object.fromEntries(texts), files: Object.fromEntries(files.flat()) };
}

function tooLarge(): Response {
  return refuse(413, 'payload_too_large', 'body: payloads cannot be larger than 10MiB in size');
}
