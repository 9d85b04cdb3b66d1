import { StudioError } from '@image-studio/core';
import type { Context } from 'hono';
import type { AppEnv } from './services.ts';

const maxBytes = 100_000;

/** The JSON of a small body. Throws `invalid_request` or `input_too_large`. */
export async function readJson(context: Context<AppEnv>): Promise<unknown> {
  const tooLarge = () => new StudioError('input_too_large', `This body has at most ${maxBytes} bytes`);
  if (Number(context.req.header('content-length') ?? 0) > maxBytes) throw tooLarge();
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of context.req.raw.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > maxBytes) throw tooLarge();
  }
  return parseJson(text);
}

/** Text as JSON. Throws `invalid_request` for what is none, or is nested deeper than any request is. */
export function parseJson(text: string): unknown {
  if (isDeep(text)) throw new StudioError('invalid_request', `The JSON is nested deeper than ${deepest} levels`);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new StudioError('invalid_request', 'The body is not valid JSON', { cause: error });
  }
}

const deepest = 32;

function isDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > deepest) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}
