/** The number of characters that so many bytes take. */
export function base64Length(bytes: number): number {
  return 4 * Math.ceil(bytes / 3);
}

/** Bytes as base64 text, chunk by chunk: at most two bytes wait for the next chunk. */
export async function* encodeBase64(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const all = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    const whole = all.length - (all.length % 3);
    rest = Buffer.from(all.subarray(whole));
    if (whole > 0) yield Buffer.from(all.toString('base64', 0, whole));
  }
  if (rest.length > 0) yield Buffer.from(rest.toString('base64'));
}

/** Turns base64 text that comes in pieces into bytes. Throws a plain `Error` for what is no base64. */
export interface Base64Decoder {
  push(text: Uint8Array): Uint8Array;
  /** What the text ends with. */
  end(): Uint8Array;
}

/** A decoder: at most three characters wait for the next piece. */
export function createBase64Decoder(): Base64Decoder {
  let rest = Buffer.alloc(0);
  let ended = false;
  const decode = (text: Buffer): Uint8Array => {
    if (text.length === 0) return text;
    const bytes = Buffer.from(text.toString('latin1'), 'base64');
    const padding = text.at(-1) === padded ? (text.at(-2) === padded ? 2 : 1) : 0;
    // Node skips what is no base64, so that the bytes are too few.
    if (ended || bytes.length !== Math.floor((text.length - padding) * 0.75)) throw new Error('This is no base64.');
    ended = padding > 0;
    return bytes;
  };
  return {
    push(text) {
      const piece = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
      const all = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      const whole = all.length - (all.length % 4);
      rest = Buffer.from(all.subarray(whole));
      return decode(all.subarray(0, whole));
    },
    end: () => decode(rest),
  };
}

const padded = '='.charCodeAt(0);
