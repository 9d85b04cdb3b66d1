import sharp from 'sharp';
import { openPicture } from './open-picture.ts';

/** What goes on a picture of this size in pixels. */
interface Shown {
  readonly images: readonly Uint8Array[];
  readonly width: number;
  readonly height: number;
}

/** The picture with up to four others small at its lower edge, so that a person sees that they went in. An unmarked PNG. */
export async function withThumbnails(base: Buffer, { images, width, height }: Shown): Promise<Buffer> {
  const side = Math.max(8, Math.round(Math.min(width, height) * 0.2));
  const thumbnails = images.slice(0, 4).map(async (image, index) => ({
    input: await openPicture(image).resize(side, side, { fit: 'cover' }).toBuffer(),
    left: Math.round(side * (0.15 + 1.1 * index)),
    top: Math.max(0, Math.round(height - side * 1.15)),
  }));
  const overlays = (await Promise.all(thumbnails)).filter(({ left }) => left + side <= width);
  return overlays.length === 0 ? base : sharp(base).composite(overlays).png({ compressionLevel: 0 }).toBuffer();
}
