import { hashText } from '../media/random-numbers.ts';
import type { Effect, Recipe } from '../media/recipe.ts';
import type { CatalogueRow } from './catalogue.ts';
import { effectOf } from './effect-of-model.ts';
import type { TakenPictures } from './media-inputs.ts';
import { outputSize } from './output-size.ts';
import { type Inputs, withDefaults } from './request-check.ts';
import { videoSeconds, videoSize } from './video-size.ts';

const formats: Readonly<Record<string, Recipe['format']>> = {
  jpeg: 'jpeg',
  jpg: 'jpeg',
  png: 'png',
  webp: 'webp',
};
const shapeFormats = ['obj', 'stl', 'ply', 'fbx', 'usdz'] as const;
const fixedFormats: Partial<Record<Effect, Recipe['format']>> = { text: 'txt', model3d: 'glb', video: 'mp4' };

/** What the job will make, from the caller's inputs and the schema's defaults. */
export function makeRecipe(row: CatalogueRow, sent: Inputs, pictures: TakenPictures): Recipe {
  const inputs = withDefaults(row, sent);
  const { images, mask, own } = pictures;
  const effect = suited(effectOf(row), inputs, images.length);
  return {
    effect,
    look: hashText(JSON.stringify([row.model_id, wordsOf(inputs), inputs['seed'] ?? null])),
    ...(effect === 'video' ? videoFacts(row, inputs, own) : outputSize(inputs, effect, own)),
    format:
      shapeFormat(effect, inputs) ??
      fixedFormats[effect] ??
      formats[String(inputs['output_format'])] ??
      (effect === 'cut-out' ? 'png' : 'jpeg'),
    count: outputCount(row, inputs),
    images,
    ...(mask === undefined ? {} : { mask }),
  };
}

/** Some 3D models make another format than GLB, by wish or always. */
function shapeFormat(effect: Effect, inputs: Inputs): Recipe['format'] | undefined {
  const asked = String(inputs['geometry_file_format'] ?? inputs['output_format']);
  return effect === 'model3d' ? shapeFormats.find((format) => format === asked) : undefined;
}

/** What the result is told to show, or the language it is told to speak. */
function wordsOf(inputs: Inputs) {
  return inputs['prompt'] ?? inputs['target_language'] ?? inputs['target_lang'] ?? null;
}

function videoFacts({ model_id }: CatalogueRow, inputs: Inputs, own: TakenPictures['own']) {
  return { ...videoSize(model_id, inputs, own), seconds: videoSeconds(inputs) };
}

/** Some models generate without a picture and edit with one. */
function suited(effect: Effect, inputs: Inputs, images: number): Effect {
  if (effect === 'edit' && images === 0) return 'generate';
  return effect === 'generate' && images > 0 && typeof inputs['image'] === 'string' ? 'edit' : effect;
}

function outputCount(row: CatalogueRow, inputs: Inputs): number {
  const asked = inputs['num_images'] ?? inputs['max_images'] ?? inputs['num_layers'] ?? inputs['count'];
  const usual = row.model_id === 'midjourney/text-to-image' ? 4 : 1;
  return typeof asked === 'number' && asked >= 1 ? Math.min(20, Math.floor(asked)) : usual;
}
