import { joinBytes } from '../run/join-bytes.ts';

/** What is wrong with a file of a known format, as the end of a sentence: "it ends too early". */
export class FormatFault extends Error {}

/** A stream read forward, piece by piece; what was passed is not kept. */
export interface ByteReader {
  /** The next bytes without passing them; fewer than asked for only at the end of the file. */
  peek(length: number): Promise<Uint8Array>;
  /** Exactly `length` bytes. Throws {@link FormatFault} when the file ends before, or when nobody sane needs so many. */
  take(length: number): Promise<Uint8Array>;
  /** Passes `length` bytes. Throws {@link FormatFault} when the file ends before. */
  skip(length: number): Promise<void>;
  /** Gives up the rest of the stream. */
  close(): Promise<void>;
}

/** The most that is held at once: headers are small, and a length field of a broken file may say anything. */
const largestPiece = 64 * 1024 * 1024;

/** Reads a stream forward. Its chunks are looked at where they are: a source must not fill one again. Errors of the stream itself pass unchanged. */
export function createByteReader(stream: ReadableStream<Uint8Array>): ByteReader {
  const reader = readerOf(stream);
  let held: Uint8Array = new Uint8Array();

  async function fill(length: number): Promise<void> {
    const parts = held.length > 0 ? [held] : [];
    let size = held.length;
    while (size < length) {
      const { done, value } = await reader.read(length - size);
      if (done) break;
      parts.push(value);
      size += value.length;
    }
    held = parts.length === 1 ? parts[0]! : joinBytes(parts, size);
  }

  return {
    async peek(length) {
      await fill(length);
      return held.subarray(0, length);
    },
    async take(length) {
      if (length > largestPiece) throw new FormatFault('a length in it cannot be right');
      await fill(length);
      if (held.length < length) throw new FormatFault('it ends too early');
      const taken = held.subarray(0, length);
      held = held.subarray(length);
      return taken;
    },
    async skip(length) {
      let left = length;
      while (left > held.length) {
        left -= held.length;
        const { done, value } = await reader.read(left);
        if (done) throw new FormatFault('it ends too early');
        held = value;
      }
      held = held.subarray(left);
    },
    close: () => reader.cancel().catch(() => undefined),
  };
}

/** Where a source fills buffers, so much is asked for at least, as most headers have, and at most. */
const [smallPiece, largePiece] = [16 * 1024, 1024 * 1024];

/** Where a stream fills the buffer of its reader, little more of it is copied than is looked at. */
function readerOf(stream: ReadableStream<Uint8Array>) {
  try {
    const reader = stream.getReader({ mode: 'byob' });
    const read = (wanted: number) => reader.read(new Uint8Array(Math.min(Math.max(wanted, smallPiece), largePiece)));
    return { read, cancel: () => reader.cancel() };
  } catch {
    const reader = stream.getReader();
    return { read: (_wanted: number) => reader.read(), cancel: () => reader.cancel() };
  }
}

/** Access to numbers in bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes as text, one character each: for the four-letter marks of file formats. */
export function latin(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);
}
