/* oxlint-disable no-control-regex -- the marks of file formats are made of control characters */
import { StudioError } from '../errors/studio-error.ts';
import type { Media, Probe } from '../run/ports.ts';
import { createByteReader, FormatFault, latin } from './byte-reader.ts';
import { readAvif, readHeic, readMp4 } from './header-boxes.ts';
import { readGlb } from './header-glb.ts';
import {
  looksLikeStl,
  readBinaryStl,
  readFbx,
  readObj,
  readPackedShape,
  readPly,
  readTextStl,
} from './header-shapes.ts';
import { readMp3, readWav } from './header-sounds.ts';
import { type HeaderRead, readGif, readJpeg, readPng, readWebp } from './header-pictures.ts';

/** A kind of file: known by its first bytes (as one character each for an expression), and taken when it can be read. */
interface Format {
  readonly name: string;
  readonly matches: RegExp | ((head: Uint8Array) => boolean);
  readonly read?: HeaderRead;
}

const formats: readonly Format[] = [
  { name: 'PNG', matches: /^\x89PNG\r\n\x1a\n/, read: readPng },
  { name: 'JPEG', matches: /^\xff\xd8\xff/, read: readJpeg },
  { name: 'WebP', matches: /^RIFF[^]{4}WEBP/, read: readWebp },
  { name: 'GIF', matches: /^GIF8[79]a/, read: readGif },
  { name: 'AVIF', matches: /^[^]{4}ftyp(avif|avis|(mif1|msf1|miaf)[^]{0,32}avif)/, read: readAvif },
  { name: 'HEIC', matches: /^[^]{4}ftyp(he[iv][a-z]|(mif1|msf1)[^]{0,32}he[iv][a-z])/, read: readHeic },
  { name: 'MP4', matches: /^[^]{4}ftyp(?!crx |M4A |jp[2xm]|jxl )/, read: readMp4 },
  { name: 'MP4', matches: /^[^]{4}ftypM4A /, read: readMp4 },
  { name: 'GLB', matches: /^glTF/, read: readGlb },
  { name: 'WAV', matches: /^RIFF[^]{4}WAVE/, read: readWav },
  { name: 'MP3', matches: /^(ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb])/, read: readMp3 },
  { name: 'FBX', matches: /^(Kaydara FBX Binary {2}\0|; FBX \d)/, read: readFbx },
  { name: 'PLY', matches: /^ply\r?\nformat /, read: readPly },
  { name: 'STL', matches: /^\s*solid\b[^\0]*\bfacet\s/, read: readTextStl },
  { name: 'OBJ', matches: /^((#.*|[ \t]*|(mtllib|o|g|s|usemtl) .*)\r?\n)*v[ \t]+-?[\d.]/, read: readObj },
  {
    name: 'zipped 3D',
    matches: /^PK\x03\x04[^]{26}[^\0]{0,90}?\.(usd[ac]?|obj|mtl|fbx|stl|gltf|bin)/i,
    read: readPackedShape,
  },
  { name: 'HTML', matches: /^(\xef\xbb\xbf)?\s*(<!--[^]*?-->\s*)?<(!doctype html|html|head|body)/i },
  { name: 'SVG', matches: /^(\xef\xbb\xbf)?\s*<[?!][^]*<svg[\s>]/i },
  { name: 'SVG', matches: /^(\xef\xbb\xbf)?\s*<svg[\s>]/i },
  { name: 'XML', matches: /^(\xef\xbb\xbf)?\s*<\?xml/ },
  { name: 'JSON', matches: /^(\xef\xbb\xbf)?\s*[{[]/ },
  { name: 'PDF', matches: /^%PDF-/ },
  { name: 'TIFF', matches: /^(II\*\0|MM\0\*)/ },
  { name: 'BMP', matches: /^BM[^]{4}\0\0\0\0/ },
  { name: 'ZIP', matches: /^PK\x03\x04/ },
  { name: 'WebM', matches: /^\x1a\x45\xdf\xa3/ },
  { name: 'JPEG XL', matches: /^(\xff\x0a|\0\0\0\x0cJXL )/ },
  { name: 'STL', matches: looksLikeStl, read: readBinaryStl },
];
const known = [...new Set(formats.filter(({ read }) => read).map(({ name }) => name))].join(', ');

/**
 * Reads files by their headers, without decoding them and without native code: enough to price them and to send them. Damage behind
 * a picture's header goes unnoticed, and masks cannot be looked into; `@image-studio/media` does both.
 * Throws `invalid_request` naming what was found.
 */
export function createHeaderMedia(): Media {
  return {
    async probe(read) {
      const reader = createByteReader(await read());
      try {
        const format = formatOf(await reader.peek(1024));
        if (format.read === undefined) throw refusal(`The file is ${format.name}. Send ${known}.`);
        return await checked(format.name, format.read(reader));
      } finally {
        await reader.close();
      }
    },
  };
}

function formatOf(head: Uint8Array): Format {
  const text = latin(head);
  const format = formats.find(({ matches }) => (typeof matches === 'function' ? matches(head) : matches.test(text)));
  if (format !== undefined) return format;
  throw refusal(text === '' ? 'The file is empty.' : `The file is of no known kind. Send ${known}.`);
}

async function checked(name: string, probe: Promise<Probe>): Promise<Probe> {
  try {
    return await probe;
  } catch (error) {
    const fault = faultOf(error);
    throw fault === undefined ? error : refusal(`The ${name} file is broken: ${fault}. Send a whole file.`);
  }
}

function faultOf(error: unknown): string | undefined {
  if (error instanceof FormatFault) return error.message;
  // Reading past the end of a part whose length is wrong.
  return error instanceof RangeError ? 'a length in it cannot be right' : undefined;
}

function refusal(message: string): StudioError {
  return new StudioError('invalid_request', message, { details: { issues: [{ path: [], message }] } });
}
