import type { Models } from '../../packages/core/src/index.ts';
import * as z from 'zod';

/** How a manifest differs from what the vendor says now: ids of rows. */
export interface Drift {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly price: readonly string[];
  readonly schema: readonly string[];
}

/** Compares committed rows with fresh ones: their ids, price rules, and what they take. */
export function driftBetween(committed: Models, fresh: Models): Drift {
  const ids = Object.keys(committed).filter((id) => Object.hasOwn(fresh, id));
  return {
    added: Object.keys(fresh).filter((id) => !Object.hasOwn(committed, id)),
    removed: Object.keys(committed).filter((id) => !Object.hasOwn(fresh, id)),
    price: ids.filter((id) => priceText(committed, id) !== priceText(fresh, id)),
    schema: ids.filter((id) => schemaText(committed, id) !== schemaText(fresh, id)),
  };
}

/** The drift of several operations on one screen; empty where there is none. */
export function driftReport(drifts: Readonly<Record<string, Drift>>): readonly string[] {
  return Object.entries(drifts).flatMap(([operation, drift]) =>
    Object.entries(drift).flatMap(([what, ids]: [string, readonly string[]]) =>
      ids.length === 0 ? [] : [`${operation}: ${ids.length} ${what}: ${shown(ids)}`],
    ),
  );
}

function shown(ids: readonly string[]): string {
  const few = ids.slice(0, 8).map((id) => id.replace('wavespeed/', ''));
  return ids.length > few.length ? `${few.join(', ')} and ${ids.length - few.length} more` : few.join(', ');
}

function priceText(rows: Models, id: string): string {
  return JSON.stringify(rows[id]?.price);
}

function schemaText(rows: Models, id: string): string {
  const { options, wire, needs, checks } = rows[id]!;
  return JSON.stringify([z.toJSONSchema(options, { unrepresentable: 'any' }), wire, needs, checks ?? []]);
}
