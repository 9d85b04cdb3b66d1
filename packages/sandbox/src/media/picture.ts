import sharp from 'sharp';
import { hashText } from './random-numbers.ts';
import { applyEffect } from './effects.ts';
import { pixelLimit } from './open-picture.ts';
import type { Recipe } from './recipe.ts';
import { ribbon } from './ribbon.ts';

/** Reads a stored input file. */
export type ReadInput = (key: string) => Promise<Uint8Array>;

/** The file of one output of a recipe: an encoded picture with the sandbox's mark on it. */
export async function makePicture(recipe: Recipe, index: number, read: ReadInput): Promise<Uint8Array> {
  const { width, height, format, at } = recipe;
  const look = index === 0 ? recipe.look : hashText(`${recipe.look} ${index}`);
  const images = await Promise.all(recipe.images.map(read));
  const mask = recipe.mask === undefined ? undefined : await read(recipe.mask);
  const picture = await applyEffect({ effect: recipe.effect, look, width, height, images, mask, at });
  const mark = ribbon({ width, height });
  const margin = (side: number, taken: number) => Math.max(0, Math.min(side - taken, Math.round(side * 0.015)));
  const marked = sharp(picture, { limitInputPixels: pixelLimit }).composite([
    {
      input: mark.svg,
      left: width - mark.width - margin(width, mark.width),
      top: height - mark.height - margin(height, mark.height),
    },
  ]);
  if (format === 'png') return marked.png({ compressionLevel: 3 }).toBuffer();
  if (format === 'webp') return marked.webp({ quality: 85 }).toBuffer();
  return marked.flatten({ background: '#ffffff' }).jpeg({ quality: 88 }).toBuffer();
}
