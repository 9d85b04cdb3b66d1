import type { Recipe } from './recipe.ts';

/** A valid glTF 2.0 binary: a box whose colour comes from the recipe. */
export async function makeModel3d(recipe: Pick<Recipe, 'look'>): Promise<Uint8Array> {
  const corners = [-0.5, 0.5].flatMap((x) => [-0.5, 0.5].flatMap((y) => [-0.5, 0.5].map((z) => [x, y, z])));
  const sides = [
    0, 1, 3, 0, 3, 2, 4, 6, 7, 4, 7, 5, 0, 4, 5, 0, 5, 1, 2, 3, 7, 2, 7, 6, 0, 2, 6, 0, 6, 4, 1, 5, 7, 1, 7, 3,
  ];
  const positions = Buffer.from(new Float32Array(corners.flat()).buffer);
  const indices = Buffer.from(new Uint16Array(sides).buffer);
  const binary = Buffer.concat([positions, indices]);
  const color = [0, 8, 16].map((shift) => (((recipe.look >> shift) & 255) / 255) * 0.8 + 0.1);
  const description = {
    asset: { version: '2.0', generator: 'Image Studio sandbox' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, name: 'SANDBOX' }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1, material: 0 }] }],
    materials: [
      { pbrMetallicRoughness: { baseColorFactor: [...color, 1], metallicFactor: 0.1, roughnessFactor: 0.6 } },
    ],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 8, type: 'VEC3', min: [-0.5, -0.5, -0.5], max: [0.5, 0.5, 0.5] },
      { bufferView: 1, componentType: 5123, count: sides.length, type: 'SCALAR' },
    ],
    bufferViews: [
      { buffer: 0, byteOffset: 0, byteLength: positions.length, target: 34962 },
      { buffer: 0, byteOffset: positions.length, byteLength: indices.length, target: 34963 },
    ],
    buffers: [{ byteLength: binary.length }],
  };
  const json = Buffer.from(JSON.stringify(description));
  const chunks = [chunk('JSON', json, 0x20), chunk('BIN\0', binary, 0)];
  const header = Buffer.alloc(12);
  header.write('glTF', 0, 'latin1');
  header.writeUInt32LE(2, 4);
  header.writeUInt32LE(
    chunks.reduce((sum, { length }) => sum + length, header.length),
    8,
  );
  return Buffer.concat([header, ...chunks]);
}

function chunk(type: string, content: Buffer, padding: number): Buffer {
  const padded = Buffer.alloc(Math.ceil(content.length / 4) * 4, padding);
  content.copy(padded);
  const head = Buffer.alloc(8);
  head.writeUInt32LE(padded.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, padded]);
}
