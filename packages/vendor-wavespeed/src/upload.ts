import { type Body, type CallAsset, type ProviderCall, StudioError } from '@image-studio/core';
import { fileBody, type Http } from '@image-studio/http';
import * as z from 'zod';
import { opened } from './envelope.ts';
import { filled, slotsIn } from './slots.ts';

/** What an upload needs of an asset. `size` in bytes. */
export type UploadFile = Pick<CallAsset, 'size' | 'mediaType' | 'open'> & { readonly filename: string };

/** `api` speaks to WaveSpeed with the key; `storage` puts files to the address it names, without the key. */
export interface UploadPaths {
  readonly api: Http;
  readonly storage: Http;
  readonly baseUrl: URL;
}

const uploadTicket = z.object({
  download_url: z.url(),
  upload: z.object({
    url: z.url(),
    method: z.literal('PUT').optional(),
    headers: z.record(z.string(), z.string()).nullish(),
  }),
});

/**
 * Puts a file where WaveSpeed can read it for seven days and answers its address. The bytes stream with a Content-Length and exactly the
 * headers WaveSpeed asked for. Nothing is paid: every error says `billed: 'no'` and `never_sent`, `throttled` or `refused`.
 */
export async function upload(paths: UploadPaths, file: UploadFile, signal: AbortSignal): Promise<string> {
  const ticket = await paths.api.json({
    method: 'POST',
    path: 'api/v3/media/uploads',
    json: { filename: file.filename, size: file.size, content_type: file.mediaType },
    free: true,
    signal,
    parse: (body) => opened(body, uploadTicket, { free: true }),
  });
  const target = new URL(ticket.upload.url);
  if (target.protocol !== 'https:' && target.origin !== paths.baseUrl.origin) {
    throw new StudioError('vendor_unavailable', 'WaveSpeed named an upload address that is not https.', {
      failure: 'refused',
    });
  }
  const { body, headers } = fileBody(file);
  const answer = await paths.storage.send({
    method: 'PUT',
    path: target,
    headers: withoutLength(ticket.upload.headers ?? {}),
    body: { body, headers },
    signal,
    timeoutMs: 600_000,
  });
  await answer.body?.cancel();
  return ticket.download_url;
}

/**
 * The body as WaveSpeed can read it: each asset's slots become its signed address where our storage can make one, else the address of an
 * upload made for this call alone, once per asset: it also marks the call in WaveSpeed's history.
 */
export async function prepare(paths: UploadPaths, call: ProviderCall): Promise<Body> {
  const addresses = new Map<string, string>();
  for (const id of slotsIn(call.body)) {
    const asset = call.asset(id);
    const filename = `${call.id}-${addresses.size}.${extensionOf(asset.mediaType)}`;
    const { size, mediaType, open } = asset;
    const address =
      asset.signed === undefined
        ? await upload(paths, { filename, size, mediaType, open }, call.signal)
        : (await asset.signed()).href;
    addresses.set(id, address);
  }
  return filled(call.body, addresses);
}

function withoutLength(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length'));
}

function extensionOf(mediaType: string): string {
  const subtype = mediaType.slice(mediaType.indexOf('/') + 1);
  return (
    { jpeg: 'jpg', 'gltf-binary': 'glb', quicktime: 'mov', mpeg: 'mp3' }[subtype] ??
    (subtype.replace(/[^a-z0-9]/g, '') || 'bin')
  );
}
