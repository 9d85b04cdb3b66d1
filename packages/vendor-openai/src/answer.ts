import { type Progress, type Reported, StudioError } from '@image-studio/core';
import type { SpooledFile } from '@image-studio/http';
import * as z from 'zod';

const tokens = z.number().nonnegative().optional();
const picture = z.object({
  b64_json: z.custom<SpooledFile>((value) => typeof value === 'object' && value !== null).nullish(),
});
const answer = z.object({
  data: z.array(picture),
  output_format: z.string().optional(),
  usage: z
    .object({
      input_tokens: tokens,
      output_tokens: tokens,
      input_tokens_details: z.object({ text_tokens: tokens, image_tokens: tokens }).nullish(),
      output_tokens_details: z.object({ text_tokens: tokens, image_tokens: tokens }).nullish(),
    })
    .nullish(),
});

/**
 * An answer as progress: its pictures, and the tokens it reports for the price rule. A success without a picture has been paid.
 * Throws for what is no such answer: then nobody knows what was done.
 */
export function answered(body: unknown): Progress {
  // Read once a picture: a compiled parser would take longer to make than it saves.
  const { data, output_format: format = 'png', usage } = answer.parse(body, { jitless: true });
  const files = data.flatMap(({ b64_json: file }) => file ?? []);
  const reported = usage ? { reported: usageOf(usage) } : {};
  if (files.length === 0) {
    const error = new StudioError('vendor_output', 'OpenAI reports success but made no picture.', { billed: 'yes' });
    return { state: 'failed', error: error.toJSON(), billed: 'yes', ...reported };
  }
  const outputs = files.map((file) => ({ body: file.stream(), mediaType: `image/${format}` }));
  return { state: 'done', outputs, ...reported };
}

/** Tokens by kind. Where the answer does not tell the kinds apart, all count as the dearer one: pictures. */
function usageOf(usage: NonNullable<z.output<typeof answer>['usage']>): Reported {
  const { input_tokens_details: input, output_tokens_details: output } = usage;
  return {
    usage: {
      input_text_tokens: input?.text_tokens ?? 0,
      input_image_tokens: input ? (input.image_tokens ?? 0) : (usage.input_tokens ?? 0),
      output_text_tokens: output?.text_tokens ?? 0,
      output_image_tokens: output ? (output.image_tokens ?? 0) : (usage.output_tokens ?? 0),
    },
  };
}
