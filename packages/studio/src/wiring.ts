import type { Operation, Provider, Spec } from '@image-studio/core';
import { image3dSpec } from '@image-studio/provider-3d';
import { stability3d } from '@image-studio/provider-3d/stability';
import { wavespeed3d } from '@image-studio/provider-3d/wavespeed';
import { characterSpec } from '@image-studio/provider-character';
import { geminiCharacter } from '@image-studio/provider-character/gemini';
import { openaiCharacter } from '@image-studio/provider-character/openai';
import { wavespeedCharacter } from '@image-studio/provider-character/wavespeed';
import { editSpec } from '@image-studio/provider-edit';
import { stabilityEdit } from '@image-studio/provider-edit/stability';
import { geminiEdit } from '@image-studio/provider-edit/gemini';
import { openaiEdit } from '@image-studio/provider-edit/openai';
import { huggingfaceEdit } from '@image-studio/provider-edit/huggingface';
import { wavespeedEdit } from '@image-studio/provider-edit/wavespeed';
import { faceSwapSpec } from '@image-studio/provider-faceswap';
import { wavespeedFaceSwap } from '@image-studio/provider-faceswap/wavespeed';
import { generateSpec } from '@image-studio/provider-generate';
import { stabilityGenerate } from '@image-studio/provider-generate/stability';
import { geminiGenerate } from '@image-studio/provider-generate/gemini';
import { openaiGenerate } from '@image-studio/provider-generate/openai';
import { huggingfaceGenerate } from '@image-studio/provider-generate/huggingface';
import { wavespeedGenerate } from '@image-studio/provider-generate/wavespeed';
import { translateSpec } from '@image-studio/provider-translate';
import { geminiTranslate } from '@image-studio/provider-translate/gemini';
import { openaiTranslate } from '@image-studio/provider-translate/openai';
import { wavespeedTranslate } from '@image-studio/provider-translate/wavespeed';
import { upscaleSpec } from '@image-studio/provider-upscale';
import { localUpscale } from '@image-studio/provider-upscale/local';
import { stabilityUpscale } from '@image-studio/provider-upscale/stability';
import { wavespeedUpscale } from '@image-studio/provider-upscale/wavespeed';
import { videoSpec } from '@image-studio/provider-video';
import { wavespeedVideo } from '@image-studio/provider-video/wavespeed';
import type { Gemini } from '@image-studio/vendor-gemini';
import type { Huggingface } from '@image-studio/vendor-huggingface';
import type { Local } from '@image-studio/vendor-local';
import type { Stability } from '@image-studio/vendor-stability';
import type { Openai } from '@image-studio/vendor-openai';
import type { Wavespeed } from '@image-studio/vendor-wavespeed';

/** The vendors a studio works with; those left out or undefined are not offered. */
export interface Vendors {
  readonly wavespeed?: Wavespeed | undefined;
  readonly stability?: Stability | undefined;
  readonly gemini?: Gemini | undefined;
  readonly openai?: Openai | undefined;
  readonly huggingface?: Huggingface | undefined;
  readonly local?: Local | undefined;
}

/** Ids of all operations. */
export type OperationId = 'generate' | 'character' | 'edit' | 'upscale' | '3d' | 'faceswap' | 'translate' | 'video';

type Factory = (vendor: never) => object;

/** Which vendor performs which operation: the one place where they meet. */
const wiring: Readonly<Record<OperationId, { spec: Spec; vendors: Readonly<Record<string, Factory>> }>> = {
  generate: {
    spec: generateSpec,
    vendors: {
      wavespeed: wavespeedGenerate,
      stability: stabilityGenerate,
      gemini: geminiGenerate,
      openai: openaiGenerate,
      huggingface: huggingfaceGenerate,
    },
  },
  character: {
    spec: characterSpec,
    vendors: { wavespeed: wavespeedCharacter, gemini: geminiCharacter, openai: openaiCharacter },
  },
  edit: {
    spec: editSpec,
    vendors: {
      wavespeed: wavespeedEdit,
      stability: stabilityEdit,
      gemini: geminiEdit,
      openai: openaiEdit,
      huggingface: huggingfaceEdit,
    },
  },
  upscale: {
    spec: upscaleSpec,
    vendors: { wavespeed: wavespeedUpscale, stability: stabilityUpscale, local: localUpscale },
  },
  '3d': { spec: image3dSpec, vendors: { wavespeed: wavespeed3d, stability: stability3d } },
  faceswap: { spec: faceSwapSpec, vendors: { wavespeed: wavespeedFaceSwap } },
  translate: {
    spec: translateSpec,
    vendors: { wavespeed: wavespeedTranslate, gemini: geminiTranslate, openai: openaiTranslate },
  },
  video: { spec: videoSpec, vendors: { wavespeed: wavespeedVideo } },
};

/** The operations joined to the vendors at hand. */
export function joinOperations(vendors: Vendors): Readonly<Record<OperationId, Operation>> {
  const entries = Object.entries(wiring).map(([id, { spec, vendors: factories }]) => [
    id,
    { spec, providers: providersOf(factories, vendors) },
  ]);
  return Object.fromEntries(entries) as Record<OperationId, Operation>;
}

function providersOf(factories: Readonly<Record<string, Factory>>, vendors: Vendors): Record<string, Provider> {
  const atHand = Object.entries(vendors).filter(
    ([name, vendor]) => vendor !== undefined && Object.hasOwn(factories, name),
  );
  return Object.fromEntries(atHand.map(([name, vendor]) => [name, factories[name]!(vendor as never) as Provider]));
}
