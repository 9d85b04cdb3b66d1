import { type CallAsset, type Json, type ProviderCall, StudioError, wholeBytes } from '@image-studio/core';

/** The largest file that is written into a request, in bytes; larger ones need a storage that signs addresses. */
const maxInlineBytes = 20_000_000;

type Body = Readonly<Record<string, Json>>;

/**
 * The body with every file in the form that the providers read: its signed address where our storage can make one, else a data URL.
 * Throws `input_too_large` with nothing sent.
 */
export async function filledBody(call: ProviderCall): Promise<Body> {
  return Object.fromEntries(
    await Promise.all(Object.entries(call.body).map(async ([name, part]) => [name, await fill(part, call)] as const)),
  );
}

async function fill(value: Json, call: ProviderCall): Promise<Json> {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return Promise.all(value.map((part) => fill(part, call)));
  return typeof value.$asset === 'string' ? addressOf(call.asset(value.$asset)) : value;
}

async function addressOf({ signed, size, mediaType, open }: CallAsset): Promise<string> {
  if (signed !== undefined) return (await signed()).href;
  if (size > maxInlineBytes) {
    const message = `A file of ${size} bytes is too large for Hugging Face; at most ${maxInlineBytes} fit into a request.`;
    throw new StudioError('input_too_large', message, { failure: 'refused' });
  }
  const bytes = Buffer.from((await wholeBytes(await open())).buffer);
  return `data:${mediaType};base64,${bytes.toString('base64')}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
