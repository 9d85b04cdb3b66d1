import type { AssetRecord, Assets } from '@image-studio/core';

/** Types a browser shows without running anything in them; all others are downloads. */
const passive = /^(image\/(png|jpeg|webp|gif|avif|heic|heif|bmp|tiff)|video\/|audio\/|model\/gltf-binary$)/;

/** The bytes of a file as they are asked for: whole, one range, or not at all when the reader has them. */
export async function contentOf(
  assets: Assets,
  record: AssetRecord,
  { headers: asked, method }: Request,
): Promise<Response> {
  const headers = headersOf(record);
  if (matches(asked.get('if-none-match'), headers.etag)) return new Response(null, { status: 304, headers });
  const fresh = asked.get('if-range') ?? headers.etag;
  const range = fresh === headers.etag ? rangeOf(asked.get('range'), record.size) : undefined;
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${record.size}` } });
  const { start, end } = range ?? { start: 0, end: record.size };
  const partial = range ? { 'content-range': `bytes ${start}-${end - 1}/${record.size}` } : {};
  const body = method === 'HEAD' ? null : await assets.read(record.key, range);
  return new Response(body, {
    status: range ? 206 : 200,
    headers: { ...headers, ...partial, 'content-length': String(end - start) },
  });
}

/** The media type a storage serves a file with that it knows nothing of: only what is passive is shown. */
export function servedAs({ mediaType }: AssetRecord): string {
  return passive.test(mediaType) ? mediaType : 'application/octet-stream';
}

function headersOf({ id, mediaType, sha256 }: AssetRecord) {
  return {
    'content-type': mediaType,
    'content-disposition': passive.test(mediaType) ? 'inline' : `attachment; filename="${id}"`,
    etag: `"${sha256}"`,
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  };
}

function matches(header: string | null, etag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}

/** The one range of a `Range` header, end exclusive; several ranges are answered whole. */
function rangeOf(header: string | null, size: number): { start: number; end: number } | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size : Math.min(size, Number(to) + 1);
  return start < end ? { start, end } : 'unsatisfiable';
}
