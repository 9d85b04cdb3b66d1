import type { Output } from '@image-studio/core';

/**
 * The files among a prediction's outputs: addresses, objects that hold one, data URLs and bare base64
 * (`enable_base64_output`). Text and other results that are no files are left out.
 */
export function outputsOf(items: readonly unknown[]): readonly Output[] {
  return items.flatMap((item) => {
    const text = typeof item === 'string' ? item : addressIn(item);
    const output = text === undefined ? undefined : outputOf(text);
    return output === undefined ? [] : [output];
  });
}

function addressIn(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const values = Object.entries(item).filter(([name]) => /(^|_)url$/.test(name));
  const address = values.find(([, value]) => typeof value === 'string')?.[1];
  return typeof address === 'string' ? address : undefined;
}

function outputOf(text: string): Output | undefined {
  if (/^https?:\/\//.test(text)) return URL.canParse(text) ? { url: text } : undefined;
  const data = /^data:([^;,]+);base64,/.exec(text);
  const base64 = data === null ? text : text.slice(data[0].length);
  if (base64.length < 64 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const mediaType = data?.[1] ?? mediaTypeOf(bytes);
  return mediaType === undefined ? undefined : { body: new Blob([bytes]).stream(), mediaType };
}

/** Bare base64 does not say what it is; text that happens to look like base64 starts with none of these. */
const signatures: readonly (readonly [mediaType: string, at: number, text: string])[] = [
  ['image/png', 0, '\u0089PNG'],
  ['image/jpeg', 0, '\u00ff\u00d8\u00ff'],
  ['image/webp', 8, 'WEBP'],
  ['image/gif', 0, 'GIF8'],
  ['image/avif', 4, 'ftypavif'],
  ['video/mp4', 4, 'ftyp'],
  ['video/webm', 0, '\u001a\u0045\u00df\u00a3'],
  ['model/gltf-binary', 0, 'glTF'],
];

function mediaTypeOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return signatures.find(([, at, text]) => head.startsWith(text, at))?.[0];
}
