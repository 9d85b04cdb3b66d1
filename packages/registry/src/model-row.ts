import {
  type Json,
  type Micros,
  type Model,
  plan,
  type Plan,
  type PriceLine,
  priceOf,
  type PriceRule,
  type Spec,
  type Tier,
  vendorOf,
} from '@image-studio/core';
import * as z from 'zod';
import { lowestPrice } from './lowest-price.ts';
import { leastRequest } from './stand-in.ts';

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
  /** False = listed only: `reason` says why. */
  readonly runnable: boolean;
  readonly reason: string | null;
  /** Null where nobody says what it costs. */
  readonly price: ModelPrice | null;
  readonly maxSide: number | null;
  readonly asOf: string;
  /** The day since when the vendor states nothing that the price could be checked with; null = checked on the day in `asOf`. */
  readonly unverifiedSince: string | null;
}

/** What one run of a model costs, without what a plan may add. */
export interface ModelPrice {
  /** With what it needs and nothing else: inputs as small as they go, every option at the vendor's default. */
  readonly defaultMicros: Micros;
  /** The cheapest way to run it: the least over all listed values of what the price depends on. */
  readonly minMicros: Micros;
  readonly basis: PriceRule['basis'];
  readonly unit: string;
  readonly lines: readonly PriceLine[];
}

/** A row with all that a form or another program needs. */
export interface ModelDetails extends ModelRow {
  /** The options as JSON Schema: unknown ones are refused. */
  readonly options: Json;
  readonly rule: PriceRule | null;
}

/** A row of a manifest as people see it. */
export function modelRow(spec: Spec, id: string, row: Model): ModelRow {
  return {
    id,
    operation: spec.id,
    vendor: vendorOf(id),
    name: row.name,
    alias: row.alias ?? null,
    tier: row.tier,
    kinds: row.kinds ?? [],
    capabilities: row.capabilities,
    inputs: Object.keys(row.wire),
    needs: row.needs,
    runnable: row.listedOnly === undefined,
    reason: row.listedOnly ?? null,
    price: row.listedOnly === undefined ? priceOfRow(spec, id, row) : null,
    maxSide: row.maxSide ?? null,
    asOf: row.asOf,
    unverifiedSince: row.unverifiedSince ?? null,
  };
}

/** The same with its options and its price rule. */
export function modelDetails(spec: Spec, id: string, row: Model): ModelDetails {
  const schema = z.toJSONSchema(row.options, { io: 'input', unrepresentable: 'any' });
  const options = Object.fromEntries(Object.entries(schema).filter(([key]) => !/^[$~]/.test(key))) as Json;
  return { ...modelRow(spec, id, row), options, rule: row.listedOnly === undefined ? row.price : null };
}

function priceOfRow(spec: Spec, id: string, row: Model): ModelPrice {
  const { body, seconds } = leastBody(spec, id, row);
  const { micros, basis, lines } = priceOf(row.price, body, seconds);
  const minMicros = Math.min(micros, lowestPrice(row, body, seconds));
  return { defaultMicros: micros, minMicros, basis, unit: row.price.unit, lines };
}

/** The body of the least request; none where a row wants more than can be made up for it. */
function leastBody(spec: Spec, id: string, row: Model): Pick<Plan, 'body' | 'seconds'> {
  try {
    return plan({ spec, id, ...leastRequest(spec, row), count: 1, vendors: new Set([vendorOf(id)]) });
  } catch {
    return { body: {}, seconds: {} };
  }
}
