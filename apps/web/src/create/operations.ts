import {
  Box,
  Clapperboard,
  Image,
  Languages,
  type LucideIcon,
  Maximize2,
  PencilRuler,
  ScanFace,
  UserRound,
} from 'lucide-react';
import type { InputField } from './input-field.ts';

/** An operation as the page shows it. */
export interface OperationForm {
  readonly id: string;
  readonly icon: LucideIcon;
  /** The input that a result of another run becomes. */
  readonly primary: string;
  /** What no model does without. */
  readonly needs: readonly string[];
  readonly fields: readonly InputField[];
}

const searches = ['search-replace', 'search-recolor'];
const count: InputField = { name: 'count', widget: 'count', always: true, auto: true };
const quietCount: InputField = { ...count, more: true };
const image: InputField = { name: 'image', widget: 'pictures', plural: 'images', auto: true };
const oneImage: InputField = { name: 'image', widget: 'pictures', auto: true };
const prompt: InputField = { name: 'prompt', widget: 'text', auto: true };
const negative: InputField = { name: 'negativePrompt', widget: 'line', more: true };
const format: InputField = { name: 'outputFormat', widget: 'format', more: true };
const shape: InputField = { name: 'aspectRatio', widget: 'shape', auto: true };

/** The operations in the order of the page, with their inputs in the order of the form. */
export const operations: readonly OperationForm[] = [
  {
    id: 'edit',
    icon: PencilRuler,
    primary: 'image',
    needs: ['image'],
    fields: [
      image,
      { name: 'kind', widget: 'kind', auto: true, always: true },
      { name: 'mask', widget: 'mask', kinds: ['inpaint', 'erase'], neededBy: ['inpaint', 'erase'] },
      { name: 'search', widget: 'line', kinds: searches, neededBy: searches },
      { name: 'expand', widget: 'expand', kinds: ['outpaint'] },
      { ...prompt, neededBy: searches },
      { name: 'reference', widget: 'pictures', kinds: ['replace-background', 'style-transfer'] },
      { name: 'lightReference', widget: 'pictures', kinds: ['relight'], more: true },
      negative,
      { ...shape, more: true },
      format,
      quietCount,
    ],
  },
  {
    id: 'generate',
    icon: Image,
    primary: 'image',
    needs: ['prompt'],
    fields: [
      prompt,
      { ...image, more: true },
      shape,
      { name: 'style', widget: 'line', more: true },
      negative,
      format,
      count,
    ],
  },
  {
    id: 'upscale',
    icon: Maximize2,
    primary: 'image',
    needs: ['image'],
    fields: [
      oneImage,
      { name: 'scale', widget: 'scale', auto: true },
      { name: 'prompt', widget: 'text', more: true },
      negative,
      format,
      quietCount,
    ],
  },
  {
    id: 'character',
    icon: UserRound,
    primary: 'reference',
    needs: ['reference', 'prompt'],
    fields: [
      { name: 'reference', widget: 'pictures', plural: 'references', auto: true },
      prompt,
      shape,
      format,
      quietCount,
      { name: 'consent', widget: 'consent', always: true, auto: true },
    ],
  },
  {
    id: 'faceswap',
    icon: ScanFace,
    primary: 'image',
    needs: ['image', 'face'],
    fields: [
      oneImage,
      { name: 'face', widget: 'pictures', plural: 'faces', auto: true },
      { name: 'target', widget: 'pictures', plural: 'targets' },
      { name: 'faceIndex', widget: 'number', more: true },
      { name: 'gender', widget: 'gender' },
      format,
      quietCount,
      { name: 'consent', widget: 'consent', always: true, auto: true },
    ],
  },
  {
    id: 'translate',
    icon: Languages,
    primary: 'image',
    needs: ['image', 'targetLanguage'],
    fields: [
      oneImage,
      { name: 'targetLanguage', widget: 'language', auto: true },
      { name: 'sourceLanguage', widget: 'language', more: true },
      format,
      quietCount,
    ],
  },
  {
    id: '3d',
    icon: Box,
    primary: 'image',
    needs: ['image'],
    fields: [
      image,
      { name: 'views', widget: 'views' },
      prompt,
      { name: 'mask', widget: 'mask', plural: 'masks' },
      { name: 'faces', widget: 'number', more: true },
      { name: 'formats', widget: 'formats', more: true },
      quietCount,
    ],
  },
  {
    id: 'video',
    icon: Clapperboard,
    primary: 'image',
    needs: ['image'],
    fields: [
      oneImage,
      prompt,
      { name: 'seconds', widget: 'seconds', auto: true },
      { name: 'resolution', widget: 'resolution', auto: true },
      shape,
      { name: 'lastImage', widget: 'pictures', more: true },
      { name: 'audio', widget: 'audio', more: true },
      negative,
      quietCount,
    ],
  },
];

/** The operation of an id; the first one for an id that is none. */
export function operationOf(id: string): OperationForm {
  return operations.find((operation) => operation.id === id) ?? operations[0]!;
}
