import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { type SandboxFiles, streamOf } from '../files/sandbox-files.ts';
import { hashText } from '../media/random-numbers.ts';
import type { Recipe } from '../media/recipe.ts';
import type { Size } from '../wavespeed/output-size.ts';
import type { Endpoint, ResultSize } from './endpoint.ts';
import type { Form } from './read-form.ts';

/** A checked request: where it goes, what it says, how large its pictures are. */
export interface CheckedForm {
  readonly path: string;
  readonly endpoint: Endpoint;
  readonly form: Form;
  readonly sizes: Readonly<Record<string, Size>>;
}

/** They change the result without being seen in it. */
const unseen = ['mask', 'light_reference'];
/** The picture that is worked on comes first. */
const worked = ['image', 'subject_image', 'init_image'];

/** What a request will make, its pictures stored. `seed` is the one that is answered. */
export async function makeRecipe(files: SandboxFiles, checked: CheckedForm, seed: number): Promise<Recipe> {
  const { path, endpoint, form, sizes } = checked;
  const { texts } = form;
  const names = Object.keys(form.files).toSorted((a, b) => Number(worked.includes(b)) - Number(worked.includes(a)));
  const images: string[] = [];
  for (const name of names) if (!unseen.includes(name)) images.push(await keep(files, form.files[name]!));
  const mask = form.files['mask'] ?? (await transparentPart(endpoint, form.files['image']));
  const own = sizes[names[0] ?? ''];
  const words = Object.entries(texts).filter(([name]) => /prompt|model|strength|preset|direction/.test(name));
  const light = form.files['light_reference'];
  return {
    effect: endpoint.effect === 'generate' && images.length > 0 ? 'edit' : endpoint.effect,
    look: hashText(JSON.stringify([path, words.toSorted(), seed, images.slice(1), light ? digest(light) : null])),
    ...resultSize(endpoint.size, texts, own),
    format: endpoint.effect === 'model3d' ? 'glb' : ((texts['output_format'] ?? 'png') as Recipe['format']),
    count: 1,
    images,
    ...(mask === undefined ? {} : { mask: await keep(files, mask) }),
    ...(endpoint.size.as === 'grown'
      ? { at: { left: Number(texts['left'] ?? 0), top: Number(texts['up'] ?? 0) } }
      : {}),
  };
}

/** The vendor's rules of sizes: a number of pixels in a shape, sides being multiples of 64; the picture's own; or larger ones. */
function resultSize(rule: ResultSize, texts: Form['texts'], own: Size = { width: 1024, height: 1024 }): Size {
  const { width, height } = own;
  switch (rule.as) {
    case 'aspect': {
      const [wide = 1, high = 1] =
        texts['aspect_ratio']?.split(':').map(Number) ?? (texts['mode'] === 'image-to-image' ? [width, height] : []);
      return filled(rule.pixels, wide / high);
    }
    case 'shape':
      return filled(rule.pixels, width / height);
    case 'own':
      return own;
    case 'grown':
      return { width: width + sum(texts, 'left', 'right'), height: height + sum(texts, 'up', 'down') };
    case 'fourfold':
      return scaled(own, 4);
    case 'longest':
      return scaled(own, 4096 / Math.max(width, height));
  }
}

function filled(pixels: number, ratio: number): Size {
  const side = (length: number) => Math.max(64, Math.floor(length / 64) * 64);
  return { width: side(Math.sqrt(pixels * ratio)), height: side(Math.sqrt(pixels / ratio)) };
}

function scaled({ width, height }: Size, factor: number): Size {
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

function sum(texts: Form['texts'], ...names: readonly string[]): number {
  return names.reduce((total, name) => total + Number(texts[name] ?? 0), 0);
}

/** Without a mask what is transparent is edited: that part as a mask. Undefined for paths without masks and for pictures without transparency. */
async function transparentPart({ fields }: Endpoint, picture: Uint8Array | undefined): Promise<Uint8Array | undefined> {
  if (picture === undefined || !Object.hasOwn(fields, 'mask')) return undefined;
  const { hasAlpha } = await sharp(picture).metadata();
  if (!hasAlpha) return undefined;
  return new Uint8Array(await sharp(picture).extractChannel('alpha').negate().png().toBuffer());
}

async function keep(files: SandboxFiles, bytes: Uint8Array): Promise<string> {
  const key = `${digest(bytes)}.input`;
  await files.write(key, streamOf(bytes));
  return key;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
