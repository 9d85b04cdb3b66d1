import { type Download, type Incoming, invalidRequest } from '@image-studio/core';
import type { Part } from '../operation-body.ts';
import type { Uploads } from '../uploads.ts';
import { fromAlphaMask } from './alpha-mask.ts';
import { editFields, type ImageFields, readFields } from './image-fields.ts';

/** An edit request with its files kept. */
export interface EditRequest {
  readonly fields: ImageFields;
  readonly images: readonly string[];
  readonly mask: string | undefined;
}

/** What files are read with. */
export interface FileParts {
  readonly uploads: Uploads;
  /** Opens a kept file of the caller's; throws `not_found`. */
  readonly open: (id: string) => Promise<ReadableStream<Uint8Array>>;
  readonly download: Download;
}

const maxMaskBytes = 20_000_000;

/** A multipart edit: `image` once or `image[]` repeated, `mask`, and texts, in any order. */
export async function readEditParts(parts: FileParts, given: readonly Part[]): Promise<EditRequest> {
  const texts: Record<string, string> = {};
  const images: string[] = [];
  let mask: string | undefined;
  for (const { name: spelled, value } of given) {
    const name = spelled.replace(/\[\]$/, '');
    if (typeof value === 'string') texts[name] = value;
    else if (name === 'image' || name === 'images') images.push(value.asset);
    else if (name === 'mask') mask = value.asset;
    else throw invalidRequest([{ path: [name], message: 'Expected text here; files are image, image[] and mask' }]);
  }
  const fields = readFields(editFields, texts);
  return {
    fields,
    images: needed(images),
    mask: mask === undefined ? undefined : await flipped(parts, await parts.open(mask)),
  };
}

/** A JSON edit: `images` with `image_url` or `file_id`, and `mask` the same way. */
export async function readEditJson(parts: FileParts, body: unknown): Promise<EditRequest> {
  const fields = readFields(editFields, body);
  const listed = [fields.images ?? [], fields.image ?? []].flat();
  const images = listed.map((one) => (typeof one === 'string' ? one : (one.file_id ?? one.image_url ?? '')));
  const place = typeof fields.mask === 'object' ? (fields.mask.file_id ?? fields.mask.image_url) : fields.mask;
  return {
    fields,
    images: needed(images),
    mask: place === undefined ? undefined : await flipped(parts, await openMask(parts, place)),
  };
}

async function flipped({ uploads }: FileParts, stream: ReadableStream<Uint8Array>): Promise<string> {
  return (await uploads.store(await fromAlphaMask(stream))).id;
}

async function openMask({ open, download }: FileParts, place: string): Promise<ReadableStream<Uint8Array>> {
  if (place.startsWith('asset_')) return open(place);
  const [, data] = /^data:[^,]*;base64,([A-Za-z0-9+/=\s]*)$/.exec(place) ?? [];
  if (data !== undefined) return new Blob([Buffer.from(data, 'base64')]).stream();
  if (!URL.canParse(place)) throw invalidRequest([{ path: ['mask'], message: 'Expected an https URL or a data URL' }]);
  const file: Incoming = await download(new URL(place), { maxBytes: maxMaskBytes });
  return file.stream;
}

function needed(images: readonly string[]): readonly string[] {
  if (images.length > 0) return images;
  throw invalidRequest([{ path: ['image'], message: 'Send at least one image' }]);
}
