import * as z from 'zod';
import type { SceneFacts } from '../validation/asset-input.ts';

const numbers = (length: number) => z.array(z.number()).length(length);
const list = <Item extends z.core.$ZodType>(item: Item) => z.array(item).default([]);

/** The parts of a glTF scene that say how much there is and how large it is. */
function makeSceneSchema() {
  const index = z.int().min(0);
  return z.object({
    scene: index.default(0),
    scenes: list(z.object({ nodes: list(index) })),
    nodes: list(
      z.object({
        mesh: index.optional(),
        children: list(index),
        matrix: numbers(16).optional(),
        translation: numbers(3).optional(),
        rotation: numbers(4).optional(),
        scale: numbers(3).optional(),
      }),
    ),
    meshes: list(
      z.object({
        primitives: list(
          z.object({ attributes: z.record(z.string(), index), indices: index.optional(), mode: index.default(4) }),
        ),
      }),
    ),
    accessors: list(
      z.object({ count: index, min: z.array(z.number()).optional(), max: z.array(z.number()).optional() }),
    ),
  });
}

/** Made for the first scene: most programs see none. */
let sceneSchema: ReturnType<typeof makeSceneSchema> | undefined;

type Scene = z.output<ReturnType<typeof makeSceneSchema>>;
type Matrix = readonly number[];
type Point = readonly [number, number, number];

/** Counts what the default scene shows, each node once, and measures it with its transforms. Undefined for what is no glTF scene. */
export function sceneFacts(json: unknown): SceneFacts | undefined {
  const parsed = (sceneSchema ??= makeSceneSchema()).safeParse(json);
  if (!parsed.success) return undefined;
  const found = { meshes: 0, triangles: 0, corners: [] as Point[] };
  const seen = new Set<number>();
  const visit = (place: number, parent: Matrix): void => {
    const node = parsed.data.nodes[place];
    if (node === undefined || seen.has(place)) return;
    seen.add(place);
    const matrix = multiplied(parent, localMatrix(node));
    const primitives = node.mesh === undefined ? [] : (parsed.data.meshes[node.mesh]?.primitives ?? []);
    if (primitives.length > 0) found.meshes += 1;
    for (const primitive of primitives) {
      found.triangles += trianglesOf(parsed.data, primitive);
      found.corners.push(...cornersOf(parsed.data, primitive).map((corner) => moved(corner, matrix)));
    }
    for (const child of node.children) visit(child, matrix);
  };
  for (const root of parsed.data.scenes[parsed.data.scene]?.nodes ?? []) visit(root, identity);
  return { meshes: found.meshes, triangles: found.triangles, size: sizeOf(found.corners) };
}

type Primitive = Scene['meshes'][number]['primitives'][number];

/** Mode 4 is a list of triangles, 5 a strip, 6 a fan; the others are points and lines. */
function trianglesOf({ accessors }: Scene, { attributes, indices, mode }: Primitive): number {
  const count = accessors[indices ?? attributes['POSITION'] ?? -1]?.count ?? 0;
  if (mode === 4) return Math.floor(count / 3);
  return mode === 5 || mode === 6 ? Math.max(0, count - 2) : 0;
}

function cornersOf({ accessors }: Scene, { attributes }: Primitive): Point[] {
  const { min, max } = accessors[attributes['POSITION'] ?? -1] ?? {};
  if (min?.length !== 3 || max?.length !== 3) return [];
  return Array.from({ length: 8 }, (_, corner): Point => {
    const side = (axis: number) => (corner & (1 << axis) ? max : min)[axis]!;
    return [side(0), side(1), side(2)];
  });
}

function sizeOf(corners: readonly Point[]): SceneFacts['size'] {
  if (corners.length === 0) return null;
  const length = (axis: 0 | 1 | 2) => {
    const along = corners.map((corner) => corner[axis]);
    return along.reduce((a, b) => Math.max(a, b)) - along.reduce((a, b) => Math.min(a, b));
  };
  const [x, y, z] = [length(0), length(1), length(2)];
  return [x, y, z].every(Number.isFinite) ? { x, y, z } : null;
}

/** Columns one after the other, as glTF has them. */
const identity: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

function localMatrix({ matrix, translation, rotation, scale }: Scene['nodes'][number]): Matrix {
  if (matrix !== undefined) return matrix;
  const [x = 0, y = 0, z = 0, w = 1] = rotation ?? [];
  const [sx = 1, sy = 1, sz = 1] = scale ?? [];
  const [tx = 0, ty = 0, tz = 0] = translation ?? [];
  // prettier-ignore
  return [
    (1 - 2 * (y * y + z * z)) * sx, 2 * (x * y + z * w) * sx, 2 * (x * z - y * w) * sx, 0,
    2 * (x * y - z * w) * sy, (1 - 2 * (x * x + z * z)) * sy, 2 * (y * z + x * w) * sy, 0,
    2 * (x * z + y * w) * sz, 2 * (y * z - x * w) * sz, (1 - 2 * (x * x + y * y)) * sz, 0,
    tx, ty, tz, 1,
  ];
}

function multiplied(a: Matrix, b: Matrix): Matrix {
  return a.map((_, place) => {
    const [column, row] = [Math.floor(place / 4), place % 4];
    return [0, 1, 2, 3].reduce((sum, step) => sum + a[step * 4 + row]! * b[column * 4 + step]!, 0);
  });
}

function moved([x, y, z]: Point, matrix: Matrix): Point {
  const at = (row: number) => matrix[row]! * x + matrix[4 + row]! * y + matrix[8 + row]! * z + matrix[12 + row]!;
  return [at(0), at(1), at(2)];
}
