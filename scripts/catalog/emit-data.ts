import { keyOf, quoted } from './translate-schema.ts';

/** A piece of data as source text on one line, numbers of money with separators. */
export function dataSource(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return numberSource(value);
  if (Array.isArray(value)) return `[${value.map(dataSource).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  if (fields.length === 0) return '{}';
  return `{ ${fields.map(([key, part]) => `${keyOf(key)}: ${dataSource(part)}`).join(', ')} }`;
}

/** 40000 as `40_000`. */
export function numberSource(value: number): string {
  const [whole = '0', fraction] = String(value).split('.');
  const digits = whole.replace('-', '');
  const spaced = digits.length > 4 && !whole.includes('e') ? digits.replace(/\B(?=(\d{3})+$)/g, '_') : digits;
  return `${value < 0 ? '-' : ''}${spaced}${fraction === undefined ? '' : `.${fraction}`}`;
}
