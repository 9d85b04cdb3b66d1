import type { Provider } from '@image-studio/core';
import { enlarge, type EnlargedPicture, type EnlargeOptions } from './enlarge.ts';
import { localProvider } from './local-provider.ts';

/** What this machine may spend on a picture. */
export interface LocalOptions {
  /** Pixels (width x height x frames) that a result may have. Default: 100 million. */
  readonly maxPixels?: number;
}

/** Image work on this machine: free, no key, nothing leaves it. It is a provider, and its work can be called directly. */
export interface Local extends Pick<Provider, 'policy' | 'start' | 'open'> {
  /** Larger by `scale` on each side, with a Lanczos kernel. Throws as {@link enlarge} does. */
  readonly enlarge: (picture: Uint8Array, options: EnlargeOptions) => Promise<EnlargedPicture>;
}

/** Image work with sharp, which runs beside the event loop. */
export function createLocal({ maxPixels = 100_000_000 }: LocalOptions = {}): Local {
  const work = {
    enlarge: (picture: Uint8Array, options: EnlargeOptions) => enlarge(picture, { ...options, maxPixels }),
  };
  return { ...work, ...localProvider(work) };
}
