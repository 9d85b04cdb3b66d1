import { mediaContract } from '@image-studio/core/contracts';
import sharp, { type Sharp } from 'sharp';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMedia } from '../src/index.ts';

const media = createMedia();
const reading = (bytes: Uint8Array) => async () => new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();

mediaContract('a reader that decodes', createMedia);

/** A picture that does not compress well, so that a cut falls into its pixels. */
function noise(width: number, height: number): Sharp {
  const data = Uint8Array.from(
    { length: width * height * 3 },
    (_, index) => (Math.imul(index + 1, 2654435761) >>> 16) & 255,
  );
  return sharp(data, { raw: { width, height, channels: 3 } });
}

const encoders: readonly (readonly [string, (picture: Sharp) => Sharp])[] = [
  ['image/jpeg', (picture) => picture.jpeg()],
  ['image/jpeg', (picture) => picture.jpeg({ progressive: true })],
  ['image/png', (picture) => picture.png()],
  ['image/png', (picture) => picture.png({ progressive: true })],
  ['image/webp', (picture) => picture.webp()],
  ['image/webp', (picture) => picture.webp({ lossless: true })],
  ['image/gif', (picture) => picture.gif()],
  ['image/avif', (picture) => picture.avif({ effort: 0 })],
];

describe('a picture that is decoded', () => {
  it.each(encoders)('is read whole, and refused when it was cut in its pixels: %s (%#)', async (mediaType, encode) => {
    const bytes = await encode(noise(200, 120)).toBuffer();
    expect(await media.probe(reading(bytes))).toMatchObject({ mediaType, width: 200, height: 120 });
    for (const share of [0.5, 0.9]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      await expect(media.probe(reading(cut))).rejects.toMatchObject({
        code: 'invalid_request',
        message: expect.stringContaining('broken'),
      });
    }
  });

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'tells its size as it is shown when it lies on its side: %s',
    async (format) => {
      const bytes = await noise(20, 12).withMetadata({ orientation: 6 }).toFormat(format).toBuffer();
      expect(await media.probe(reading(bytes))).toMatchObject({ width: 12, height: 20 });
    },
  );

  it('is refused before it is decoded when it has too many pixels', async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    const small = createMedia({ maxPixels: 80_000_000 });
    const refused = { code: 'input_too_large', message: expect.stringContaining('9000 x 9000') };
    await expect(small.probe(reading(bomb))).rejects.toMatchObject(refused);
    await expect(small.coverage?.(reading(bomb))).rejects.toMatchObject(refused);
  });

  it('is refused when its header promises more pixels than it has', async () => {
    const bytes = Buffer.from(await noise(20, 12).gif().toBuffer());
    bytes.writeUInt16LE(30_000, 6);
    bytes.writeUInt16LE(30_000, 8);
    await expect(media.probe(reading(bytes))).rejects.toMatchObject({ code: 'input_too_large' });
  });
});

type Rgba = readonly [number, number, number, number];
const [whitePixel, black, clear] = [
  [255, 255, 255, 255],
  [0, 0, 0, 255],
  [0, 0, 0, 0],
] as const;

/** A mask of 8 x 4: the left quarter in one colour, the rest in another. */
function maskOf(left: Rgba, right: Rgba): Sharp {
  const data = Uint8Array.from({ length: 8 * 4 * 4 }, (_, at) => ((at >> 2) % 8 < 2 ? left : right)[at % 4] ?? 0);
  return sharp(data, { raw: { width: 8, height: 4, channels: 4 } });
}

const masks: readonly (readonly [string, Sharp, number])[] = [
  ['white on black', maskOf(whitePixel, black).removeAlpha(), 0.25],
  ['grey on black', maskOf([128, 128, 128, 255], [127, 127, 127, 255]).removeAlpha(), 0.25],
  ['yellow on blue', maskOf([255, 255, 0, 255], [0, 0, 255, 255]), 0.25],
  ['white painted on nothing', maskOf(whitePixel, clear), 0.25],
  ['holes in black', maskOf(clear, black), 0.25],
  ['holes in white', maskOf([255, 255, 255, 0], whitePixel), 0.25],
  ['all black', maskOf(black, black), 0],
  ['all white', maskOf(whitePixel, whitePixel).removeAlpha(), 1],
  ['one bit grey', maskOf(whitePixel, black).removeAlpha().toColourspace('b-w'), 0.25],
];

describe('a mask', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is read where a server framework has put a class of its own in the place of Response', async () => {
    vi.stubGlobal(
      'Response',
      class extends Response {
        override bytes(): never {
          throw new TypeError('Cannot read private member');
        }
      },
    );
    const [, mask, share] = masks[0]!;
    expect(await media.coverage?.(reading(await mask.clone().png().toBuffer()))).toBe(share);
  });

  it.each(masks)('says which share is to be edited: %s', async (_kind, mask, share) => {
    expect(await media.coverage?.(reading(await mask.clone().png().toBuffer()))).toBe(share);
  });

  it.each(masks.flatMap(([kind, mask]) => [[kind, 'white', mask] as const, [kind, 'black', mask] as const]))(
    'is fitted to its picture: %s, edit = %s',
    async (_kind, edit, mask) => {
      const bytes = await mask.clone().png().toBuffer();
      const fitted = await media.fitMask?.(reading(bytes), { width: 80, height: 60, edit });
      const { data, info } = await sharp(fitted).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
      expect(await sharp(fitted).metadata()).toMatchObject({ format: 'png', channels: 1 });
      expect(info).toMatchObject({ width: 80, height: 60, channels: 1 });
      const share = (await media.coverage?.(reading(bytes))) ?? -1;
      expect(new Set(data).size).toBeLessThanOrEqual(2);
      expect(data.filter((value) => value === (edit === 'white' ? 255 : 0)).length / data.length).toBe(share);
    },
  );

  it.each(masks)('has holes where it edits, for a vendor that wants it so: %s', async (_kind, mask, share) => {
    const bytes = await mask.clone().png().toBuffer();
    const fitted = await media.fitMask?.(reading(bytes), { width: 80, height: 60, edit: 'transparent' });
    expect(await sharp(fitted).metadata()).toMatchObject({ format: 'png', channels: 4, width: 80, height: 60 });
    const alpha = await sharp(fitted).extractChannel('alpha').raw().toBuffer();
    expect(new Set(alpha).size).toBeLessThanOrEqual(2);
    expect(alpha.filter((value) => value === 0).length / alpha.length).toBe(share);
  });

  it('is turned as its picture is shown', async () => {
    const bytes = await maskOf(whitePixel, black).removeAlpha().withMetadata({ orientation: 6 }).png().toBuffer();
    const fitted = await media.fitMask?.(reading(bytes), { width: 4, height: 8, edit: 'white' });
    const { data } = await sharp(fitted).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
    expect([...data]).toEqual(Array.from({ length: 32 }, (_, at) => (at < 8 ? 255 : 0)));
  });

  it.each([
    ['a text', new TextEncoder().encode('no picture at all'), /no known kind/],
    ['a cut picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /broken/],
  ])('must be a picture: %s', async (_kind, bytes, message) => {
    await expect(media.coverage?.(reading(bytes))).rejects.toThrow(message);
    await expect(media.fitMask?.(reading(bytes), { width: 1, height: 1, edit: 'white' })).rejects.toThrow(message);
  });
});
