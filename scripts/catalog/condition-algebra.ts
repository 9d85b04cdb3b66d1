import type { Condition } from '../../packages/core/src/index.ts';

/** A condition, or one that is known to be always or never true. */
export type Truth = Condition | boolean;

/** Both; what is known is left out. */
export function both(...parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  const all = parts.flatMap((part) => (typeof part === 'boolean' ? [] : 'all' in part ? part.all : [part]));
  return all.length === 0 ? true : all.length === 1 ? all[0]! : { all: unique(all) };
}

/** Either; what is known is left out. */
export function either(...parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  const any = parts.flatMap((part) => (typeof part === 'boolean' ? [] : 'any' in part ? part.any : [part]));
  return any.length === 0 ? false : any.length === 1 ? any[0]! : { any: unique(any) };
}

/** The opposite. */
export function no(part: Truth): Truth {
  if (typeof part === 'boolean') return !part;
  return 'not' in part ? part.not : { not: part };
}

/** Are two pieces of data the same? */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function unique(parts: readonly Condition[]): readonly Condition[] {
  return parts.filter((part, index) => parts.findIndex((other) => same(other, part)) === index);
}
