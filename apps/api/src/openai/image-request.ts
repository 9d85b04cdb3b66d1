import { type AnyRequest, lookup, type Spec } from '@image-studio/core';
import * as z from 'zod';
import { type ImageFields, knownFields } from './image-fields.ts';

/** An image request as ours. */
export interface ImageRequest {
  readonly request: AnyRequest;
  /** Fields the chosen model has no parameter for; told in a header, since clients send them by habit. */
  readonly ignored: readonly string[];
}

/** Translates OpenAI's fields; files stand as asset ids already. Throws `unknown_model`. */
export function toImageRequest(
  spec: Spec,
  fields: ImageFields,
  files: { readonly images?: readonly string[]; readonly mask?: string | undefined } = {},
): ImageRequest {
  const { prompt, model, n, size, partial_images: partial } = fields;
  const [width, height] = (size ?? 'auto').split('x').map(Number);
  const own = model ? optionNames(spec, model) : new Set<string>();
  const extra = Object.entries(fields).filter(
    ([name, value]) => !knownFields.has(name) && value !== null && value !== undefined && value !== 'auto',
  );
  const options = Object.fromEntries(extra.filter(([name]) => own.has(name)));
  const [first, ...more] = files.images ?? [];
  const images = first === undefined ? {} : more.length === 0 ? { image: first } : { images: [first, ...more] };
  return {
    request: {
      prompt,
      ...(model ? { model } : {}),
      ...(n ? { count: n } : {}),
      ...(width && height ? { size: { width, height } } : {}),
      ...images,
      ...(files.mask === undefined ? {} : { mask: files.mask }),
      ...(Object.keys(options).length > 0 ? { options } : {}),
    },
    ignored: [...extra.flatMap(([name]) => (own.has(name) ? [] : [name])), ...(partial ? ['partial_images'] : [])],
  };
}

function optionNames(spec: Spec, model: string): ReadonlySet<string> {
  const { options } = lookup(spec, model).row;
  return new Set(options instanceof z.ZodObject ? Object.keys(options.shape) : []);
}
