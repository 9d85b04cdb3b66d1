import type { Probe } from '../run/ports.ts';
import { type ByteReader, FormatFault, latin, viewOf } from './byte-reader.ts';
import { type HeaderRead, picture } from './header-pictures.ts';

/** A box of the ISO base media format (MP4, AVIF, HEIC) in memory: its type and what is inside. */
interface Box {
  readonly type: string;
  readonly inside: Uint8Array;
}

/** AVIF: width and height of the primary item. */
export const readAvif: HeaderRead = async (reader) => picture('image/avif', await readItemSize(reader));

/** HEIC: width and height of the primary item. */
export const readHeic: HeaderRead = async (reader) => picture('image/heic', await readItemSize(reader));

/**
 * MP4 or QuickTime: length and picture size from `moov`, wherever it stands. Reads to the end, so a cut file is noticed.
 * A file with sound only is of the kind `audio`.
 */
export const readMp4: HeaderRead = async (reader) => {
  const brand = latin(await reader.peek(12), 8, 12);
  let movie: Uint8Array | undefined;
  for (let box = await nextBox(reader); box !== undefined; box = await nextBox(reader)) {
    if (box.type === 'moov') movie = await takeBox(reader, box);
    else if (box.size !== undefined) await reader.skip(box.size);
    else break;
  }
  if (movie === undefined) throw new FormatFault('its index (moov) is missing');
  return movieFacts(movie, brand === 'qt  ' ? 'quicktime' : 'mp4');
};

interface BoxHead {
  readonly type: string;
  /** Bytes inside; undefined = up to the end of the file. */
  readonly size: number | undefined;
}

async function nextBox(reader: ByteReader): Promise<BoxHead | undefined> {
  if ((await reader.peek(1)).length === 0) return undefined;
  const head = await reader.take(8);
  const [size, type] = [viewOf(head).getUint32(0), latin(head, 4)];
  if (size === 0) return { type, size: undefined };
  const [total, length] = size === 1 ? [Number(viewOf(await reader.take(8)).getBigUint64(0)), 16] : [size, 8];
  if (total < length || !/^[\w\u00a9 -]{4}$/.test(type)) throw new FormatFault('its boxes do not follow each other');
  return { type, size: total - length };
}

async function takeBox(reader: ByteReader, box: BoxHead): Promise<Uint8Array> {
  if (box.size === undefined) throw new FormatFault('a box of it has no length');
  return reader.take(box.size);
}

function* boxesIn(bytes: Uint8Array): Generator<Box> {
  for (let at = 0; at + 8 <= bytes.length;) {
    const size = viewOf(bytes).getUint32(at) || bytes.length - at;
    if (size < 8 || at + size > bytes.length) throw new FormatFault('its boxes do not fit into each other');
    yield { type: latin(bytes, at + 4, at + 8), inside: bytes.subarray(at + 8, at + size) };
    at += size;
  }
}

function insideOf(bytes: Uint8Array | undefined, type: string): Uint8Array | undefined {
  return bytes && [...boxesIn(bytes)].find((box) => box.type === type)?.inside;
}

function movieFacts(movie: Uint8Array, container: string): Probe {
  const tracks = [...boxesIn(movie)].filter(({ type }) => type === 'trak');
  const sizes = tracks.map(({ inside }) => trackSize(insideOf(inside, 'tkhd')));
  const shown = sizes.find(({ width, height }) => width > 0 && height > 0);
  const seconds = secondsOf(insideOf(movie, 'mvhd'));
  if (tracks.length === 0) throw new FormatFault('it has no track');
  if (shown === undefined) return { kind: 'audio', mediaType: 'audio/mp4', width: null, height: null, seconds };
  return { kind: 'video', mediaType: `video/${container}`, ...shown, seconds };
}

/** Rounded to milliseconds; null where the header does not say, as in fragmented files. */
function secondsOf(header: Uint8Array | undefined): number | null {
  if (header === undefined || header.length < 32) throw new FormatFault('its movie header is missing');
  const view = viewOf(header);
  const long = view.getUint8(0) === 1;
  const scale = view.getUint32(long ? 20 : 12);
  const duration = long ? Number(view.getBigUint64(24)) : view.getUint32(16);
  return scale === 0 || duration === 0 ? null : Math.round((duration / scale) * 1000) / 1000;
}

/** Whole pixels as shown: a quarter turn in the matrix swaps the sides. */
function trackSize(header: Uint8Array | undefined): { readonly width: number; readonly height: number } {
  const matrix = header?.[0] === 1 ? 52 : 40;
  if (header === undefined || header.length < matrix + 44) throw new FormatFault('a track header is missing');
  const view = viewOf(header);
  const [width, height] = [view.getUint16(matrix + 36), view.getUint16(matrix + 40)];
  const turned = view.getInt32(matrix) === 0 && view.getInt32(matrix + 16) === 0;
  return turned ? { width: height, height: width } : { width, height };
}

async function readItemSize(reader: ByteReader) {
  for (let box = await nextBox(reader); box !== undefined; box = await nextBox(reader)) {
    if (box.type === 'meta') return primarySize((await takeBox(reader, box)).subarray(4));
    await reader.skip(box.size ?? 0);
    if (box.size === undefined) break;
  }
  throw new FormatFault('its index (meta) is missing');
}

/** The properties of the primary item: its extent (ispe) and its turn in quarters (irot). */
function primarySize(meta: Uint8Array) {
  const properties = insideOf(meta, 'iprp');
  const all = [...boxesIn(insideOf(properties, 'ipco') ?? new Uint8Array())];
  const item = primaryItem(insideOf(meta, 'pitm'));
  const own = propertiesOf(item, insideOf(properties, 'ipma')).map((index) => all[index - 1]);
  const extent = own.find((box) => box?.type === 'ispe')?.inside;
  if (extent === undefined || extent.length < 12) throw new FormatFault('it does not say its size');
  const turn = own.find((box) => box?.type === 'irot')?.inside[0] ?? 0;
  const view = viewOf(extent);
  return { width: view.getUint32(4), height: view.getUint32(8), turned: (turn & 1) === 1 };
}

function primaryItem(box: Uint8Array | undefined): number {
  if (box === undefined || box.length < 6) throw new FormatFault('it has no primary picture');
  return box[0] === 0 ? viewOf(box).getUint16(4) : viewOf(box).getUint32(4);
}

/** One-based numbers of an item's properties. */
function propertiesOf(item: number, box: Uint8Array | undefined): number[] {
  const found: number[] = [];
  if (box === undefined || box.length < 8) return found;
  const view = viewOf(box);
  const [wideItem, wideIndex] = [view.getUint8(0) > 0, (view.getUint8(3) & 1) === 1];
  let at = 8;
  for (let left = view.getUint32(4); left > 0 && at + 5 <= box.length; left--) {
    const id = wideItem ? view.getUint32(at) : view.getUint16(at);
    at += wideItem ? 4 : 2;
    const count = view.getUint8(at++);
    for (let index = 0; index < count && at + (wideIndex ? 2 : 1) <= box.length; index++) {
      if (id === item) found.push(wideIndex ? view.getUint16(at) & 0x7fff : view.getUint8(at) & 0x7f);
      at += wideIndex ? 2 : 1;
    }
  }
  return found;
}
