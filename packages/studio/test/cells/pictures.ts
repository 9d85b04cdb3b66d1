import sharp from 'sharp';

async function plain(background: string): Promise<Uint8Array> {
  const made = sharp({ create: { width: 320, height: 240, channels: 3, background } });
  return new Uint8Array(await made.jpeg().toBuffer());
}

/** Small pictures for requests. */
export const photo: Uint8Array = await plain('#47a');
export const face: Uint8Array = await plain('#a74');
