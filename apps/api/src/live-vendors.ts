import type { Vendors } from '@image-studio/studio';
import { createStability } from '@image-studio/vendor-stability';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import type { Config, VendorAccess } from './config.ts';

/** The vendors whose keys are set; undefined when none is, so that there is no live mode. */
export function liveVendors({ wavespeed, stability }: Config): Vendors | undefined {
  const vendors: Vendors = {
    wavespeed: withKey(wavespeed, createWavespeed),
    stability: withKey(stability, createStability),
  };
  return Object.values(vendors).some((vendor) => vendor !== undefined) ? vendors : undefined;
}

function withKey<Vendor>(
  { apiKey, baseUrl }: VendorAccess,
  create: (options: { readonly apiKey: string; readonly baseUrl?: string }) => Vendor,
): Vendor | undefined {
  return apiKey === undefined ? undefined : create({ apiKey, ...(baseUrl === undefined ? {} : { baseUrl }) });
}
