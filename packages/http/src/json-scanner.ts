/** What a scanner finds: JSON text to keep, and the pieces and ends of texts that were asked for. */
export interface ScannerEvents {
  readonly text: (bytes: Uint8Array) => void;
  readonly piece: (bytes: Uint8Array) => void | Promise<void>;
  readonly end: () => void | Promise<void>;
}

const [quote, backslash, colon] = [0x22, 0x5c, 0x3a];
const longestName = 64;

/**
 * Walks through JSON that comes in pieces and takes out the texts of fields with these names, without ever having one whole.
 * What is left is JSON in which each such text is empty. It trusts the JSON: whether it is any is told by who parses the rest.
 */
export function createJsonScanner(
  names: ReadonlySet<string>,
  events: ScannerEvents,
): (bytes: Uint8Array) => Promise<void> {
  let state: 'between' | 'text' | 'wanted' = 'between';
  let name: number[] = [];
  let afterColon = false;
  let escape: string | undefined;

  async function scan(bytes: Uint8Array): Promise<void> {
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
      if (state === 'wanted') {
        at = await skipWanted(bytes, at);
        from = at;
      } else if (state === 'text') readText(bytes[at]!);
      else if (bytes[at] === quote) {
        state = afterColon && names.has(String.fromCharCode(...name)) ? 'wanted' : 'text';
        if (state === 'wanted') events.text(bytes.subarray(from, at + 1));
        from = state === 'wanted' ? at + 1 : from;
        if (state === 'text') name = [];
      } else readBetween(bytes[at]!);
    }
    if (state !== 'wanted') events.text(bytes.subarray(from));
  }

  function readBetween(byte: number): void {
    if (byte === colon) afterColon = true;
    // White space changes nothing; anything else ends what stood before.
    else if (byte > 0x20) afterColon = false;
  }

  function readText(byte: number): void {
    if (escape !== undefined) escape = undefined;
    else if (byte === backslash) escape = '';
    else if (byte === quote) {
      state = 'between';
      afterColon = false;
      return;
    }
    if (name.length < longestName) name.push(byte);
  }

  /** Hands on the wanted text from here; answers the place of its closing quote, or the end of the piece. */
  async function skipWanted(bytes: Uint8Array, start: number): Promise<number> {
    // Files are long and have few marks in them: finding those is left to what searches many bytes at once.
    const searched = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const next = (mark: number, from: number) => {
      const found = searched.indexOf(mark, from);
      return found < 0 ? bytes.length : found;
    };
    let closing = next(quote, start);
    let at = start;
    while (at < bytes.length) {
      if (escape !== undefined) {
        const done = unescaped((escape += String.fromCharCode(bytes[at]!)));
        at += 1;
        if (closing < at) closing = next(quote, at);
        if (done === undefined) continue;
        escape = undefined;
        if (done !== '') await events.piece(new TextEncoder().encode(done));
        continue;
      }
      const mark = Math.min(closing, searched.subarray(0, closing).indexOf(backslash, at) >>> 0);
      if (mark > at) await events.piece(bytes.subarray(at, mark));
      if (mark === bytes.length) break;
      at = mark + 1;
      if (bytes[mark] === backslash) {
        escape = '';
        continue;
      }
      await events.end();
      state = 'between';
      afterColon = false;
      return mark;
    }
    return bytes.length;
  }

  return scan;
}

/** What stands for an escape without its backslash; undefined while it goes on. White space within base64 is nothing. */
function unescaped(escape: string): string | undefined {
  if (!escape.startsWith('u')) return /[nrt]/.test(escape) ? '' : escape;
  return escape.length < 5 ? undefined : String.fromCharCode(Number.parseInt(escape.slice(1), 16));
}
