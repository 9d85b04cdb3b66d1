import sharp from 'sharp';
import { landscape } from './landscape.ts';
import { openPicture } from './open-picture.ts';
import { randomNumbers } from './random-numbers.ts';
import type { Effect, Recipe } from './recipe.ts';
import { withThumbnails } from './thumbnails.ts';
import { withinMask } from './within-mask.ts';

/** What an effect works on. `images` and `mask` are encoded files; sizes in pixels of the result. */
export interface EffectInput {
  readonly effect: Effect;
  readonly look: number;
  readonly width: number;
  readonly height: number;
  readonly images: readonly Uint8Array[];
  readonly mask: Uint8Array | undefined;
  readonly at?: Recipe['at'] | undefined;
}

type Draw = (input: EffectInput, first: Uint8Array) => Promise<Buffer>;

/** Every effect leaves the inputs recognisable, so that a person sees at once which files went in. */
const draws: Partial<Record<Effect, Draw>> = {
  edit: async (input, first) => {
    const edited = await withinMask(input, await fitted(input, first), await recolored(input, first));
    return withThumbnails(edited, { ...input, images: input.images.slice(1) });
  },
  relight: async (input, first) => withinMask(input, await fitted(input, first), await lit(input, first)),
  erase: async (input, first) => {
    const base = await fitted(input, first);
    return withinMask(
      { ...input, mask: input.mask ?? centre(input) },
      base,
      await sharp(base).blur(softness(input)).toBuffer(),
    );
  },
  'cut-out': async (input, first) => cutOut(input, await fitted(input, first)),
  'replace-background': async (input, first) => {
    const figure = await cutOut(input, await fitted(input, first));
    const [, place] = input.images;
    return sharp(place ? await fitted(input, place) : landscape(input.look, input))
      .composite([{ input: figure }])
      .png(plain)
      .toBuffer();
  },
  upscale: ({ width, height }, first) =>
    openPicture(first).resize(width, height, { fit: 'fill', kernel: 'lanczos3' }).png(plain).toBuffer(),
  enhance: async (input, first) =>
    sharp(await fitted(input, first))
      .modulate({ brightness: 1.06, saturation: 1.2 })
      .sharpen({ sigma: 1.2 })
      .png(plain)
      .toBuffer(),
  expand: async (input, first) => {
    const { width, height, at } = input;
    const small = { fit: 'inside', withoutEnlargement: true } as const;
    const inside = await (
      at ? openPicture(first) : openPicture(first).resize(Math.ceil(width * 0.66), Math.ceil(height * 0.66), small)
    ).toBuffer();
    return sharp(await fitted(input, first))
      .blur(softness(input))
      .composite([{ input: inside, ...at }])
      .png(plain)
      .toBuffer();
  },
  swap: async (input, first) => {
    const base = await fitted(input, first);
    const other = input.images[1];
    if (other === undefined) return recolored(input, first);
    const side = Math.max(1, Math.round(Math.min(input.width, input.height) * 0.42));
    const round = svg(side, side, `<circle cx="${side / 2}" cy="${side / 2}" r="${side / 2}"/>`);
    const face = await openPicture(other)
      .resize(side, side, { fit: 'cover', position: 'attention' })
      .ensureAlpha()
      .composite([{ input: round, blend: 'dest-in' }])
      .png(plain)
      .toBuffer();
    const left = Math.round((input.width - side) / 2);
    return sharp(base)
      .composite([{ input: face, left, top: Math.round(input.height * 0.14) }])
      .png(plain)
      .toBuffer();
  },
  translate: async (input, first) =>
    sharp(await fitted(input, first))
      .composite([{ input: linesOfText(input) }])
      .png(plain)
      .toBuffer(),
};

const plain = { compressionLevel: 0 } as const;

/** The effect as an unmarked PNG of the asked size. Throws when an input is no picture. */
export async function applyEffect(input: EffectInput): Promise<Buffer> {
  const [first] = input.images;
  const draw = first === undefined ? undefined : draws[input.effect];
  return first === undefined || draw === undefined ? generated(input) : draw(input, first);
}

async function generated(input: EffectInput): Promise<Buffer> {
  const scenery = await sharp(landscape(input.look, input)).png(plain).toBuffer();
  return withThumbnails(scenery, input);
}

function fitted({ width, height }: EffectInput, image: Uint8Array): Promise<Buffer> {
  return openPicture(image).toColourspace('srgb').resize(width, height, { fit: 'cover' }).png(plain).toBuffer();
}

/** Colours turned by an angle and tinted, both from the look, as a matrix over red, green and blue: fast on large pictures. */
async function recolored(input: EffectInput, first: Uint8Array): Promise<Buffer> {
  const angle = ((70 + (input.look % 220)) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) * 1.25, Math.sin(angle) * 1.25];
  const [red, green, blue] = [0.213, 0.715, 0.072];
  const tint = (row: number) => 1 + 0.3 * Math.cos(angle + (row * 2 * Math.PI) / 3);
  const scaled = (row: number, parts: readonly [number, number, number]): [number, number, number] => {
    const [r, g, b] = parts;
    return [r * tint(row), g * tint(row), b * tint(row)];
  };
  return sharp(await fitted(input, first))
    .recomb([
      scaled(0, [red + cos * (1 - red) - sin * red, green - (cos + sin) * green, blue - cos * blue + sin * (1 - blue)]),
      scaled(1, [
        red - cos * red + sin * 0.143,
        green + cos * (1 - green) + sin * 0.14,
        blue - cos * blue - sin * 0.283,
      ]),
      scaled(2, [red - cos * red - sin * (1 - red), green - (cos - sin) * green, blue + cos * (1 - blue) + sin * blue]),
    ])
    .png(plain)
    .toBuffer();
}

async function lit(input: EffectInput, first: Uint8Array): Promise<Buffer> {
  const { width, height, look } = input;
  const light = svg(
    width,
    height,
    `<defs><linearGradient id="light" x1="${look % 2}" y1="0" x2="${(look + 1) % 2}" y2="1"><stop offset="0" stop-color="hsl(${look % 360}, 90%, 78%)" stop-opacity="0.75"/><stop offset="1" stop-color="#000" stop-opacity="0.6"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#light)"/>`,
  );
  return sharp(await fitted(input, first))
    .composite([{ input: light, blend: 'soft-light' }])
    .png(plain)
    .toBuffer();
}

function cutOut({ width, height }: EffectInput, base: Buffer): Promise<Buffer> {
  const figure = svg(width, height, `<ellipse cx="50%" cy="52%" rx="38%" ry="44%"/>`);
  return sharp(base)
    .ensureAlpha()
    .composite([{ input: figure, blend: 'dest-in' }])
    .png(plain)
    .toBuffer();
}

function centre({ width, height }: EffectInput): Uint8Array {
  return svg(
    width,
    height,
    `<rect width="100%" height="100%"/><ellipse cx="50%" cy="50%" rx="28%" ry="22%" fill="#fff"/>`,
  );
}

function linesOfText({ width, height, look }: EffectInput): Buffer {
  const random = randomNumbers(look);
  const line = height * 0.045;
  const bars = Array.from({ length: 4 }, (_, row) => {
    const words = Array.from({ length: 5 }, () => 0.06 + random() * 0.1);
    return words.map((share, index) => {
      const left = 0.14 + words.slice(0, index).reduce((sum, one) => sum + one + 0.015, 0);
      return `<rect x="${left * width}" y="${height * 0.36 + row * line * 1.7}" width="${share * width}" height="${line}" rx="${line * 0.3}" fill="hsl(${look % 360}, 70%, 32%)"/>`;
    });
  });
  const plate = `<rect x="9%" y="32%" width="82%" height="${line * 8.2}" rx="${line * 0.5}" fill="#fff" fill-opacity="0.82"/>`;
  return svg(width, height, plate + bars.flat().join(''));
}

function softness({ width, height }: EffectInput): number {
  return Math.max(2, Math.min(width, height) / 40);
}

function svg(width: number, height: number, content: string): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`);
}
