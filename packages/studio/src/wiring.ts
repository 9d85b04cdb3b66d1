import type { Operation, Provider, Spec } from '@image-studio/core';
import { editSpec } from '@image-studio/provider-edit';
import { wavespeedEdit } from '@image-studio/provider-edit/wavespeed';
import { upscaleSpec } from '@image-studio/provider-upscale';
import { localUpscale } from '@image-studio/provider-upscale/local';
import { wavespeedUpscale } from '@image-studio/provider-upscale/wavespeed';
import type { Local } from '@image-studio/vendor-local';
import type { Wavespeed } from '@image-studio/vendor-wavespeed';

/** The vendors a studio works with; those left out are not offered. */
export interface Vendors {
  readonly wavespeed?: Wavespeed;
  readonly local?: Local;
}

/** Ids of all operations. */
export type OperationId = 'edit' | 'upscale';

type Factory = (vendor: never) => object;

/** Which vendor performs which operation: the one place where they meet. */
const wiring: Readonly<Record<OperationId, { spec: Spec; vendors: Readonly<Record<string, Factory>> }>> = {
  edit: { spec: editSpec, vendors: { wavespeed: wavespeedEdit } },
  upscale: { spec: upscaleSpec, vendors: { wavespeed: wavespeedUpscale, local: localUpscale } },
};

/** The operations joined to the vendors at hand. */
export function joinOperations(vendors: Vendors): Readonly<Record<OperationId, Operation>> {
  const entries = Object.entries(wiring).map(([id, { spec, vendors: factories }]) => [
    id,
    { spec, providers: providersOf(factories, vendors) },
  ]);
  return Object.fromEntries(entries) as Record<OperationId, Operation>;
}

function providersOf(factories: Readonly<Record<string, Factory>>, vendors: Vendors): Record<string, Provider> {
  const atHand = Object.entries(vendors).filter(
    ([name, vendor]) => vendor !== undefined && Object.hasOwn(factories, name),
  );
  return Object.fromEntries(atHand.map(([name, vendor]) => [name, factories[name]!(vendor as never) as Provider]));
}
