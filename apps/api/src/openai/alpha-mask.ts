import { type Incoming, invalidRequest } from '@image-studio/core';
import sharp from 'sharp';

const maxBytes = 20_000_000;
const maxPixels = 100_000_000;

/**
 * OpenAI's mask as ours: there transparent means "edit", here white does. Throws `invalid_request` for a picture without transparency, and
 * for one that is broken or too large.
 */
export async function fromAlphaMask(stream: ReadableStream<Uint8Array>): Promise<Incoming> {
  const refuse = (message: string) => invalidRequest([{ path: ['mask'], message }]);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw refuse(`A mask has at most ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  const open = () => sharp(Buffer.concat(chunks), { limitInputPixels: maxPixels });
  const broken = () => refuse('The mask is no picture that can be read, or has too many pixels');
  const { hasAlpha } = await open()
    .metadata()
    .catch(() => {
      throw broken();
    });
  if (hasAlpha !== true) throw refuse('The mask needs transparency: what is transparent is edited');
  const bytes = await open()
    .extractChannel('alpha')
    .negate()
    .png()
    .toBuffer()
    .catch(() => {
      throw broken();
    });
  return { stream: new Blob([new Uint8Array(bytes)]).stream(), size: bytes.byteLength };
}
