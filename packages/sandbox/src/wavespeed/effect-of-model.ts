import type { Effect } from '../media/recipe.ts';
import type { CatalogueRow } from './catalogue.ts';

/** What a model does to a picture, told by its path; the first that fits. */
const byPath: readonly (readonly [RegExp, Effect])[] = [
  [/remove-background|background-remover/, 'cut-out'],
  [/eras|watermark-remover|text-remover|remove-text|face-blur/, 'erase'],
  [/generate-background|replace-background|embed-product/, 'replace-background'],
  [/expand|outpaint|zoom-out/, 'expand'],
  [/translat/, 'translate'],
  [/swap|infinite-you/, 'swap'],
  [/relight|ic-light|image\/lighting|reseason/, 'relight'],
  [/upscal|seedvr|increase-resolution|real-esrgan/, 'upscale'],
  [/enhance|denoise|sharpen|restore|image-converter/, 'enhance'],
];

const byType: Readonly<Record<string, Effect>> = {
  'text-to-image': 'generate',
  'image-to-image': 'edit',
  'lora-support': 'edit',
  'ai-remover': 'erase',
  upscaler: 'upscale',
  'portrait-transfer': 'swap',
  'image-to-text': 'text',
  'image-to-3d': 'model3d',
  'text-to-3d': 'model3d',
  'image-to-video': 'video',
};

const notPictures: ReadonlySet<Effect> = new Set(['text', 'model3d', 'video']);

/** The effect that stands for a model. */
export function effectOf(row: CatalogueRow): Effect {
  const general = byType[row.type] ?? 'edit';
  if (notPictures.has(general) || general === 'generate') return general;
  return byPath.find(([path]) => path.test(row.model_id))?.[1] ?? general;
}
