import type { Json } from '@image-studio/core';
import { answerWithFiles } from '../answer-with-files.ts';
import { connectionCut, silence } from '../connection-cut.ts';
import { effectOfWords } from '../effect-of-words.ts';
import { atMostPixels } from '../media/at-most-pixels.ts';
import { makePicture } from '../media/picture.ts';
import { hashText } from '../media/random-numbers.ts';
import type { Recipe } from '../media/recipe.ts';
import type { SandboxContext, Visit } from '../sandbox-context.ts';
import { errorAnswer, noMoney, type OpenaiError, refusalOf, requestId } from './error-answer.ts';
import { openaiModels } from './openai-models.ts';
import type { OpenaiRequest } from './read-request.ts';
import { problemOf } from './request-check.ts';
import { priceOfUsage, usageOf, type Work } from './usage.ts';

/** A paid request: checked, charged, and answered with the pictures. */
export async function makePictures(
  context: SandboxContext,
  visit: Visit,
  read: (request: Request) => Promise<OpenaiRequest | OpenaiError>,
): Promise<Response> {
  const taken = await read(visit.request);
  const problem = 'status' in taken ? taken : problemOf(taken);
  if (problem !== undefined || 'status' in taken) return errorAnswer(problem!);
  const name = String(taken.fields['model']);
  const subject = { method: 'POST', path: visit.url.pathname, model: name };
  const fault = context.faults.take('submit', subject);
  const refused = fault && refusalOf(fault);
  if (refused !== undefined) return refused;

  const work = workOf(taken);
  const usage = usageOf(work);
  const id = requestId();
  const inputs = {
    ...(taken.fields as Record<string, Json>),
    images: taken.images.length,
    mask: taken.mask !== undefined,
  };
  const micros = priceOfUsage(work.model, usage);
  if (!context.account.charge({ id, model: name, micros, inputs })) return errorAnswer(noMoney);
  const headers = { 'x-request-id': id };
  switch (fault?.kind) {
    case 'error_after_billing':
      return errorAnswer({
        status: 500,
        message: 'The server had an error.',
        type: 'server_error',
        code: 'server_error',
      });
    case 'cut_after_billing':
      throw connectionCut();
    case 'silence':
      return silence(visit.request);
    case 'malformed':
      return new Response('{"created":1713833628,"data":[{"b64_', { headers });
    case 'missing_output':
      return Response.json({ created: 0, data: [], usage }, { headers });
    default:
  }
  await context.clock.sleep(context.delayMs.image, { signal: visit.request.signal });
  const { recipe, read: readInput } = recipeOf(name, taken, work);
  const files = await Promise.all(
    Array.from({ length: work.count }, (_, index) =>
      makePicture(atMostPixels(context.mostPixels, recipe), index, readInput),
    ),
  );
  const facts = {
    created: Math.floor(context.clock.now() / 1000),
    background: taken.fields['background'] === 'transparent' ? 'transparent' : 'opaque',
    output_format: recipe.format,
    size: `${work.width}x${work.height}`,
    quality: work.quality,
  };
  const output = context.faults.take('output', subject);
  const make = (texts: readonly string[]) => ({ ...facts, data: texts.map((b64_json) => ({ b64_json })), usage });
  return answerWithFiles(files, make, { fault: output, headers });
}

/** What `auto` means today: medium quality, and of the three standard sizes the one nearest to the first picture. */
function workOf({ fields, images }: OpenaiRequest): Work {
  const { quality = 'auto', size = 'auto', n = 1 } = fields;
  const [width = 0, height = 0] = size === 'auto' ? standardSize(images[0]) : String(size).split('x').map(Number);
  return {
    model: openaiModels[String(fields['model'])]!,
    prompt: String(fields['prompt']),
    images,
    quality: quality === 'auto' ? 'medium' : String(quality),
    width,
    height,
    count: Number(n),
  };
}

function standardSize(first: OpenaiRequest['images'][number] | undefined): readonly number[] {
  const ratio = first ? first.width / first.height : 1;
  if (ratio > 1.2) return [1536, 1024];
  return ratio < 0.84 ? [1024, 1536] : [1024, 1024];
}

function recipeOf(name: string, { fields, images, mask }: OpenaiRequest, work: Work) {
  const files = new Map(images.map(({ bytes }, index) => [`image-${index}`, bytes]));
  if (mask) files.set('mask', mask);
  const cutsOut = fields['background'] === 'transparent' && images.length > 0;
  const recipe: Recipe = {
    effect: cutsOut ? 'cut-out' : effectOfWords(work.prompt, { images: images.length, masked: mask !== undefined }),
    look: hashText(JSON.stringify([name, work.prompt])),
    width: work.width,
    height: work.height,
    format: (fields['output_format'] as Recipe['format'] | undefined) ?? 'png',
    count: work.count,
    images: images.map((_, index) => `image-${index}`),
    ...(mask ? { mask: 'mask' } : {}),
  };
  return { recipe, read: async (key: string) => files.get(key)! };
}
