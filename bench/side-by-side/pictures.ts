import { crc32, deflateSync } from 'node:zlib';

/** The sizes that prompts ask for, in bytes of the picture. */
export const sizes = { '1kb': 1_000, '1mb': 1_000_000, '5mb': 5_000_000, '300mb': 300_000_000 } as const;

/** A size by the word that stands for it in a prompt. */
export type SizeWord = keyof typeof sizes;

/** The size a prompt asks for: its first word that is one. */
export function sizeIn(prompt: string): SizeWord {
  const word = prompt.split(' ').find((one) => Object.hasOwn(sizes, one));
  return (word as SizeWord | undefined) ?? '1kb';
}

/** A whole PNG of about so many bytes, of noise that cannot be packed tighter: readers of pictures have the work of a real one. */
export function noisePicture(bytes: number): Buffer {
  const side = Math.max(1, Math.floor(Math.sqrt((bytes - 80) / 3)));
  const rows = Buffer.alloc(side * (side * 3 + 1));
  let state = 0x2545f491;
  for (let at = 0; at < rows.length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    // Each row begins with its filter: none.
    rows[at] = at % (side * 3 + 1) === 0 ? 0 : state;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const mark = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    mark,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
