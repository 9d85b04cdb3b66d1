import { crc32 } from 'node:zlib';

/** Corners three numbers each, and the corners of each triangle. */
export interface Mesh {
  readonly positions: Float32Array;
  readonly triangles: Uint16Array;
}

/** A mesh in another format than glTF, without its texture. */
export const meshFiles: Readonly<Record<'obj' | 'stl' | 'ply' | 'fbx' | 'usdz', (mesh: Mesh) => Uint8Array>> = {
  obj: (mesh) =>
    text([
      '# Image Studio sandbox',
      'o SANDBOX',
      ...corners(mesh).map((corner) => `v ${corner.join(' ')}`),
      ...faces(mesh).map((face) => `f ${face.map((index) => index + 1).join(' ')}`),
    ]),
  stl: (mesh) => {
    const [points, found] = [corners(mesh), faces(mesh)];
    const file = Buffer.alloc(84 + found.length * 50);
    file.write('Image Studio sandbox', 0, 'latin1');
    file.writeUInt32LE(found.length, 80);
    for (const [index, face] of found.entries()) {
      const numbers = [0, 0, 1, ...face.flatMap((corner) => points[corner]!)];
      for (const [place, number] of numbers.entries()) file.writeFloatLE(number, 84 + index * 50 + place * 4);
    }
    return file;
  },
  ply: (mesh) => {
    const properties = ['x', 'y', 'z'].map((axis) => `property float ${axis}`);
    const head = ['ply', 'format binary_little_endian 1.0', `element vertex ${mesh.positions.length / 3}`];
    return Buffer.concat([text([...head, ...properties, 'end_header']), Buffer.from(mesh.positions.buffer)]);
  },
  fbx: (mesh) =>
    text([
      '; FBX 7.4.0 project file',
      'FBXHeaderExtension:  {',
      '\tFBXHeaderVersion: 1003',
      '\tFBXVersion: 7400',
      '\tCreator: "Image Studio sandbox"',
      '}',
      'Objects:  {',
      '\tGeometry: 1, "Geometry::SANDBOX", "Mesh" {',
      `\t\tVertices: *${mesh.positions.length} {`,
      `\t\t\ta: ${corners(mesh).flat().join(',')}`,
      '\t\t}',
      `\t\tPolygonVertexIndex: *${mesh.triangles.length} {`,
      // The last corner of a polygon is marked by its complement.
      `\t\t\ta: ${faces(mesh)
        .flatMap(([a, b, c]) => [a, b, -c! - 1])
        .join(',')}`,
      '\t\t}',
      '\t}',
      '\tModel: 2, "Model::SANDBOX", "Mesh" {',
      '\t\tVersion: 232',
      '\t}',
      '}',
      'Connections:  {',
      '\tC: "OO",2,0',
      '\tC: "OO",1,2',
      '}',
    ]),
  usdz: (mesh) =>
    stored(
      'sandbox.usda',
      text([
        '#usda 1.0',
        '(',
        '  defaultPrim = "SANDBOX"',
        '  upAxis = "Y"',
        ')',
        'def Mesh "SANDBOX"',
        '{',
        `  int[] faceVertexCounts = [${faces(mesh)
          .map(() => 3)
          .join(', ')}]`,
        `  int[] faceVertexIndices = [${faces(mesh).flat().join(', ')}]`,
        `  point3f[] points = [${corners(mesh)
          .map((corner) => `(${corner.join(', ')})`)
          .join(', ')}]`,
        '}',
      ]),
    ),
};

function corners({ positions }: Mesh): number[][] {
  const rounded = Array.from(positions, (value) => Math.round(value * 1e5) / 1e5);
  return Array.from({ length: rounded.length / 3 }, (_, index) => rounded.slice(index * 3, index * 3 + 3));
}

function faces({ triangles }: Mesh): number[][] {
  return Array.from({ length: triangles.length / 3 }, (_, index) => [...triangles.subarray(index * 3, index * 3 + 3)]);
}

function text(lines: readonly string[]): Buffer {
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** A ZIP of one file, uncompressed and beginning at a multiple of 64 bytes, as USDZ wants it. */
function stored(name: string, content: Buffer): Buffer {
  const padding = 64 - ((30 + name.length + 4) % 64);
  const head = Buffer.alloc(30 + name.length + 4 + padding);
  const common = (target: Buffer, at: number) => {
    target.writeUInt16LE(20, at);
    target.writeUInt32LE(crc32(content), at + 10);
    target.writeUInt32LE(content.length, at + 14);
    target.writeUInt32LE(content.length, at + 18);
    target.writeUInt16LE(name.length, at + 22);
  };
  head.write('PK\x03\x04', 0, 'latin1');
  common(head, 4);
  head.writeUInt16LE(4 + padding, 28);
  head.write(name, 30, 'latin1');
  head.writeUInt16LE(0x1986, 30 + name.length);
  head.writeUInt16LE(padding, 32 + name.length);
  const directory = Buffer.alloc(46 + name.length);
  directory.write('PK\x01\x02', 0, 'latin1');
  directory.writeUInt16LE(20, 4);
  common(directory, 6);
  directory.write(name, 46, 'latin1');
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(head.length + content.length, 16);
  return Buffer.concat([head, content, directory, end]);
}
