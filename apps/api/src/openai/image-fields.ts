import { check } from '@image-studio/core';
import * as z from 'zod';

const reference = z.strictObject({ image_url: z.string().max(30_000_000).optional(), file_id: z.string().optional() });
const number = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]);
const flag = z.union([z.boolean(), z.stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] })]);
const size = z.string().regex(/^(auto|\d{2,5}x\d{2,5})$/, 'Expected auto or WIDTHxHEIGHT');

/** What both image routes take, after OpenAI's names; numbers and flags may be spelled as text, as in multipart. */
const shared = {
  prompt: z.string().min(1).max(32_000),
  model: z.string().min(1).max(300).nullish(),
  n: number.pipe(z.int().min(1).max(10)).nullish(),
  size: size.nullish(),
  response_format: z.enum(['url', 'b64_json']).nullish(),
  stream: flag.nullish(),
  partial_images: number.pipe(z.int().min(0).max(3)).nullish(),
  user: z.string().max(200).nullish(),
  safety_identifier: z.string().max(200).nullish(),
};

/** The body of `POST /v1/images/generations`. Other fields are the model's own. */
export const generationFields = z.looseObject(shared);

/** The JSON body of `POST /v1/images/edits`; in multipart `image`, `image[]` and `mask` are files. */
export const editFields = z.looseObject({
  ...shared,
  images: z.array(reference).min(1).max(16).optional(),
  image: z.union([z.string(), z.array(z.string()).min(1).max(16)]).optional(),
  mask: z.union([z.string(), reference]).optional(),
});

/** An image request in OpenAI's words. */
export type ImageFields = z.output<typeof editFields>;

/** Checks the fields of a body. Throws `invalid_request`. */
export function readFields(schema: typeof generationFields | typeof editFields, body: unknown): ImageFields {
  return check(schema, body, []) as ImageFields;
}

/** Fields that are ours to answer, not the model's to take. */
export const knownFields: ReadonlySet<string> = new Set([...Object.keys(editFields.shape), 'image[]']);
