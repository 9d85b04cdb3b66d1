import sharp from 'sharp';
import { meshFiles } from './mesh-files.ts';
import { openPicture } from './open-picture.ts';
import { makePicture, type ReadInput } from './picture.ts';
import type { Recipe } from './recipe.ts';

/** Points along each side of the relief. */
const points = 64;
const textureSide = 512;
/** How far white stands out before black, in lengths of the longer side. */
const depth = 0.2;

type MeshFormat = keyof typeof meshFiles;

/**
 * A valid glTF 2.0 binary, or the bare mesh in the recipe's format: the first input picture (without one, a landscape of the recipe's look) as a relief that is high where the
 * picture is bright, with the picture on it. The longer side is 1 long.
 */
export async function makeModel3d(recipe: Recipe, read: ReadInput): Promise<Uint8Array> {
  const effect = recipe.images.length > 0 ? 'enhance' : 'generate';
  const flat = { ...recipe, effect, width: textureSide, height: textureSide, format: 'jpeg' } as const;
  const texture = await makePicture({ ...flat, images: recipe.images.slice(0, 1) }, 0, read);
  const heights = await sharp(texture).resize(points, points, { fit: 'fill' }).greyscale().blur(1).raw().toBuffer();
  const shape = await shapeOf(recipe, read);
  const positions = positionsOf(heights, shape);
  if (recipe.format in meshFiles) return meshFiles[recipe.format as MeshFormat]({ positions, triangles: triangles() });
  const parts = [bytesOf(positions), bytesOf(texturePlaces()), bytesOf(triangles()), Buffer.from(texture)];
  const binary = Buffer.concat(parts.map((part) => padded(part, 0)));
  return glb(describe({ positions, parts, size: binary.length }), binary);
}

interface Shape {
  readonly wide: number;
  readonly high: number;
}

async function shapeOf({ images: [first] }: Recipe, read: ReadInput): Promise<Shape> {
  if (first === undefined) return { wide: 1, high: 1 };
  const { info } = await openPicture(await read(first))
    .resize(256, 256, { fit: 'inside' })
    .toBuffer({ resolveWithObject: true });
  return { wide: info.width / 256, high: info.height / 256 };
}

function positionsOf(heights: Uint8Array, { wide, high }: Shape): Float32Array {
  return Float32Array.from(
    grid((column, row) => [
      (column / (points - 1) - 0.5) * wide,
      (0.5 - row / (points - 1)) * high,
      (heights[row * points + column]! / 255) * depth,
    ]),
  );
}

function texturePlaces(): Float32Array {
  return Float32Array.from(grid((column, row) => [column / (points - 1), row / (points - 1)]));
}

function triangles(): Uint16Array {
  return Uint16Array.from(
    grid((column, row) => {
      if (column === points - 1 || row === points - 1) return [];
      const here = row * points + column;
      const below = here + points;
      return [here, below, here + 1, here + 1, below, below + 1];
    }),
  );
}

function grid(at: (column: number, row: number) => readonly number[]): number[] {
  return Array.from({ length: points * points }, (_, index) => at(index % points, Math.floor(index / points))).flat();
}

interface Content {
  readonly positions: Float32Array;
  /** Positions, places on the texture, triangles, texture. */
  readonly parts: readonly Buffer[];
  readonly size: number;
}

function describe({ positions, parts, size }: Content): object {
  let end = 0;
  const views = parts.map(({ length }) => {
    const byteOffset = end;
    end += Math.ceil(length / 4) * 4;
    return { buffer: 0, byteOffset, byteLength: length };
  });
  const along = (axis: number) => Array.from(positions).filter((_, index) => index % 3 === axis);
  const count = positions.length / 3;
  return {
    asset: { version: '2.0', generator: 'Image Studio sandbox' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, name: 'SANDBOX' }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0, TEXCOORD_0: 1 }, indices: 2, material: 0 }] }],
    materials: [
      {
        pbrMetallicRoughness: { baseColorTexture: { index: 0 }, metallicFactor: 0, roughnessFactor: 0.9 },
        doubleSided: true,
      },
    ],
    textures: [{ source: 0, sampler: 0 }],
    samplers: [{ wrapS: 33071, wrapT: 33071 }],
    images: [{ bufferView: 3, mimeType: 'image/jpeg' }],
    accessors: [
      {
        bufferView: 0,
        componentType: 5126,
        count,
        type: 'VEC3',
        min: [0, 1, 2].map((axis) => Math.min(...along(axis))),
        max: [0, 1, 2].map((axis) => Math.max(...along(axis))),
      },
      { bufferView: 1, componentType: 5126, count, type: 'VEC2' },
      { bufferView: 2, componentType: 5123, count: parts[2]!.length / 2, type: 'SCALAR' },
    ],
    bufferViews: views.map((view, index) => (index < 3 ? { ...view, target: index === 2 ? 34963 : 34962 } : view)),
    buffers: [{ byteLength: size }],
  };
}

function glb(description: object, binary: Buffer): Buffer {
  const chunks = [chunk('JSON', padded(Buffer.from(JSON.stringify(description)), 0x20)), chunk('BIN\0', binary)];
  const header = Buffer.alloc(12);
  header.write('glTF', 0, 'latin1');
  header.writeUInt32LE(2, 4);
  header.writeUInt32LE(header.length + chunks.reduce((sum, { length }) => sum + length, 0), 8);
  return Buffer.concat([header, ...chunks]);
}

function chunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(content.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}

function bytesOf(numbers: Float32Array | Uint16Array): Buffer {
  return Buffer.from(numbers.buffer);
}

function padded(content: Buffer, filler: number): Buffer {
  return Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4, filler)]);
}
