import sharp, { type Sharp } from 'sharp';

/** More pixels than this are refused when reading. */
export const pixelLimit = 268_402_689;

/** A picture from bytes, upright. */
export function openPicture(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'error' }).autoOrient();
}

/** Width and height in pixels as it is seen. Decodes the picture: throws when the bytes are none, or only a part of one. */
export async function pictureSize(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const { autoOrient } = await sharp(bytes, { limitInputPixels: pixelLimit }).metadata();
  await openPicture(bytes).resize(8, 8, { fit: 'fill' }).raw().toBuffer();
  return autoOrient;
}
