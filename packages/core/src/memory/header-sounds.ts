import type { Probe } from '../run/ports.ts';
import { type ByteReader, FormatFault, latin, viewOf } from './byte-reader.ts';
import type { HeaderRead } from './header-pictures.ts';

/** WAV: the length of its data by its bytes per second. Reads to the end, so a cut file is noticed. */
export const readWav: HeaderRead = async (reader) => {
  await reader.skip(12);
  for (let perSecond = 0; ;) {
    const chunk = await reader.take(8);
    const [type, size] = [latin(chunk, 0, 4), viewOf(chunk).getUint32(4, true)];
    if (type === 'fmt ') {
      const format = await reader.take(size);
      perSecond = format.length < 12 ? 0 : viewOf(format).getUint32(8, true);
    } else await reader.skip(size);
    if (type === 'data' && perSecond > 0) return sound('audio/wav', size / perSecond);
    if (type === 'data') throw new FormatFault('it does not say its format before its data');
    if (size % 2 === 1) await reader.skip(1);
  }
};

/** MP3 (MPEG 1, 2 and 2.5, layer III): the sum of its frames, past an ID3 tag at its beginning. */
export const readMp3: HeaderRead = async (reader) => {
  await skipTag(reader);
  let seconds = 0;
  for (;;) {
    const frame = frameOf(await reader.peek(4));
    if (frame === undefined || (await reader.peek(frame.length)).length < frame.length) break;
    await reader.skip(frame.length);
    seconds += frame.seconds;
  }
  if (seconds === 0) throw new FormatFault('it has no whole frame of sound');
  return sound('audio/mpeg', seconds);
};

const kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const lowKilobits = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const samplesPerSecond = [44_100, 48_000, 32_000];

/** Length in bytes and in seconds by a frame's header; undefined for bytes that are none. */
function frameOf(head: Uint8Array): { readonly length: number; readonly seconds: number } | undefined {
  const [mark = 0, kind = 0, rates = 0] = head;
  if (head.length < 4 || mark !== 0xff || (kind & 0xe6) !== 0xe2) return undefined;
  const version = (kind >> 3) & 3;
  const rate = (samplesPerSecond[(rates >> 2) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const bits = ((version === 3 ? kilobits : lowKilobits)[rates >> 4] ?? 0) * 1000;
  if (rate === 0 || bits === 0 || version === 1) return undefined;
  const samples = version === 3 ? 1152 : 576;
  return { length: Math.floor((samples / 8) * (bits / rate)) + ((rates >> 1) & 1), seconds: samples / rate };
}

async function skipTag(reader: ByteReader): Promise<void> {
  const head = await reader.peek(10);
  if (latin(head, 0, 3) !== 'ID3' || head.length < 10) return;
  const size = head.subarray(6).reduce((sum, byte) => sum * 128 + (byte & 127), 0);
  const footer = (head[5]! & 0x10) === 0 ? 0 : 10;
  await reader.skip(10 + size + footer);
}

function sound(mediaType: string, seconds: number): Probe {
  if (seconds === 0) throw new FormatFault('it is no second long');
  return { kind: 'audio', mediaType, width: null, height: null, seconds: Math.round(seconds * 1000) / 1000 };
}
