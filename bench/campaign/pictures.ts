import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/** Makes a few pictures to work on and answers where they are: small ones, and one that takes several pieces to send. */
export async function makePictures(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const sides = [48, 64, 96, 320];
  return Promise.all(
    sides.map(async (side) => {
      const path = join(folder, `${side}.png`);
      const noise = { type: 'gaussian', mean: 128, sigma: side === 320 ? 60 : 10 } as const;
      const create = { width: side, height: side, channels: 3, background: 'black', noise } as const;
      await sharp({ create }).png().toFile(path);
      return path;
    }),
  );
}
