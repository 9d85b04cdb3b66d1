/** What a picture shows of the inputs; one effect for each kind of model. */
export type Effect =
  | 'generate'
  | 'edit'
  | 'erase'
  | 'cut-out'
  | 'replace-background'
  | 'upscale'
  | 'enhance'
  | 'expand'
  | 'swap'
  | 'translate'
  | 'relight'
  | 'text'
  | 'model3d'
  | 'video';

/** What a job makes, decided when it is taken. Making it twice gives the same bytes. Sizes in pixels. */
export interface Recipe {
  readonly effect: Effect;
  /** A hash of the prompt and the seed: what differs from it looks different. 32 bits. */
  readonly look: number;
  readonly width: number;
  readonly height: number;
  readonly format: 'jpeg' | 'png' | 'webp' | 'glb' | 'obj' | 'stl' | 'ply' | 'fbx' | 'usdz' | 'mp4' | 'txt';
  /** Length of a video. */
  readonly seconds?: number;
  readonly count: number;
  /** Keys of stored input pictures, the one that is worked on first. */
  readonly images: readonly string[];
  /** Key of the mask: white is worked on. */
  readonly mask?: string;
  /** Where the picture that is expanded lies in the result, unscaled; without it, smaller in the middle. */
  readonly at?: { readonly left: number; readonly top: number };
}
