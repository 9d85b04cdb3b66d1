import { pictureSize } from '../media/open-picture.ts';
import type { GeminiRequest } from './read-request.ts';

const sides: Readonly<Record<string, number>> = { '1K': 1024, '2K': 2048, '4K': 4096 };

/** Width and height in pixels: the area of a square of the asked size in the asked shape, else in that of the first picture. */
export async function outputSize({ images, config }: GeminiRequest): Promise<{ width: number; height: number }> {
  const side = sides[String(config['imageSize'] ?? '1K')] ?? 1024;
  const ratio = await ratioOf(images[0], config['aspectRatio']);
  const stepped = (length: number) => Math.max(16, Math.round(length / 16) * 16);
  return { width: stepped(side * Math.sqrt(ratio)), height: stepped(side / Math.sqrt(ratio)) };
}

async function ratioOf(first: Uint8Array | undefined, asked: unknown): Promise<number> {
  const [wide = 1, high = 1] = typeof asked === 'string' ? asked.split(':').map(Number) : [];
  if (asked !== undefined || first === undefined) return wide / high;
  const { width, height } = await pictureSize(first);
  return Math.min(8, Math.max(1 / 8, width / height));
}
