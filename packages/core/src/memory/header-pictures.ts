import type { Probe } from '../run/ports.ts';
import { type ByteReader, FormatFault, latin, viewOf } from './byte-reader.ts';

/** Reads a picture's header into what it says about itself; throws `FormatFault`. */
export type HeaderRead = (reader: ByteReader) => Promise<Probe>;

/** PNG: the IHDR chunk, and the eXIf chunk where one stands before the pixels. */
export const readPng: HeaderRead = async (reader) => {
  await reader.skip(8);
  const header = await reader.take(8 + 13 + 4);
  if (latin(header, 4, 8) !== 'IHDR') throw new FormatFault('it does not begin with its header');
  const [width, height] = [viewOf(header).getUint32(8), viewOf(header).getUint32(12)];
  for (let turned = false; ;) {
    const chunk = await reader.take(8);
    const [length, type] = [viewOf(chunk).getUint32(0), latin(chunk, 4)];
    if (type === 'IDAT') return picture('image/png', { width, height, turned });
    if (type === 'IEND') throw new FormatFault('it has no pixels');
    if (type === 'eXIf') turned = isTurned(await reader.take(length));
    await reader.skip(type === 'eXIf' ? 4 : length + 4);
  }
};

/** JPEG: walks the segments to the frame header; the EXIF orientation of a picture on its side swaps width and height. */
export const readJpeg: HeaderRead = async (reader) => {
  await reader.skip(2);
  for (let turned = false; ;) {
    const marker = await nextMarker(reader);
    if (marker === 0xd9 || marker === 0xda) throw new FormatFault('it has no frame header before its pixels');
    const length = viewOf(await reader.take(2)).getUint16(0) - 2;
    if (length < 0) throw new FormatFault('a segment of it has no length');
    if (isFrame(marker)) {
      const frame = viewOf(await reader.take(5));
      return picture('image/jpeg', { width: frame.getUint16(3), height: frame.getUint16(1), turned });
    }
    if (marker === 0xe1) turned ||= isTurned(exifOf(await reader.take(length)));
    else await reader.skip(length);
  }
};

/** GIF: the size of the screen. */
export const readGif: HeaderRead = async (reader) => {
  const header = viewOf(await reader.take(10));
  return picture('image/gif', { width: header.getUint16(6, true), height: header.getUint16(8, true), turned: false });
};

/** WebP: lossy (VP8), lossless (VP8L) or extended (VP8X), the last with an EXIF orientation after the pixels. */
export const readWebp: HeaderRead = async (reader) => {
  await reader.skip(12);
  const type = latin(await reader.peek(4));
  if (type === 'VP8X') return readExtendedWebp(reader);
  const header = viewOf(await reader.take(8 + 10));
  const size = type === 'VP8 ' ? lossySize(header) : type === 'VP8L' ? losslessSize(header) : undefined;
  if (size === undefined) throw new FormatFault('it does not begin with its pixels');
  return picture('image/webp', { ...size, turned: false });
};

async function readExtendedWebp(reader: ByteReader): Promise<Probe> {
  const header = viewOf(await reader.take(8 + 10));
  const width = (header.getUint32(12, true) & 0xffffff) + 1;
  const height = (header.getUint32(14, true) >>> 8) + 1;
  const hasExif = (header.getUint8(8) & 0x08) !== 0;
  const turned = hasExif && isTurned(exifOf(await findChunk(reader, 'EXIF')));
  return picture('image/webp', { width, height, turned });
}

async function findChunk(reader: ByteReader, wanted: string): Promise<Uint8Array> {
  for (;;) {
    const chunk = await reader.take(8);
    const length = viewOf(chunk).getUint32(4, true);
    if (latin(chunk, 0, 4) === wanted) return reader.take(length);
    await reader.skip(length + (length % 2));
  }
}

function lossySize(header: DataView) {
  if (header.getUint32(11) >>> 8 !== 0x9d012a) return undefined;
  return { width: header.getUint16(14, true) & 0x3fff, height: header.getUint16(16, true) & 0x3fff };
}

function losslessSize(header: DataView) {
  if (header.getUint8(8) !== 0x2f) return undefined;
  const bits = header.getUint32(9, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

async function nextMarker(reader: ByteReader): Promise<number> {
  for (;;) {
    const [mark, marker] = await reader.take(2);
    if (mark !== 0xff) throw new FormatFault('its segments do not follow each other');
    // Fill bytes: the marker is what follows the last 0xff.
    let found = marker;
    while (found === 0xff) found = (await reader.take(1))[0];
    const stands = found === undefined || found === 0x01 || (found >= 0xd0 && found <= 0xd8);
    if (!stands) return found as number;
  }
}

/** SOF0 to SOF15, without the tables (DHT, DAC) and the reserved one between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function exifOf(segment: Uint8Array): Uint8Array {
  return latin(segment, 0, 6) === 'Exif\0\0' ? segment.subarray(6) : segment;
}

/** Does EXIF (a TIFF directory) say that the picture lies on its side: orientation 5 to 8? Damaged EXIF says nothing. */
function isTurned(exif: Uint8Array): boolean {
  const order = latin(exif, 0, 4);
  if (exif.length < 14 || (order !== 'II*\0' && order !== 'MM\0*')) return false;
  const [view, little] = [viewOf(exif), order === 'II*\0'];
  const directory = view.getUint32(4, little);
  if (directory + 2 > exif.length) return false;
  const entries = view.getUint16(directory, little);
  for (let at = directory + 2, left = entries; left > 0 && at + 12 <= exif.length; at += 12, left--) {
    if (view.getUint16(at, little) === 0x0112)
      return view.getUint16(at + 8, little) >= 5 && view.getUint16(at + 8, little) <= 8;
  }
  return false;
}

/** What is known of a picture; `turned` = it lies on its side and is shown upright. Throws `FormatFault` for no pixels. */
export function picture(
  mediaType: string,
  { width, height, turned }: { readonly width: number; readonly height: number; readonly turned: boolean },
): Probe {
  if (width === 0 || height === 0) throw new FormatFault('its width or height is 0');
  const [shownWidth, shownHeight] = turned ? [height, width] : [width, height];
  return { kind: 'image', mediaType, width: shownWidth, height: shownHeight, seconds: null };
}
