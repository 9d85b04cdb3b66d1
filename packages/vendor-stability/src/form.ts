import { type CallAsset, type Json, type ProviderCall, StudioError } from '@image-studio/core';
import { multipart, type Part, type StreamedBody } from '@image-studio/http';

/** What Stability takes in one request, all parts together. Bytes. */
const maxBytes = 10 * 1024 * 1024;

/**
 * The form of a call: each field a text, each asset a file that streams. What stands behind a `?` in the endpoint are fields as well:
 * several models share one path. Throws `input_too_large`, not billed, for more than 10 MiB.
 */
export function formOf({ endpoint, body, asset }: ProviderCall): {
  readonly path: string;
  readonly form: StreamedBody;
} {
  const [path = '', query] = endpoint.split('?');
  const fields = { ...Object.fromEntries(new URLSearchParams(query)), ...modeOf(path, body), ...body };
  const parts = Object.entries(fields).map(([name, value]) => partOf(name, value, asset));
  const form = multipart(parts.toSorted((a, b) => Number('open' in a) - Number('open' in b)));
  if (Number(form.headers['content-length']) <= maxBytes) return { path, form };
  throw new StudioError('input_too_large', 'Stability takes at most 10 MiB in all: send smaller files.', {
    failure: 'refused',
  });
}

/** Stable Diffusion 3.5 wants to be told that a picture is there. */
function modeOf(path: string, body: ProviderCall['body']): ProviderCall['body'] {
  return path.endsWith('/sd3') && 'image' in body ? { mode: 'image-to-image' } : {};
}

function partOf(name: string, value: Json, asset: ProviderCall['asset']): Part {
  if (typeof value !== 'object' || value === null) return { name, value: String(value) };
  if (!('$asset' in value) || typeof value.$asset !== 'string')
    throw new StudioError('internal', `The field "${name}" cannot be written into a form.`, { failure: 'refused' });
  return fileOf(name, asset(value.$asset));
}

function fileOf(name: string, { mediaType, size, open }: CallAsset): Part {
  return { name, filename: `${name}.${mediaType.split('/')[1] ?? 'bin'}`, mediaType, size, open };
}
