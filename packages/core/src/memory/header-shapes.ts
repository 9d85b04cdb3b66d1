import type { SceneFacts } from '../validation/asset-input.ts';
import type { Probe } from '../run/ports.ts';
import { type ByteReader, FormatFault, latin, viewOf } from './byte-reader.ts';
import type { HeaderRead } from './header-pictures.ts';

const facetBytes = 50;
const stlHead = 84;

/** Does a file begin like a binary STL? It has no mark: its first facets must be numbers, and nothing else. */
export function looksLikeStl(head: Uint8Array): boolean {
  if (head.length < stlHead + facetBytes) return false;
  const view = viewOf(head);
  const shown = Math.floor((head.length - stlHead) / facetBytes);
  const facets = Math.min(view.getUint32(80, true), shown);
  return (
    facets > 0 &&
    Array.from({ length: facets }, (_, index) => stlHead + index * facetBytes).every(
      (at) => numbersAt(view, at, 12).every((value) => Math.abs(value) < 1e9) && view.getUint16(at + 48, true) === 0,
    )
  );
}

/** Binary STL: as many triangles as it states, to the end of the file. */
export const readBinaryStl: HeaderRead = async (reader) => {
  await reader.skip(80);
  const triangles = viewOf(await reader.take(4)).getUint32(0, true);
  const box = boxOf();
  for (let left = triangles; left > 0;) {
    const facets = Math.min(left, 1000);
    const view = viewOf(await reader.take(facets * facetBytes));
    for (let at = 0; at < facets * facetBytes; at += facetBytes)
      for (const corner of [12, 24, 36]) box.add(numbersAt(view, at + corner, 3));
    left -= facets;
  }
  if ((await reader.peek(1)).length > 0) throw new FormatFault('it is longer than it says');
  return shape('model/stl', { meshes: 1, triangles, size: box.size() });
};

/** STL as text: facets between `solid` and `endsolid`. */
export const readTextStl: HeaderRead = async (reader) => {
  const box = boxOf();
  let triangles = 0;
  let ended = false;
  for await (const [word, ...rest] of lines(reader)) {
    if (word === 'vertex') box.add(rest.map(Number));
    if (word === 'endfacet') triangles += 1;
    ended = word === 'endsolid';
  }
  if (!ended || triangles === 0) throw new FormatFault('it ends too early');
  return shape('model/stl', { meshes: 1, triangles, size: box.size() });
};

/** OBJ: corners and faces; a face of n corners is n - 2 triangles. */
export const readObj: HeaderRead = async (reader) => {
  const box = boxOf();
  let [triangles, objects] = [0, 0];
  for await (const [word, ...rest] of lines(reader)) {
    if (word === 'v') box.add(rest.slice(0, 3).map(Number));
    if (word === 'f') triangles += Math.max(0, rest.length - 2);
    if (word === 'o') objects += 1;
  }
  if (triangles === 0 || box.size() === null) throw new FormatFault('it has no faces');
  return shape('model/obj', { meshes: Math.max(1, objects), triangles, size: box.size() });
};

/** PLY: what its header counts; a cloud of points has no triangles. */
export const readPly: HeaderRead = async (reader) => {
  const counts: Record<string, number> = {};
  let ended = false;
  for await (const [word = '', name = '', count] of lines(reader)) {
    if (word === 'element') counts[name] = Number(count);
    if (word === 'end_header') {
      ended = true;
      break;
    }
  }
  if (!ended || !(counts['vertex']! > 0)) throw new FormatFault('it has no points');
  return shape('model/ply', { meshes: 1, triangles: counts['face'] ?? 0, size: null });
};

/** FBX, binary or as text; what it shows is not read. */
export const readFbx: HeaderRead = async (reader) => {
  await reader.skip(100);
  return shape('application/vnd.autodesk.fbx', null);
};

/** A ZIP whose first file is a scene (USDZ) or belongs to a 3D model; what it shows is not read. */
export const readPackedShape: HeaderRead = async (reader) => {
  const head = await reader.take(30);
  const name = latin(await reader.take(viewOf(head).getUint16(26, true)));
  if (/\.usd[ac]?$/i.test(name)) return shape('model/vnd.usdz+zip', null);
  if (/\.(obj|mtl|fbx|stl|gltf|bin)$/i.test(name)) return shape('application/zip', null);
  throw new FormatFault('it does not begin with a 3D model');
};

function shape(mediaType: string, scene: SceneFacts | null): Probe {
  const none = { width: null, height: null, seconds: null };
  return { kind: 'model3d', mediaType, ...none, ...(scene === null ? {} : { scene }) };
}

function numbersAt(view: DataView, at: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => view.getFloat32(at + index * 4, true));
}

function boxOf() {
  const least = [Infinity, Infinity, Infinity];
  const most = [-Infinity, -Infinity, -Infinity];
  return {
    add(point: readonly number[]): void {
      if (point.length < 3 || !point.every(Number.isFinite)) throw new FormatFault('a corner of it is no point');
      for (const axis of [0, 1, 2]) {
        least[axis] = Math.min(least[axis]!, point[axis]!);
        most[axis] = Math.max(most[axis]!, point[axis]!);
      }
    },
    size: (): SceneFacts['size'] => {
      const [x = 0, y = 0, z = 0] = most.map((value, axis) => Math.round((value - least[axis]!) * 1e6) / 1e6);
      return Number.isFinite(x) ? { x, y, z } : null;
    },
  };
}

/** The words of each line that has any. */
async function* lines(reader: ByteReader): AsyncGenerator<string[]> {
  for (let rest = ''; ;) {
    const piece = await reader.peek(65_536);
    await reader.skip(piece.length);
    const found = (rest + latin(piece)).split('\n');
    rest = piece.length === 0 ? '' : found.pop()!;
    if (rest.length > 1e6) throw new FormatFault('a line of it does not end');
    for (const line of found) if (line.trim() !== '') yield line.trim().split(/\s+/);
    if (piece.length === 0) return;
  }
}
