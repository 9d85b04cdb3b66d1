import { randomUUID } from 'node:crypto';
import { answerWithFiles } from '../answer-with-files.ts';
import { connectionCut, silence } from '../connection-cut.ts';
import { effectOfWords } from '../effect-of-words.ts';
import type { Fault } from '../faults.ts';
import { atMostPixels } from '../media/at-most-pixels.ts';
import { makePicture } from '../media/picture.ts';
import { hashText } from '../media/random-numbers.ts';
import type { Recipe } from '../media/recipe.ts';
import type { SandboxContext, Visit } from '../sandbox-context.ts';
import { errorAnswer, invalid, noModel, noMoney, refusalOf } from './error-answer.ts';
import { type GeminiModel, geminiModels } from './gemini-models.ts';
import { outputSize } from './output-size.ts';
import { type GeminiRequest, readRequest } from './read-request.ts';
import { type GeminiTokens, priceOfTokens, sentTokens, usageMetadata } from './usage.ts';

/** A paid request: checked, charged by its tokens, and answered with a picture, or without one. */
export async function generateContent(context: SandboxContext, visit: Visit, name: string): Promise<Response> {
  const model = Object.hasOwn(geminiModels, name) ? geminiModels[name] : undefined;
  if (model === undefined) return errorAnswer(noModel(name));
  const taken = await readRequest(visit.request, model);
  if ('code' in taken) return errorAnswer(taken);
  const subject = { method: 'POST', path: visit.url.pathname, model: name };
  const fault = context.faults.take('submit', subject);
  const refused = fault && refusalOf(fault);
  if (refused !== undefined) return refused;

  const { tokens, ending } = outcomeOf(model, taken, fault);
  const id = randomUUID();
  const inputs = { text: taken.text, images: taken.images.length, config: JSON.stringify(taken.config) };
  const micros = priceOfTokens(model, tokens);
  if (!context.account.charge({ id, model: name, micros, inputs })) return errorAnswer(noMoney);
  const facts = { usageMetadata: usageMetadata(tokens), modelVersion: name, responseId: id };
  switch (fault?.kind) {
    case 'error_after_billing':
      return errorAnswer({ ...invalid('An internal error has occurred.'), code: 500, status: 'INTERNAL' });
    case 'cut_after_billing':
      throw connectionCut();
    case 'silence':
      return silence(visit.request);
    case 'malformed':
      return new Response('{"candidates":[{"content":{"parts":[{"inlineD');
    default:
  }
  await context.clock.sleep(context.delayMs.image, { signal: visit.request.signal });
  if (ending !== 'picture') return Response.json({ ...ending, ...facts });
  const output = context.faults.take('output', subject);
  return answerWithFiles(
    [await draw(context, { name, model, taken })],
    (texts) => ({ candidates: texts.map(shown(model)), ...facts }),
    {
      fault: output,
      headers: {},
    },
  );
}

interface Outcome {
  readonly tokens: GeminiTokens;
  /** What the answer says instead of a picture. */
  readonly ending: 'picture' | object;
}

function outcomeOf(model: GeminiModel, taken: GeminiRequest, fault: Fault | undefined): Outcome {
  const sent = { ...sentTokens(taken), picture: 0, words: 0, thoughts: 0 };
  const { imageSize = '1K', thinkingLevel = 'medium', maxOutputTokens = 32_768 } = taken.config;
  const picture = model.pictureTokens[String(imageSize)] ?? 0;
  const thoughts = model.thoughts[String(thinkingLevel)] ?? 0;
  if (fault?.kind === 'moderation') {
    return { tokens: sent, ending: { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } } };
  }
  if (fault?.kind === 'missing_output')
    return { tokens: { ...sent, words: 12, thoughts }, ending: without('NO_IMAGE') };
  if (picture + thoughts > Number(maxOutputTokens)) {
    return {
      tokens: { ...sent, thoughts: Math.min(thoughts, Number(maxOutputTokens)) },
      ending: without('MAX_TOKENS'),
    };
  }
  return { tokens: { ...sent, picture, thoughts }, ending: 'picture' };
}

const without = (finishReason: string) => ({
  candidates: [{ content: {}, finishReason, index: 0, finishMessage: 'Unable to show the generated image.' }],
});

const shown = (model: GeminiModel) => (data: string) => ({
  content: {
    role: 'model',
    parts: [{ inlineData: { mimeType: `image/${model.format}`, data }, thoughtSignature: 'c2lnbmF0dXJl' }],
  },
  finishReason: 'STOP',
  index: 0,
});

interface Asked {
  readonly name: string;
  readonly model: GeminiModel;
  readonly taken: GeminiRequest;
}

async function draw({ mostPixels }: SandboxContext, { name, model, taken }: Asked): Promise<Uint8Array> {
  const { text, images, config } = taken;
  const recipe: Recipe = {
    effect: effectOfWords(text, { images: images.length, masked: false }),
    look: hashText(JSON.stringify([name, text, config['seed'] ?? null])),
    ...(await outputSize(taken)),
    format: model.format,
    count: 1,
    images: images.map((_, index) => String(index)),
  };
  return makePicture(atMostPixels(mostPixels, recipe), 0, async (key) => images[Number(key)]!);
}
