import sharp, { type Sharp } from 'sharp';

const plain = (background: string, width = 320, height = 240) =>
  sharp({ create: { width, height, channels: 3, background } });
const bytesOf = async (picture: Sharp) => new Uint8Array(await picture.toBuffer());

/** Small pictures for requests, and one that is large enough for every model. */
export const photo: Uint8Array = await bytesOf(plain('#47a').jpeg());
export const face: Uint8Array = await bytesOf(plain('#a74').jpeg());
export const large: Uint8Array = await bytesOf(plain('#47a', 800, 640).jpeg());

/** White in the left half of the photo: there it is edited. */
export const mask: Uint8Array = await bytesOf(
  plain('#000')
    .composite([{ input: await plain('#fff', 160).png().toBuffer(), left: 0, top: 0 }])
    .png(),
);
