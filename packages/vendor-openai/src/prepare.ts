import { type Body, invalidRequest, type ProviderCall, StudioError } from '@image-studio/core';
import { filesOf } from './files.ts';

const readable: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp']);
const mostBytes = { image: 50_000_000, mask: 4_000_000 };

/**
 * Leaves the body as it is: the pictures travel with the paid request. Those that OpenAI does not read are refused here, before
 * anything is sent. Throws `invalid_request` (another format) or `input_too_large`.
 */
export async function prepare(call: ProviderCall): Promise<Body> {
  for (const { field, asset } of filesOf(call)) {
    if (!readable.has(asset.mediaType)) {
      throw invalidRequest([{ path: [field], message: `OpenAI reads PNG, JPEG and WebP, not ${asset.mediaType}` }]);
    }
    if (asset.size >= mostBytes[field]) {
      const message = `OpenAI takes files of less than ${mostBytes[field]} bytes as ${field}; this one has ${asset.size}.`;
      throw new StudioError('input_too_large', message, { failure: 'refused' });
    }
  }
  return call.body;
}
