import sharp from 'sharp';
import { openPicture } from './open-picture.ts';

/** A mask (white = changed) for pictures of this size in pixels; without one everything is changed. */
export interface MaskedArea {
  readonly mask: Uint8Array | undefined;
  readonly width: number;
  readonly height: number;
}

/** The changed picture where the mask is white, the base elsewhere, to the last bit. Both are encoded and of the area's size. */
export async function withinMask({ mask, width, height }: MaskedArea, base: Buffer, changed: Buffer): Promise<Buffer> {
  if (mask === undefined) return changed;
  const white = await openPicture(mask)
    .flatten({ background: '#000000' })
    .resize(width, height, { fit: 'fill' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  const [mixed, other] = await Promise.all(
    [base, changed].map((picture) => sharp(picture).ensureAlpha().raw().toBuffer()),
  );
  if (mixed === undefined || other === undefined) return changed;
  for (let index = 0; index < mixed.length; index++) {
    const share = (white[index >> 2] ?? 0) / 255;
    if (share > 0) mixed[index] = Math.round((mixed[index] ?? 0) * (1 - share) + (other[index] ?? 0) * share);
  }
  return sharp(mixed, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
}
