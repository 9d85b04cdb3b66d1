import { type ErrorCode, type Json, type Output, type Progress, StudioError } from '@image-studio/core';
import { vendorWords } from '@image-studio/http';
import * as z from 'zod';
import { isModeration, type Said } from './refusal.ts';

const file = z.object({ url: z.url(), content_type: z.string().optional().catch(undefined) });
const result = z.object({
  images: z.array(file).optional(),
  image: file.optional(),
  has_nsfw_concepts: z.array(z.boolean()).nullish().catch(undefined),
  seed: z.number().nullish().catch(undefined),
});

type Verdict = readonly [code: ErrorCode, message: string, billed: 'no' | 'yes'];

/** The output of a finished job: `images` or `image`. Pictures that the safety check made black are no pictures. */
export function falResult(body: unknown, ticket: Json): Progress {
  const { images, image, has_nsfw_concepts: flagged, seed } = result.parse(body);
  const files = images ?? (image === undefined ? [] : [image]);
  const outputs = files.filter((_, index) => flagged?.[index] !== true).map(outputOf);
  if (outputs.length === 0) return falFailure(files.length > 0 ? blackened : empty, ticket);
  // Some seeds are larger than a number can hold exactly.
  return { state: 'done', outputs, ticket, ...(Number.isSafeInteger(seed) ? { reported: { seed: seed! } } : {}) };
}

const blackened: Verdict = [
  'moderation_blocked',
  'The safety check made every picture black; the work was done.',
  'yes',
];
const empty: Verdict = ['vendor_output', 'The job was completed without a file.', 'yes'];

/** Faults that fal finds before a runner works. After others the runner may have worked, and fal may charge for it. */
const beforeWork = /missing|value_error|type_error|_type$|_parsing$|^literal|^enum|image_load|file_download|image_too_/;

/** A job that ended without a picture, as fal's words or our verdict tell it. */
export function falFailure(verdict: Said | Verdict, ticket: Json, sent?: unknown): Progress {
  const [code, message, billed] = 'words' in verdict ? verdictOf(verdict, sent) : verdict;
  const error = new StudioError(code, message, { billed }).toJSON();
  return { state: 'failed', error, billed, ticket };
}

function verdictOf(said: Said, sent: unknown): Verdict {
  const words = vendorWords(said.words, [sent]);
  const billed = beforeWork.test(said.type) ? 'no' : 'yes';
  if (isModeration(said)) return ['moderation_blocked', `The content check stopped the job. It said: ${words}`, billed];
  const code = said.type === 'no_media_generated' ? 'vendor_output' : 'vendor_rejected';
  return [code, `The provider behind Hugging Face refused the job. It said: ${words}`, billed];
}

function outputOf({ url, content_type: mediaType }: z.output<typeof file>): Output {
  return { url, ...(mediaType === undefined ? {} : { mediaType }) };
}
