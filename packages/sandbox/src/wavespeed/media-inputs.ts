import { createHash } from 'node:crypto';
import type { Json } from '@image-studio/core';
import { readWhole, type SandboxFiles, streamOf } from '../files/sandbox-files.ts';
import { pictureSize } from '../media/open-picture.ts';
import type { CatalogueRow } from './catalogue.ts';
import { keyOfAddress } from './file-address.ts';
import type { Size } from './output-size.ts';
import type { Inputs } from './request-check.ts';

/** The pictures of a request, stored: the one that is worked on first, the mask apart. `own` is the size of the first. */
export interface TakenPictures {
  readonly images: readonly string[];
  readonly mask?: string;
  readonly own?: Size;
}

/** How addresses are read: the sandbox's own without a request, others through `fetch`. */
export interface PictureSource {
  readonly files: SandboxFiles;
  readonly fetch: typeof fetch;
  /** The bytes behind an address of one of the sandbox's own outputs; undefined when it is none. */
  readonly ownOutput: (address: URL) => Promise<Uint8Array | undefined>;
}

const longestReadMs = 15_000;
const mostBytes = 100e6;
const pictureNames = /image|mask|face|photo|sref|^reference|^refer_|products/;
const worked = ['image', 'images', 'target_image'];

/** Reads and stores every picture that the inputs name; undefined when one cannot be read or is no picture (the vendor's code 1402). */
export async function takePictures(
  row: Pick<CatalogueRow, 'request_schema'>,
  inputs: Inputs,
  source: PictureSource,
): Promise<TakenPictures | undefined> {
  const fields = Object.keys(inputs)
    .filter((name) => pictureNames.test(name) && row.request_schema.properties[name]?.enum === undefined)
    .sort((a, b) => rank(a, inputs) - rank(b, inputs));
  const images: string[] = [];
  let mask: string | undefined;
  let own: Size | undefined;
  for (const name of fields) {
    for (const reference of references(inputs[name] ?? null)) {
      const taken = await take(reference, source);
      if (taken === undefined) return undefined;
      if (/mask/.test(name)) mask ??= taken.key;
      else images.push(taken.key);
      if (images.length === 1) own ??= taken.size;
    }
  }
  return { images, ...(mask === undefined ? {} : { mask }), ...(own === undefined ? {} : { own }) };
}

/** The inputs as the history shows them: data URLs and bare base64 cut short, so that it does not hold the files again. */
export function shortened(value: Json): Json {
  if (typeof value === 'string') return value.length > 20_000 ? `${value.slice(0, 64)}...` : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(shortened);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shortened(part as Json)]));
}

/** A target is what is worked on; beside a picture of its own it only points into that picture, and comes last. */
function rank(name: string, inputs: Inputs): number {
  if (name === 'target_image' && 'image' in inputs) return worked.length + 1;
  const place = worked.indexOf(name);
  return place === -1 ? worked.length : place;
}

function references(value: Json): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((part: Json) => references(part));
  return Object.values(value).flatMap((part) =>
    typeof part === 'string' && /^(https?:|data:)/.test(part) ? [part] : [],
  );
}

async function take(reference: string, source: PictureSource): Promise<{ key: string; size: Size } | undefined> {
  try {
    const uploaded = /^https?:/i.test(reference) ? keyOfAddress(reference) : undefined;
    const bytes = uploaded === undefined ? await bytesOf(reference, source) : await readWhole(source.files, uploaded);
    if (bytes === undefined) return undefined;
    const size = await pictureSize(bytes);
    if (uploaded !== undefined) return { key: uploaded, size };
    const key = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.input`;
    await source.files.write(key, streamOf(bytes));
    return { key, size };
  } catch {
    return undefined;
  }
}

async function bytesOf(reference: string, source: PictureSource): Promise<Uint8Array | undefined> {
  const data = /^data:[^,]*;base64,(.*)$/s.exec(reference);
  if (data !== null) return Buffer.from(data[1] ?? '', 'base64');
  if (!/^https?:\/\//i.test(reference)) return Buffer.from(reference, 'base64');
  const own = await source.ownOutput(new URL(reference));
  if (own !== undefined) return own;
  const response = await source.fetch(reference, { signal: AbortSignal.timeout(longestReadMs) });
  if (!response.ok || Number(response.headers.get('content-length') ?? 0) > mostBytes) return undefined;
  return new Uint8Array(await response.arrayBuffer());
}
