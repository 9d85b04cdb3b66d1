import type { Vendors } from '@image-studio/studio';
import { createHuggingface } from '@image-studio/vendor-huggingface';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import type { Config } from './config.ts';

/** The vendors whose keys are set; empty = no live mode. */
export function liveVendors({ wavespeed, huggingface }: Config): Vendors {
  const at = ({ baseUrl }: { readonly baseUrl: string | undefined }) => (baseUrl === undefined ? {} : { baseUrl });
  return {
    ...(wavespeed.apiKey === undefined
      ? {}
      : { wavespeed: createWavespeed({ apiKey: wavespeed.apiKey, ...at(wavespeed) }) }),
    ...(huggingface.token === undefined
      ? {}
      : { huggingface: createHuggingface({ token: huggingface.token, ...at(huggingface) }) }),
  };
}
