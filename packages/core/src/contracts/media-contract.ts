import { describe, expect, it } from 'vitest';
import type { Media, Probe } from '../run/ports.ts';
import type { SceneFacts } from '../validation/asset-input.ts';
import { countedSource, failingAfter, split, streamOf } from './byte-sources.ts';
import {
  orientedJpeg,
  sampleGlb,
  sampleHeic,
  sampleMp3,
  sampleMp4,
  samplePicture,
  sampleShape,
  sampleWav,
  text,
} from './media-samples.ts';

const image = (mediaType: string, width = 5, height = 3): Probe => ({
  kind: 'image',
  mediaType: `image/${mediaType}`,
  width,
  height,
  seconds: null,
});
const video = (width = 640, height = 360): Probe => ({
  kind: 'video',
  mediaType: 'video/mp4',
  width,
  height,
  seconds: 2.5,
});
const shapeless = { width: null, height: null };

const model = (meshes: number, triangles: number, size: SceneFacts['size']): Probe => ({
  kind: 'model3d',
  mediaType: 'model/gltf-binary',
  ...shapeless,
  seconds: null,
  scene: { meshes, triangles, size },
});

const unread = (mediaType: string): Probe => ({ kind: 'model3d', mediaType, ...shapeless, seconds: null });
const shape = (mediaType: string, size: SceneFacts['size'] = { x: 2, y: 1, z: 0 }): Probe => ({
  ...unread(mediaType),
  scene: { meshes: 1, triangles: 1, size },
});

/** A box of 1 x 2 x 1; beside it, 5 along x, the same box lying on its side. The third node is not in the scene. */
const turnedScene = JSON.stringify({
  asset: { version: '2.0' },
  scenes: [{ nodes: [0] }],
  nodes: [
    { mesh: 0, children: [1, 0] },
    { mesh: 0, translation: [5.5, 0, 0], rotation: [0, 0, Math.SQRT1_2, Math.SQRT1_2] },
    { mesh: 0, translation: [100, 0, 0] },
  ],
  meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1 }] }],
  accessors: [{ count: 8, min: [-0.5, -1, -0.5], max: [0.5, 1, 0.5] }, { count: 36 }],
});

const known: readonly (readonly [string, Uint8Array, Probe])[] = [
  ['a PNG', samplePicture('png'), image('png')],
  ['a JPEG', samplePicture('jpeg'), image('jpeg')],
  ['a JPEG upside down', orientedJpeg(3), image('jpeg')],
  ['a JPEG on its side', orientedJpeg(6), image('jpeg', 3, 5)],
  ['a JPEG behind 200 kB of colour profile', orientedJpeg(8, 200_000), image('jpeg', 3, 5)],
  ['a lossy WebP', samplePicture('webpLossy'), image('webp')],
  ['a lossless WebP', samplePicture('webpLossless'), image('webp')],
  ['a WebP with transparency', samplePicture('webpAlpha'), image('webp')],
  ['a GIF', samplePicture('gif'), image('gif')],
  ['an AVIF', samplePicture('avif'), image('avif')],
  ['a HEIC', sampleHeic(0), image('heic', 40, 30)],
  ['a HEIC on its side', sampleHeic(3), image('heic', 30, 40)],
  ['a GLB', sampleGlb(), model(0, 0, null)],
  ['a GLB with a mesh shown twice, once on its side', sampleGlb(turnedScene), model(2, 24, { x: 7, y: 2, z: 1 })],
  ['a binary STL', sampleShape('stl'), shape('model/stl')],
  ['an STL as text', sampleShape('stl-text'), shape('model/stl')],
  ['an OBJ', sampleShape('obj'), shape('model/obj')],
  ['a PLY', sampleShape('ply'), shape('model/ply', null)],
  ['an FBX', sampleShape('fbx'), unread('application/vnd.autodesk.fbx')],
  ['a USDZ', sampleShape('usdz'), unread('model/vnd.usdz+zip')],
  ['an OBJ in a ZIP', sampleShape('obj-zip'), unread('application/zip')],
  ['an MP4', sampleMp4(), video()],
  ['an MP4 with 64-bit times', sampleMp4('long'), video()],
  ['an MP4 whose index comes last', sampleMp4('last'), video()],
  ['an MP4 on its side', sampleMp4('turned'), video(360, 640)],
  ['an MP4 with sound only', sampleMp4('sound'), { kind: 'audio', mediaType: 'audio/mp4', ...shapeless, seconds: 2.5 }],
  ['a WAV', sampleWav(), { kind: 'audio', mediaType: 'audio/wav', ...shapeless, seconds: 2 }],
  ['an MP3', sampleMp3(), { kind: 'audio', mediaType: 'audio/mpeg', ...shapeless, seconds: 1.8 }],
  ['an MP3 without tags', sampleMp3(false), { kind: 'audio', mediaType: 'audio/mpeg', ...shapeless, seconds: 1.8 }],
];

const png = samplePicture('png');
const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['nothing', new Uint8Array(), /empty/],
  ['noise', Uint8Array.from({ length: 500 }, (_, index) => (index * 7 + 3) & 255), /no known kind/],
  ['an SVG', text('<?xml version="1.0"?><!-- drawn --><svg width="5" height="3"/>'), /is SVG/],
  ['an SVG without a prologue', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), /is SVG/],
  ['a web page', text('\n<!DOCTYPE html><html><svg></svg></html>'), /is HTML/],
  ['an error as JSON', text('{"error":"not found"}'), /is JSON/],
  ['a PDF', text('%PDF-1.7'), /is PDF/],
  ['a PNG that ends in its header', png.subarray(0, 20), /PNG file is broken: it ends too early/],
  ['a PNG without pixels', without(png, 'IDAT', 'IEND'), /PNG file is broken: it has no pixels/],
  ['a PNG of no width', changed(png, 16, [0, 0, 0, 0]), /PNG file is broken: its width or height is 0/],
  ['a JPEG that ends in its header', samplePicture('jpeg').subarray(0, 100), /JPEG file is broken: it ends too early/],
  ['a JPEG with torn segments', changed(samplePicture('jpeg'), 4, [0, 40]), /JPEG file is broken: its segments/],
  ['a WebP that ends in its header', samplePicture('webpLossy').subarray(0, 20), /WebP file is broken/],
  ['a GIF that ends in its header', samplePicture('gif').subarray(0, 8), /GIF file is broken/],
  ['an AVIF that ends in its header', samplePicture('avif').subarray(0, 100), /AVIF file is broken/],
  ['a GLB that was cut', sampleGlb().subarray(0, 50), /GLB file is broken: it ends too early/],
  ['a GLB of version 1', sampleGlb(undefined, 1), /GLB file is broken: it is of version 1/],
  ['a GLB with a torn scene', sampleGlb('{"asset":{"version":"2'), /GLB file is broken: its scene cannot be read/],
  ['a GLB with another scene', sampleGlb('[]'), /GLB file is broken: its scene is not glTF 2/],
  ['an STL that was cut', sampleShape('stl').subarray(0, -1), /no known kind/],
  ['an STL of more than it says', Uint8Array.of(...sampleShape('stl'), 0), /STL file is broken: it is longer/],
  ['an STL as text that was cut', sampleShape('stl-text').subarray(0, -12), /STL file is broken: it ends too early/],
  ['an OBJ without faces', text('v 0 0 0\nv 1 0 0\n'), /OBJ file is broken: it has no faces/],
  ['a PLY without points', text('ply\nformat ascii 1.0\nend_header\n'), /PLY file is broken: it has no points/],
  ['a ZIP of something else', text(`PK\x03\x04${'\0'.repeat(22)}\x05\0\0\0a.txt`), /is ZIP/],
  ['a WAV that was cut', sampleWav().subarray(0, 1000), /WAV file is broken: it ends too early/],
  [
    'a WAV without its format',
    changed(sampleWav(), 12, [0x78, 0x78]),
    /WAV file is broken: it does not say its format/,
  ],
  ['an MP3 without sound', sampleMp3().subarray(0, 200), /MP3 file is broken: it has no whole frame/],
  ['an MP4 that was cut', sampleMp4().subarray(0, -1), /MP4 file is broken: it ends too early/],
  [
    'an MP4 without its index',
    sampleMp4('last').subarray(0, 5028),
    /MP4 file is broken: its index \(moov\) is missing/,
  ],
];

/** What every {@link Media} must say of the same files. Call it at the top of a test file. */
export function mediaContract(name: string, make: () => Media): void {
  describe(`${name} as a reader of files`, () => {
    const media = make();
    const probe = (chunks: readonly Uint8Array[]) => media.probe(async () => streamOf(chunks));

    it.each(known)('reads %s', async (_kind, bytes, expected) => {
      expect(await probe([bytes])).toEqual(expected);
    });

    it.each(known)('reads %s that comes in small pieces', async (_kind, bytes, expected) => {
      expect(await probe(split(bytes, 7))).toEqual(expected);
    });

    it.each(refused)('refuses %s and says what was found', async (_kind, bytes, message) => {
      await expect(probe([bytes])).rejects.toMatchObject({
        code: 'invalid_request',
        message: expect.stringMatching(message),
      });
    });

    it('passes on the error of a stream that fails', async () => {
      const failure = new Error('the line was cut');
      await expect(media.probe(async () => failingAfter(0, failure))).rejects.toBe(failure);
    });

    it('gives up a stream that it does not need any more', async () => {
      const source = countedSource(1000, 1000);
      await expect(media.probe(async () => source.stream)).rejects.toMatchObject({ code: 'invalid_request' });
      expect(source.canceled()).toBe(true);
      expect(source.pulled()).toBeLessThan(10);
    });
  });
}

function changed(bytes: Uint8Array, at: number, values: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(values, at);
  return copy;
}

/** The bytes without what lies between two marks of chunks (each mark stands 4 bytes after its chunk's start). */
function without(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const whole = String.fromCharCode(...bytes);
  return text(whole.slice(0, whole.indexOf(from) - 4) + whole.slice(whole.indexOf(to) - 4));
}
