import { type Body, invalidRequest, type ProviderCall, StudioError } from '@image-studio/core';
import { picturesOf } from './pictures.ts';

const readable: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/heic', 'image/heif']);
const mostBytes = 7_000_000;

/**
 * Leaves the body as it is: the pictures travel within the paid request. Those that Gemini does not read are refused here, before
 * anything is sent. Throws `invalid_request` (another format) or `input_too_large`.
 */
export async function prepare(call: ProviderCall): Promise<Body> {
  for (const { mediaType, size } of picturesOf(call)) {
    if (!readable.has(mediaType)) {
      const message = `Gemini reads PNG, JPEG, WebP and HEIC, not ${mediaType}`;
      throw invalidRequest([{ path: ['image'], message }]);
    }
    if (size > mostBytes) {
      const message = `Gemini takes pictures of at most ${mostBytes} bytes; this one has ${size}.`;
      throw new StudioError('input_too_large', message, { failure: 'refused' });
    }
  }
  return call.body;
}
