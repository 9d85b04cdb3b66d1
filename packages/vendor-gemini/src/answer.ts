import { type ErrorCode, type Progress, type Reported, StudioError } from '@image-studio/core';
import { type SpooledFile, vendorWords } from '@image-studio/http';
import * as z from 'zod';

const tokens = z.number().nonnegative().optional();
const byKind = z.array(z.object({ modality: z.string().optional(), tokenCount: tokens })).optional();
const file = z.custom<SpooledFile>((value) => typeof value === 'object' && value !== null);
const part = z.object({
  thought: z.boolean().optional(),
  inlineData: z.object({ mimeType: z.string().default('image/png'), data: file }).optional(),
});
const candidate = z.object({
  content: z.object({ parts: z.array(part).optional() }).optional(),
  finishReason: z.string().optional(),
  finishMessage: z.string().optional(),
});
const answer = z.object({
  candidates: z.array(candidate).optional(),
  promptFeedback: z.object({ blockReason: z.string().optional() }).optional(),
  usageMetadata: z
    .object({
      promptTokenCount: tokens,
      candidatesTokenCount: tokens,
      thoughtsTokenCount: tokens,
      candidatesTokensDetails: byKind,
    })
    .optional(),
});

/**
 * An answer as progress: the last picture that is no draft, and the tokens for the price rule. A blocked prompt and an answer without a
 * picture come as successes too; the tokens they took are paid. Throws for what is no such answer: then nobody knows what was done.
 */
export function answered(body: unknown, sent: unknown): Progress {
  const { candidates, promptFeedback, usageMetadata } = answer.parse(body);
  if (candidates === undefined && promptFeedback === undefined) throw new Error('The answer says nothing.');
  const parts = candidates?.flatMap(({ content }) => content?.parts ?? []) ?? [];
  const files = parts.flatMap(({ inlineData }) => inlineData ?? []);
  const picture = parts.findLast(({ inlineData, thought }) => inlineData !== undefined && thought !== true)?.inlineData;
  // Drafts, and the pictures before the last.
  for (const other of files) if (other !== picture) void other.data.discard().catch(() => undefined);
  const reported = usageMetadata ? { reported: usageOf(usageMetadata) } : {};
  if (picture) {
    return { state: 'done', outputs: [{ body: picture.data.stream(), mediaType: picture.mimeType }], ...reported };
  }
  const { finishReason, finishMessage = '' } = candidates?.[0] ?? {};
  const [code, message] = verdictOf(promptFeedback?.blockReason, finishReason);
  const said = vendorWords(finishMessage, [sent]);
  const billed = Object.values(reported.reported?.usage ?? {}).some((amount) => amount > 0) ? 'yes' : 'no';
  const error = new StudioError(code, said === '' ? message : `${message} It said: ${said}`, { billed });
  return { state: 'failed', error: error.toJSON(), billed, ...reported };
}

/** Content that is refused, as against a model that stopped for another reason. */
const refusals = /SAFETY|PROHIBITED|BLOCKLIST|RECITATION|SPII/;

function verdictOf(blocked: string | undefined, finished = 'no reason'): readonly [ErrorCode, string] {
  if (blocked !== undefined) return ['moderation_blocked', `Gemini blocked the prompt (${word(blocked)}).`];
  if (refusals.test(finished)) return ['moderation_blocked', `Gemini refused to show the picture (${word(finished)}).`];
  return ['vendor_output', `Gemini answered without a picture (${word(finished)}).`];
}

const word = (text: string) => text.slice(0, 40);

/** Tokens of the prompt, of the picture, and of words and thoughts. */
function usageOf(usage: NonNullable<z.output<typeof answer>['usageMetadata']>): Reported {
  const { promptTokenCount = 0, candidatesTokenCount = 0, thoughtsTokenCount = 0, candidatesTokensDetails } = usage;
  const listed = candidatesTokensDetails?.filter(({ modality }) => modality === 'IMAGE');
  const picture = listed?.reduce((sum, { tokenCount = 0 }) => sum + tokenCount, 0) ?? candidatesTokenCount;
  const words = Math.max(0, candidatesTokenCount - picture) + thoughtsTokenCount;
  return { usage: { prompt_tokens: promptTokenCount, picture_tokens: picture, word_tokens: words } };
}
