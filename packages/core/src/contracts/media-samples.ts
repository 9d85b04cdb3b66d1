/* Small files of every kind, made for this purpose: pictures of 5 x 3 pixels, a 3D model without a mesh, a video without frames. */

const pictures = {
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAUAAAADCAIAAADUVFKvAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEElEQVQI12PgTD6BjBgI8AGmLhINUh6FBwAAAABJRU5ErkJggg==',
  jpeg: '/9j/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAADAAUDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABgf/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCEAUsCf//Z',
  webpLossy: 'UklGRjwAAABXRUJQVlA4IDAAAAAQAgCdASoFAAMAAUAmJaACdLoB+AH4AAPIAP7w+iv/YOpt69+TF/9NFGFMfbQAAAA=',
  webpLossless: 'UklGRh4AAABXRUJQVlA4TBEAAAAvBIAAAAfQsSYUuf+BiOh/AAA=',
  webpAlpha:
    'UklGRmAAAABXRUJQVlA4WAoAAAAQAAAABAAAAgAAQUxQSAoAAAABB1DAiAhERP8DVlA4IDAAAAAQAgCdASoFAAMAAUAmJaACdLoB+AH4AAPIAP7w+iv/YOpt69+TF/9NFGFMfbQAAAA=',
  gif: 'R0lGODlhBQADAIAAAExpcQljyCH5BAUAAAAALAAAAAAFAAMAAAIDjI9ZADs=',
  avif: 'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAAA+gABAAAAAAAAACUAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAAAUAAAADAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAAtbWRhdBIACgg4CGTSAhoNIDIXGUJjBMAANAAAkEDJHGFI6X7MtIIenYA=',
};

/** A picture of 5 x 3 pixels. */
export function samplePicture(name: keyof typeof pictures): Uint8Array {
  return Uint8Array.from(atob(pictures[name]), (character) => character.charCodeAt(0));
}

/** The JPEG with an EXIF orientation (1 to 8), after `padding` bytes of other segments. */
export function orientedJpeg(orientation: number, padding = 0): Uint8Array {
  const exif = concat(
    text('Exif\0\0MM\0*'),
    u32(8),
    u16(1),
    u16(0x0112),
    u16(3),
    u32(1),
    u16(orientation),
    u16(0),
    u32(0),
  );
  const segments = Array.from({ length: Math.ceil(padding / 60_000) }, () => segment(0xe2, new Uint8Array(60_000)));
  const whole = samplePicture('jpeg');
  return concat(whole.subarray(0, 2), ...segments, segment(0xe1, exif), whole.subarray(2));
}

/** A GLB of this version whose scene is the given text. */
export function sampleGlb(scene = '{"asset":{"version":"2.0"}}', version = 2): Uint8Array {
  const json = text(scene.padEnd(Math.ceil(scene.length / 4) * 4));
  const chunks = concat(little(json.length), text('JSON'), json, little(8), text('BIN\0'), new Uint8Array(8));
  return concat(text('glTF'), little(version), little(12 + chunks.length), chunks);
}

/** An MP4 of 640 x 360 pixels and 2.5 seconds; `turned` lies on its side, `sound` has no picture. `last` = index after the data. */
export function sampleMp4(kind: 'first' | 'last' | 'turned' | 'sound' | 'long' = 'first'): Uint8Array {
  const [one, zero] = [u32(0x10000), u32(0)];
  const upright = [one, zero, zero, zero, one, zero, zero, zero, u32(0x40000000)];
  const quarter = [zero, one, zero, u32(0xffff0000), zero, zero, zero, zero, u32(0x40000000)];
  const size = kind === 'sound' ? [zero, zero] : [u32(640 << 16), u32(360 << 16)];
  const matrix = kind === 'turned' ? quarter : upright;
  const track = box('tkhd', new Uint8Array(40), ...matrix, ...size);
  const times =
    kind === 'long'
      ? [u32(0x01000000), new Uint8Array(16), u32(600), zero, u32(1500)]
      : [new Uint8Array(12), u32(600), u32(1500)];
  const movie = box('moov', box('mvhd', ...times, new Uint8Array(80)), box('trak', track));
  const [head, data] = [box('ftyp', text('isom'), zero, text('mp42')), box('mdat', new Uint8Array(5000))];
  return kind === 'last' ? concat(head, data, movie) : concat(head, movie, data);
}

/** A WAV of so many seconds, 1000 bytes each. */
export function sampleWav(seconds = 2): Uint8Array {
  const format = concat(
    text('fmt '),
    little(16),
    Uint8Array.of(1, 0, 1, 0),
    little(1000),
    little(1000),
    u32(0x01000800),
  );
  const size = seconds * 1000;
  const chunks = concat(text('WAVE'), format, text('LIST'), little(3), new Uint8Array(4), text('data'), little(size));
  return concat(text('RIFF'), little(chunks.length + size), chunks, new Uint8Array(size));
}

/** An MP3 of fifty frames at 64 kbit/s and 32 kHz: 1.8 seconds; behind a tag, with another at its end. */
export function sampleMp3(tag = true): Uint8Array {
  const frame = concat(Uint8Array.of(0xff, 0xfb, 0x58, 0xc0), new Uint8Array(284));
  const head = concat(text('ID3'), Uint8Array.of(4, 0, 0, 0, 0, 1, 2), new Uint8Array(130));
  const frames = Array.from({ length: 50 }, () => frame);
  return concat(...(tag ? [head, ...frames, text('TAG'), new Uint8Array(125)] : frames));
}

/** A HEIC whose primary item is 40 x 30 pixels, turned by `quarters`, beside a thumbnail. */
export function sampleHeic(quarters: number): Uint8Array {
  const extent = (width: number, height: number) => box('ispe', u32(0), u32(width), u32(height));
  const properties = box('ipco', extent(8, 6), extent(40, 30), box('irot', Uint8Array.of(quarters)));
  const links = box('ipma', u32(0), u32(2), u16(1), Uint8Array.of(1, 1), u16(2), Uint8Array.of(2, 2, 3));
  const meta = box('meta', u32(0), box('pitm', u32(0), u16(2)), box('iprp', properties, links));
  return concat(box('ftyp', text('heic'), u32(0), text('mif1heic')), meta, box('mdat', new Uint8Array(10)));
}

/** A 3D file of one triangle, 2 wide and 1 high, in another format than GLB. */
export function sampleShape(format: 'stl' | 'stl-text' | 'obj' | 'ply' | 'fbx' | 'usdz' | 'obj-zip'): Uint8Array {
  const corners = [0, 0, 0, 2, 0, 0, 0, 1, 0];
  const packed = (name: string) =>
    concat(text('PK\x03\x04'), new Uint8Array(22), Uint8Array.of(name.length, 0, 0, 0), text(name), new Uint8Array(20));
  switch (format) {
    case 'stl':
      return concat(new Uint8Array(80), little(1), floats([0, 0, 1, ...corners]), u16(0));
    case 'stl-text':
      return text(
        'solid one\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 2 0 0\nvertex 0 1 0\nendloop\nendfacet\nendsolid one\n',
      );
    case 'obj':
      return text('# one\nmtllib one.mtl\no one\nv 0 0 0\nv 2 0 0\nv 0 1 0\nf 1/1 2/2 3/3\n');
    case 'ply':
      return concat(
        text('ply\nformat binary_little_endian 1.0\nelement vertex 3\nproperty float x\nelement face 1\nend_header\n'),
        floats(corners),
      );
    case 'fbx':
      return concat(text('Kaydara FBX Binary  \0'), new Uint8Array(100));
    case 'usdz':
      return packed('scene.usdc');
    case 'obj-zip':
      return packed('model.obj');
  }
}

/** Text as bytes, one for each character. */
export function text(value: string): Uint8Array {
  return Uint8Array.from(value, (character) => character.charCodeAt(0));
}

function segment(marker: number, inside: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(0xff, marker), u16(inside.length + 2), inside);
}

function box(type: string, ...inside: Uint8Array[]): Uint8Array {
  const content = concat(...inside);
  return concat(u32(content.length + 8), text(type), content);
}

function concat(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function floats(values: readonly number[]): Uint8Array {
  return new Uint8Array(Float32Array.from(values).buffer);
}

function u16(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value);
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function little(value: number): Uint8Array {
  return u32(value).reverse();
}
