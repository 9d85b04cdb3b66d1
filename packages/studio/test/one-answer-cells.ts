import { defaultLimits, type Result, type RunContext, systemClock } from '@image-studio/core';
import { createMemoryStore } from '@image-studio/core/memory';
import { createMedia } from '@image-studio/media';
import { createCharacter } from '@image-studio/provider-character';
import { geminiCharacter } from '@image-studio/provider-character/gemini';
import { openaiCharacter } from '@image-studio/provider-character/openai';
import { createEdit } from '@image-studio/provider-edit';
import { geminiEdit } from '@image-studio/provider-edit/gemini';
import { openaiEdit } from '@image-studio/provider-edit/openai';
import { createGenerate } from '@image-studio/provider-generate';
import { geminiGenerate } from '@image-studio/provider-generate/gemini';
import { openaiGenerate } from '@image-studio/provider-generate/openai';
import { createTranslate } from '@image-studio/provider-translate';
import { geminiTranslate } from '@image-studio/provider-translate/gemini';
import { openaiTranslate } from '@image-studio/provider-translate/openai';
import { createSandbox, type Sandbox } from '@image-studio/sandbox';
import { createGemini } from '@image-studio/vendor-gemini';
import { createOpenai } from '@image-studio/vendor-openai';
import sharp from 'sharp';

/** A photo of one colour, wider than high. */
export const photo = await pictureOf('#47a');

async function pictureOf(background: string): Promise<Uint8Array> {
  const made = sharp({ create: { width: 96, height: 64, channels: 3, background } });
  return new Uint8Array(await made.jpeg().toBuffer());
}

/** Runs one cell: an operation by a vendor. */
export type Cell = (ports: Ports, vendors: VendorsAtHand) => (context: RunContext) => Promise<Result>;

type Ports = ReturnType<typeof portsFor>;
type VendorsAtHand = ReturnType<typeof vendorsAt>;

const references = [photo, photo];
const small = { width: 816, height: 816 };
const quality = { quality: 'low' } as const;
const words = 'a secret wish';

/** Every cell of the vendors that answer with the pictures themselves, by operation and vendor, in the request that is quick. */
export const cells: Readonly<Record<string, Cell>> = {
  'generate by OpenAI': (ports, { openai }) => {
    const generate = createGenerate({ ...ports, providers: { openai: openaiGenerate(openai) } });
    return (context) =>
      generate({ model: 'openai/gpt-image-2', prompt: words, size: small, options: quality }, context);
  },
  'character by OpenAI': (ports, { openai }) => {
    const character = createCharacter({ ...ports, providers: { openai: openaiCharacter(openai) } });
    const request = {
      prompt: words,
      references,
      size: small,
      consent: true,
      options: quality,
    } as const;
    return (context) => character({ model: 'openai/gpt-image-2.5-flare', ...request }, context);
  },
  'edit by OpenAI': (ports, { openai }) => {
    const edit = createEdit({ ...ports, providers: { openai: openaiEdit(openai) } });
    const request = { image: photo, prompt: words, size: small, options: quality } as const;
    return (context) => edit({ model: 'openai/gpt-image-2.5-sunburst', ...request }, context);
  },
  'translate by OpenAI': (ports, { openai }) => {
    const translate = createTranslate({ ...ports, providers: { openai: openaiTranslate(openai) } });
    const request = { image: photo, targetLanguage: 'de', sourceLanguage: 'en', options: quality } as const;
    return (context) => translate({ model: 'openai/gpt-image-2', ...request }, context);
  },
  'generate by Gemini': (ports, { gemini }) => {
    const generate = createGenerate({ ...ports, providers: { gemini: geminiGenerate(gemini) } });
    return (context) => generate({ model: 'gemini/gemini-3-pro-image', prompt: words, aspectRatio: '1:1' }, context);
  },
  'character by Gemini': (ports, { gemini }) => {
    const character = createCharacter({ ...ports, providers: { gemini: geminiCharacter(gemini) } });
    const request = {
      prompt: words,
      references,
      consent: true,
      options: { thinkingLevel: 'high' },
    } as const;
    return (context) => character({ model: 'gemini/gemini-nano-banana-2.1', ...request }, context);
  },
  'edit by Gemini': (ports, { gemini }) => {
    const edit = createEdit({ ...ports, providers: { gemini: geminiEdit(gemini) } });
    return (context) =>
      edit({ model: 'gemini/gemini-3.1-flash-lite-image', image: photo, prompt: words, kind: 'instruct' }, context);
  },
  'translate by Gemini': (ports, { gemini }) => {
    const translate = createTranslate({ ...ports, providers: { gemini: geminiTranslate(gemini) } });
    return (context) =>
      translate({ model: 'gemini/gemini-nano-banana-2.1', image: photo, targetLanguage: 'zh-Hant' }, context);
  },
};

/** A sandbox whose pictures are small, its vendors, and ports that keep books. */
export async function setUp({ paidMs = 20_000, mostPixels = 10_000 } = {}) {
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, mostPixels });
  const store = createMemoryStore({ ledger: 'metered' });
  await store.accounts.create({ id: 'acme', createdAt: 0 });
  let skipped = 0;
  const ports = portsFor(store, () => Date.now() + skipped);
  const skip = (ms: number) => void (skipped += ms);
  return { sandbox, store, ports, skip, vendors: vendorsAt(sandbox, paidMs) };
}

function portsFor(store: ReturnType<typeof createMemoryStore>, now: () => number) {
  const limits = { ...defaultLimits, backoff: { firstMs: 1, maxMs: 20 } };
  return { ...store, media: createMedia(), clock: { ...systemClock, now }, limits };
}

function vendorsAt(sandbox: Sandbox, paidMs: number) {
  const at = (path: string) => ({
    apiKey: 'any',
    baseUrl: `http://sandbox.invalid${path}`,
    fetch: (request: Request) => sandbox.fetch(request),
    timeouts: { paidMs },
  });
  return { gemini: createGemini(at('/gemini')), openai: createOpenai(at('/openai')) };
}
