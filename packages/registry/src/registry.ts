import {
  type Micros,
  type Model,
  type PriceRule,
  priceOf,
  type PriceLine,
  type Spec,
  type Tier,
  unknownModel,
  vendorOf,
} from '@image-studio/core';
import { image3dSpec } from '@image-studio/provider-3d/spec';
import { characterSpec } from '@image-studio/provider-character/spec';
import { editSpec } from '@image-studio/provider-edit/spec';
import { faceSwapSpec } from '@image-studio/provider-faceswap/spec';
import { generateSpec } from '@image-studio/provider-generate/spec';
import { translateSpec } from '@image-studio/provider-translate/spec';
import { upscaleSpec } from '@image-studio/provider-upscale/spec';
import { videoSpec } from '@image-studio/provider-video/spec';

/** Every operation as data, by id. */
export const specs: Readonly<Record<string, Spec>> = {
  generate: generateSpec,
  character: characterSpec,
  edit: editSpec,
  upscale: upscaleSpec,
  '3d': image3dSpec,
  faceswap: faceSwapSpec,
  translate: translateSpec,
  video: videoSpec,
};

/** A model as people and pages see it: one row per operation and id. */
export interface ModelRow {
  readonly id: string;
  readonly operation: string;
  readonly vendor: string;
  readonly name: string;
  readonly alias: string | null;
  readonly tier: Tier;
  readonly kinds: readonly string[];
  readonly capabilities: readonly string[];
  /** Inputs it takes, and those it cannot do without. */
  readonly inputs: readonly string[];
  readonly needs: readonly string[];
  /** What a run costs when no option is set. */
  readonly price: {
    readonly defaultMicros: Micros;
    readonly basis: PriceRule['basis'];
    readonly unit: string;
    readonly lines: readonly PriceLine[];
  };
  readonly maxSide: number | null;
  readonly asOf: string;
}

/** What to list; all given must hold. */
export interface ModelFilter {
  readonly operation?: string;
  readonly vendor?: string;
  readonly kind?: string;
  readonly tier?: Tier;
  readonly capability?: string;
  /** Default price at most this many micro-dollars. */
  readonly maxPrice?: Micros;
}

/** All rows that pass the filter, by operation and then as the manifests have them. */
export function listModels(filter: ModelFilter = {}): readonly ModelRow[] {
  return Object.values(specs)
    .filter(({ id }) => filter.operation === undefined || filter.operation === id)
    .flatMap((spec) => Object.entries(spec.models).map(([id, row]) => toRow(spec.id, id, row)))
    .filter((row) => passes(row, filter));
}

/** The rows of an id or alias: one for each operation it serves. Throws `unknown_model`. */
export function getModels(name: string): readonly ModelRow[] {
  const rows = listModels().filter(({ id, alias }) => id === name || alias === name);
  if (rows.length > 0) return rows;
  throw unknownModel(name, Object.values(specs));
}

function toRow(operation: string, id: string, row: Model): ModelRow {
  const { micros, basis, lines } = priceOf(row.price, {});
  return {
    id,
    operation,
    vendor: vendorOf(id),
    name: row.name,
    alias: row.alias ?? null,
    tier: row.tier,
    kinds: row.kinds ?? [],
    capabilities: row.capabilities,
    inputs: Object.keys(row.wire),
    needs: row.needs,
    price: { defaultMicros: micros, basis, unit: row.price.unit, lines },
    maxSide: row.maxSide ?? null,
    asOf: row.asOf,
  };
}

function passes(row: ModelRow, { vendor, kind, tier, capability, maxPrice }: ModelFilter): boolean {
  return (
    (vendor === undefined || row.vendor === vendor) &&
    (kind === undefined || row.kinds.includes(kind)) &&
    (tier === undefined || row.tier === tier) &&
    (capability === undefined || row.capabilities.includes(capability)) &&
    (maxPrice === undefined || row.price.defaultMicros <= maxPrice)
  );
}
