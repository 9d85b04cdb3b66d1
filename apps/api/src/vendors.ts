import type { Json } from '@image-studio/core';
import type { Vendors } from '@image-studio/studio';
import { createLocal } from '@image-studio/vendor-local';
import type { Config } from './config.ts';
import type { ForgetJob } from './janitor.ts';
import { liveVendors } from './live-vendors.ts';
import { sandboxVendors } from './sandbox-vendors.ts';

/** The vendors of each mode; `live` is missing while no vendor key is configured. */
export interface VendorSets {
  readonly test: Vendors;
  readonly live: Vendors | undefined;
}

/** Test mode talks to the sandbox, live mode to the vendors whose keys are set. Local work is real in both. */
export function createVendors(config: Config): VendorSets {
  const local = createLocal();
  const live = liveVendors(config);
  return { test: { local, ...sandboxVendors(config) }, live: live && { local, ...live } };
}

/** The vendors that forget a job when asked to. */
export function forgettersOf(vendors: Vendors | undefined): Readonly<Record<string, ForgetJob>> {
  const wavespeed = vendors?.wavespeed;
  if (!wavespeed) return {};
  const id = (ticket: Json) => String((ticket as { readonly id?: Json }).id);
  return { wavespeed: (ticket) => wavespeed.deletePredictions([id(ticket)]) };
}
