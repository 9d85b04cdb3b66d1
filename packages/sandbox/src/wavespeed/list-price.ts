import type { Micros } from '@image-studio/core';
import jsonata from 'jsonata';
import type { CatalogueRow } from './catalogue.ts';
import { type Inputs, withDefaults } from './request-check.ts';

/** A clip whose length the sandbox cannot read counts as so many seconds. */
const assumedSeconds = 5;
const durations = { get_duration: seconds, get_duration_v2: seconds, get_duration_v3: seconds };

const formulas = new WeakMap<CatalogueRow, jsonata.Expression>();

/**
 * What the vendor takes for these inputs: its own formula over the inputs with their defaults. Where a variable has no value
 * and the formula therefore none either, the base price is taken.
 */
export async function listPrice(row: CatalogueRow, inputs: Inputs): Promise<Micros> {
  const basePrice = row.base_price * 1e6;
  if (row.formula === '') return Math.round(basePrice);
  let formula = formulas.get(row);
  if (formula === undefined) formulas.set(row, (formula = jsonata(row.formula)));
  const variables = { ...withDefaults(row, inputs), ...durations, base_price: basePrice };
  const answer: unknown = await formula.evaluate(variables).catch(() => undefined);
  const total =
    typeof answer === 'object' && answer !== null && 'total_price' in answer ? answer.total_price : undefined;
  return Math.round(typeof total === 'number' && Number.isFinite(total) ? total : basePrice);
}

function seconds(): number {
  return assumedSeconds;
}
