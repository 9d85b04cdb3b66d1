import type { Expression } from '../../packages/core/src/index.ts';
import { both, no, type Truth } from './condition-algebra.ts';
import { calledName, type FormulaNode, refuse } from './formula.ts';
import type { Properties } from './vendor-row.ts';

/** A number of a formula: how it is computed, and when there is one (JSONata drops what is missing). */
export interface Amount {
  readonly value: Expression;
  readonly defined: Truth;
}

/** What a formula is read with. `bound` is the cap around what is being read, for lengths of files. */
export interface Reading {
  readonly properties: Properties;
  readonly basePrice: number;
  readonly bound?: number;
  readonly names: Map<string, Amount>;
}

/** Whether a node has a value: JSONata compares nothing with anything as false. */
export function hasValue(node: FormulaNode, reading: Reading): Truth {
  return node.type === 'path' ? defined(fieldOf(node), reading) : true;
}

/** Whether JSONata takes a field for true. */
export function truthy(field: string, reading: Reading): Truth {
  if (reading.properties[field] === undefined) return false;
  const { type } = reading.properties[field];
  if (type === 'boolean') return { field, is: true };
  const nothing = type === 'string' ? '' : type === 'integer' || type === 'number' ? 0 : undefined;
  if (nothing === undefined) return refuse(`a test of the field ${field} of type ${type}`);
  return both(defined(field, reading), no({ field, is: nothing }));
}

/** A field that the vendor does not declare never has a value: it drops unknown fields, and we refuse them. */
export function defined(field: string, { properties }: Reading): Truth {
  if (properties[field] === undefined) return false;
  return properties[field]?.default === undefined ? { present: field } : true;
}

/** `name`, or `list.name` for a field of a list's items, whether or not it is made a number on the way. Throws `Untranslatable`. */
export function fieldOf(node: FormulaNode | undefined): string {
  const [first, second, third, ...more] = node?.type === 'path' ? (node.steps ?? []) : [];
  const plain = first?.type === 'name' && (second === undefined || second.type === 'name');
  const numbers = third === undefined || (third.type === 'function' && calledName(third) === 'number');
  if (!plain || !numbers || more.length > 0) return refuse('a path that is no field');
  return second ? `${String(first.value)}.${String(second.value)}` : String(first.value);
}
