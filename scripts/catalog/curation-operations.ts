/** An operation as the sync sees it. */
export interface OperationCuration {
  /** The folder below packages/ whose manifest is written. */
  readonly folder: string;
  /** Inputs that its spec has, dotted where they are structured. A vendor's field that is none of them is an option. */
  readonly inputs: readonly string[];
  /** What one result is called in a price. */
  readonly unit: string;
  /** How its models are called in the manifest's docstring. */
  readonly title: string;
  /** Seconds that a call may take. */
  readonly deadline: number;
  /** The dearest budget and mid model, in micro-dollars for a run as it comes. */
  readonly tiers: readonly [budget: number, mid: number];
}

const picture = { unit: 'image', deadline: 300, tiers: [30_000, 50_000] } as const;

/** Every operation by its id. */
export const operations: Readonly<Record<string, OperationCuration>> = {
  generate: {
    ...picture,
    folder: 'provider-generate',
    title: 'generate',
    inputs: ['prompt', 'negativePrompt', 'image', 'images', 'style', 'size', 'aspectRatio', 'outputFormat', 'count'],
  },
  character: {
    ...picture,
    folder: 'provider-character',
    title: 'character',
    inputs: ['prompt', 'reference', 'references', 'size', 'aspectRatio', 'outputFormat', 'count'],
  },
  edit: {
    ...picture,
    folder: 'provider-edit',
    title: 'edit',
    inputs: [
      'prompt',
      'negativePrompt',
      'image',
      'images',
      'mask',
      'reference',
      'lightReference',
      'search',
      'expand',
      'size',
      'aspectRatio',
      'outputFormat',
      'count',
    ],
  },
  upscale: {
    ...picture,
    folder: 'provider-upscale',
    title: 'upscale',
    inputs: ['image', 'scale', 'prompt', 'negativePrompt', 'outputFormat', 'count'],
  },
  '3d': {
    folder: 'provider-3d',
    title: '3D',
    unit: 'model',
    deadline: 900,
    tiers: [50_000, 250_000],
    inputs: [
      'prompt',
      'image',
      'images',
      'views.front',
      'views.back',
      'views.left',
      'views.right',
      'mask',
      'masks',
      'formats',
      'faces',
      'count',
    ],
  },
  faceswap: {
    ...picture,
    folder: 'provider-faceswap',
    title: 'face swap',
    inputs: ['image', 'face', 'faces', 'target', 'targets', 'faceIndex', 'gender', 'outputFormat', 'count'],
    tiers: [15_000, 50_000],
  },
  translate: {
    ...picture,
    folder: 'provider-translate',
    title: 'translate',
    inputs: ['image', 'targetLanguage', 'sourceLanguage', 'outputFormat', 'count'],
  },
  video: {
    folder: 'provider-video',
    title: 'video',
    unit: 'video',
    deadline: 1200,
    tiers: [200_000, 600_000],
    inputs: [
      'image',
      'lastImage',
      'prompt',
      'negativePrompt',
      'seconds',
      'resolution',
      'aspectRatio',
      'audio',
      'count',
    ],
  },
};

/** The vendor's types whose every row has a place in an operation or among the exclusions. */
export const coveredTypes: readonly string[] = [
  'text-to-image',
  'image-to-image',
  'lora-support',
  'upscaler',
  'ai-remover',
  'portrait-transfer',
  'image-to-3d',
  'text-to-3d',
  'image-to-video',
];
