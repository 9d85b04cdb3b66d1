import sharp, { type Raw } from 'sharp';
import { encodeVideo } from './encode-video.ts';
import { landscape } from './landscape.ts';
import { openPicture } from './open-picture.ts';
import type { ReadInput } from './picture.ts';
import type { Recipe } from './recipe.ts';
import { ribbon } from './ribbon.ts';

/** How much larger the picture is at the end. */
const zoom = 0.35;

/**
 * An MP4 as long and as large as the recipe says: slowly into the first input picture, towards a place that depends on the look, and
 * over to the last picture where there are two. Without a picture, a landscape. Marked like every file of the sandbox.
 */
export async function makeVideo(recipe: Recipe, read: ReadInput): Promise<Uint8Array> {
  const { width, height, look, seconds = 5 } = recipe;
  const [first, last] = await Promise.all(recipe.images.slice(0, 2).map(read));
  const begin = await pixels(first ?? landscape(look, recipe), recipe);
  const end = last && (await pixels(last, recipe));
  const raw: Raw = { width, height, channels: 4 };
  const framesPerSecond = frameRate(width * height);
  const count = Math.max(2, Math.round(seconds * framesPerSecond));
  const mark = ribbon(recipe);
  // Drawn once, not for each frame.
  const { data, info } = await sharp(mark.svg).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const overlay = {
    input: data,
    raw: info,
    left: Math.max(0, width - info.width),
    top: Math.max(0, height - info.height),
  };

  async function frame(index: number): Promise<Uint8Array> {
    const progress = index / (count - 1);
    const shown = mixed(begin, end, Math.max(0, 2 * progress - 1));
    return sharp(shown, { raw })
      .extract(windowAt(recipe, progress))
      .resize(width, height, { fit: 'fill', kernel: 'linear' })
      .composite([overlay])
      .raw()
      .toBuffer();
  }

  return encodeVideo({ width, height, framesPerSecond, count, frame });
}

/** Fewer frames for larger pictures: encoding is done here and now, and a sandbox must not take as long as a vendor. Very small ones are for tests. */
function frameRate(area: number): number {
  if (area < 2e4) return 2;
  return area > 2.1e6 ? 2 : area > 1e6 ? 4 : area > 5e5 ? 6 : 8;
}

function pixels(image: Uint8Array, { width, height }: Recipe): Promise<Buffer> {
  return openPicture(image)
    .toColourspace('srgb')
    .resize(width, height, { fit: 'cover' })
    .ensureAlpha()
    .raw()
    .toBuffer();
}

/** The part of the picture that fills the frame, in pixels. */
function windowAt({ width, height, look }: Recipe, progress: number) {
  const shown = {
    width: Math.round(width / (1 + zoom * progress)),
    height: Math.round(height / (1 + zoom * progress)),
  };
  const [across, down] = [0.3 + ((look % 97) / 97) * 0.4, 0.3 + ((look % 89) / 89) * 0.4];
  return {
    ...shown,
    left: Math.floor((width - shown.width) * across),
    top: Math.floor((height - shown.height) * down),
  };
}

function mixed(begin: Buffer, end: Buffer | undefined, share: number): Buffer {
  if (end === undefined || share === 0) return begin;
  return Buffer.from(begin.map((value, index) => value + (end[index]! - value) * share));
}
