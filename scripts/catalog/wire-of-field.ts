import type { WireField } from '../../packages/core/src/index.ts';
import { languagesOf } from './curation-languages.ts';
import type { PropertySchema } from './vendor-row.ts';

/** What a vendor's field means in our words: an input and the way it travels. */
export type Meaning = readonly [input: string, wire: WireField];

/** Sides in pixels that the vendor takes where its schema does not say. */
const usualSides = { min: 256, max: 1536 };

/** Fields that mean the same whatever their schema. */
const plainFields: Readonly<Record<string, string>> = {
  negative_prompt: 'negativePrompt',
  image: 'image',
  control_image: 'image',
  first_image: 'image',
  first_frame_image: 'image',
  last_image: 'lastImage',
  end_image: 'lastImage',
  end_frame_image: 'lastImage',
  audio: 'audio',
  front_image_url: 'views.front',
  back_image_url: 'views.back',
  left_image_url: 'views.left',
  right_image_url: 'views.right',
  back_image: 'views.back',
  left_image: 'views.left',
  right_image: 'views.right',
  face_image: 'face',
  body_image: 'face',
  target_index: 'faceIndex',
};

const numbers3d = ['face_count', 'face_limit', 'target_polycount'];

/** 3D formats that are known by their bytes. */
const formats3d = ['glb', 'obj', 'fbx', 'usdz', 'stl', 'ply'];

/** Our picture formats and the vendors' words for them. */
const pictureFormats: Readonly<Record<string, readonly string[]>> = {
  png: ['png'],
  jpeg: ['jpeg', 'jpg'],
  webp: ['webp'],
};

/** The inputs that a field of the vendor may stand for, the best first; empty = it is an option only. */
export function meaningsOf(field: string, property: PropertySchema): readonly Meaning[] {
  const plain = plainFields[field];
  if (plain !== undefined) return property.type === 'array' ? [] : [[plain, field]];
  const wire = special(field, property);
  if (wire.length > 0) return wire;
  if (['size', 'aspect_ratio', 'image_size'].includes(field)) return shape(field, property);
  if (['images', 'reference_images', 'reference', 'reference_urls'].includes(field)) return pictures(field, property);
  return [];
}

function special(field: string, property: PropertySchema): readonly Meaning[] {
  const { type, enum: words, minimum = 0, maximum, default: usual, items } = property;
  const { maxItems = 16 } = property;
  switch (field) {
    case 'prompt':
      return [['prompt', text(field, property)]];
    case 'mask_image':
      return [['mask', { field, as: 'mask', edit: 'white' }]];
    case 'mask_images':
      return [['masks', { field, as: 'list', max: maxItems, edit: 'white' }]];
    case 'source_image':
      return items ? [['faces', list(field, property)]] : [['face', field]];
    case 'target_image':
      return items ? [['targets', list(field, property)]] : [['image', field]];
    case 'num_images':
    case 'max_images':
    case 'count':
      return maximum !== undefined && minimum <= 1 && (usual ?? 1) === 1
        ? [['count', { field, as: 'count', max: maximum }]]
        : [];
    case 'duration':
      return seconds(field, property);
    case 'resolution':
      return words && words.every((word) => linesOf(String(word)) !== undefined)
        ? [['resolution', { field, as: 'resolution', values: tableOf(words, (word) => linesOf(word)!) }]]
        : [];
    case 'style':
      return words ? [['style', { field, as: 'choice', values: choices(words.map(String)) }]] : [];
    case 'geometry_file_format':
    case 'output_format': {
      const known = (words ?? []).map(String).filter((word) => formats3d.includes(word));
      const values = Object.fromEntries(known.map((word) => [word, word]));
      if (known.length > 0) return [['formats', { field, as: 'choice', values }]];
      const named = Object.entries(pictureFormats).flatMap(([format, spellings]) => {
        const word = spellings.find((spelling) => words?.includes(spelling));
        return word === undefined ? [] : [[format, word]];
      });
      return named.length > 0 ? [['outputFormat', { field, as: 'choice', values: Object.fromEntries(named) }]] : [];
    }
    case 'target_language':
    case 'target_lang':
      return words ? [['targetLanguage', { field, as: 'language', values: languagesOf(words.map(String)) }]] : [];
    case 'source_lang':
      return words ? [['sourceLanguage', { field, as: 'language', values: languagesOf(words.map(String)) }]] : [];
    case 'target_resolution':
      return words
        ? [['scale', { field, as: 'longest-side', values: tableOf(words, (word) => 1024 * Number.parseInt(word, 10)) }]]
        : [];
    case 'desired_increase':
      return words ? [['scale', { field, as: 'nearest', values: words }]] : [];
    case 'target_megapixels':
    case 'target':
      return maximum === undefined
        ? []
        : [['scale', { field, as: 'megapixels', min: minimum, max: maximum, whole: type === 'integer' }]];
    default:
      return numbers3d.includes(field) && maximum !== undefined
        ? [['faces', { field, as: 'range', min: minimum, max: maximum }]]
        : [];
  }
}

function text(field: string, { minLength = 0, maxLength }: PropertySchema): WireField {
  const bounds = {
    ...(minLength > 1 ? { min: minLength } : {}),
    ...(maxLength === undefined ? {} : { max: maxLength }),
  };
  return Object.keys(bounds).length === 0 ? field : { field, as: 'text', ...bounds };
}

function list(field: string, { minItems = 0, maxItems = 16 }: PropertySchema): WireField {
  return { field, as: 'list', ...(minItems > 1 ? { min: minItems } : {}), max: maxItems };
}

/** A list of pictures: references where the operation has them, else the pictures themselves; one where it takes one. */
function pictures(field: string, property: PropertySchema): readonly Meaning[] {
  if (property.items?.type !== 'string') return [];
  const wire = list(field, property);
  return [
    ['references', wire],
    ['images', wire],
    ['image', wire],
  ];
}

/** A shape or a size; either input will do, and the wire form knows what the vendor wants. */
function shape(field: string, property: PropertySchema): readonly Meaning[] {
  const { enum: words, default: usual, pattern, minimum, maximum } = property;
  const ratios = (words ?? []).map(String).filter((word) => /^[\d.]+:[\d.]+$/.test(word));
  const sizes = (words ?? []).map(String).filter((word) => /^\d+[*x]\d+$/.test(word));
  if (words && ratios.length === 0 && sizes.length === 0) return [];
  const separator =
    pattern?.includes('x') || /^\d+x/.test(String(usual)) || sizes.some((size) => size.includes('x')) ? 'x' : '*';
  const wire: WireField =
    ratios.length > 0
      ? { field, as: 'aspect', values: ratios }
      : sizes.length > 0
        ? { field, as: 'size', separator, values: sizes }
        : { field, as: 'size', separator, min: minimum ?? usualSides.min, max: maximum ?? usualSides.max };
  return [
    ['size', wire],
    ['aspectRatio', wire],
  ];
}

function seconds(field: string, { enum: words, minimum, maximum }: PropertySchema): readonly Meaning[] {
  if (words) return [['seconds', { field, as: 'nearest', values: words }]];
  if (minimum === undefined || maximum === undefined) return [];
  return [['seconds', { field, as: 'range', min: minimum, max: maximum }]];
}

/** Lines of a resolution: `720p` says them; 2k is 1440, 4k 2160, 8k 4320. */
function linesOf(word: string): number | undefined {
  const match = /^(\d+)(p|k)$/i.exec(word);
  if (!match) return undefined;
  const number = Number(match[1]);
  return match[2]!.toLowerCase() === 'p' ? number : number === 2 ? 1440 : number * 540;
}

function tableOf(
  words: readonly (string | number)[],
  value: (word: string) => number,
): Readonly<Record<string, number>> {
  return Object.fromEntries(words.map((word) => [String(word), value(String(word))]));
}

/** The vendor's words in one spelling: lower case, with dashes. */
function choices(words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(words.map((word) => [word.toLowerCase().replace(/[ _]+/g, '-'), word]));
}
