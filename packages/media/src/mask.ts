import type { MaskMark } from '@image-studio/core';
import sharp from 'sharp';
import { decoded, openPicture, type PictureInput } from './decode.ts';

/** The size of the picture that a mask belongs to, and what means "edit" to the vendor. */
export interface MaskTarget {
  readonly width: number;
  readonly height: number;
  readonly edit: MaskMark;
}

/** A mask as one byte for each pixel: 255 = edit, 0 = keep. */
interface EditPlane {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Luminance, or opacity, from which on a pixel counts as white, or opaque. */
const half = 128;

/** Share of a mask's pixels that are to be edited, 0 to 1. What counts is told at {@link fitMask}. */
export async function coverageOf(mask: PictureInput): Promise<number> {
  const { data } = await editPlane(mask);
  let edited = 0;
  for (const value of data) if (value === 255) edited++;
  return edited / data.length;
}

/**
 * The mask in the size and polarity asked for, as PNG: grey, black and white only; or for `transparent` white where pixels are kept
 * and nothing where they are edited. To be edited are pixels of a luminance of 128 and more; transparency counts as black. A mask
 * of one colour that differs in transparency only is read the other way round: transparent = edit, as a hole cut into a picture.
 */
export async function fitMask(mask: PictureInput, { width, height, edit }: MaskTarget): Promise<Uint8Array> {
  const plane = await editPlane(mask);
  const raw = { width: plane.width, height: plane.height, channels: 1 } as const;
  const fitted = sharp(plane.data, { raw, limitInputPixels: mask.maxPixels })
    .resize(width, height, { fit: 'fill', kernel: 'nearest' })
    .negate(edit !== 'white')
    .toColourspace('b-w');
  if (edit !== 'transparent') return fitted.png().toBuffer();
  const kept = await fitted.raw().toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#fff' }, limitInputPixels: mask.maxPixels })
    .joinChannel(kept, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

async function editPlane(mask: PictureInput): Promise<EditPlane> {
  const isHole = await isHoleMask(mask);
  const picture = isHole
    ? openPicture(mask).extractChannel('alpha')
    : openPicture(mask).flatten({ background: '#000' });
  const { data, info } = await decoded(picture.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true }));
  const step = info.channels;
  const plane = new Uint8Array(info.width * info.height);
  for (let at = 0; at < plane.length; at++) plane[at] = (data[at * step] ?? 0) >= half !== isHole ? 255 : 0;
  return { data: plane, width: info.width, height: info.height };
}

async function isHoleMask(mask: PictureInput): Promise<boolean> {
  const { channels, isOpaque } = await decoded(openPicture(mask).stats());
  return !isOpaque && channels.slice(0, -1).every(({ min, max }) => min === max);
}
