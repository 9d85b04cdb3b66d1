import { bigint, customType } from 'drizzle-orm/pg-core';

/** An id, compared byte by byte whatever the database's locale: ids sort by time. */
export const idColumn = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/**
 * A JSON value as it is. Drizzle's own column parses what the driver has parsed already: the text `17` comes back as a number.
 * JSON null is SQL null.
 */
export const jsonColumn = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => toJson(value),
});

/** Micro-dollars, counts, bytes and milliseconds since the epoch: whole numbers up to 2^53. */
export const whole = (name: string) => bigint(name, { mode: 'number' });

/** JSON text that PostgreSQL can store: the characters it cannot (NUL, halves of surrogate pairs) are replaced. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (text === undefined || isStorable(text)) return text;
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part));
}

/** Can PostgreSQL store this JSON text? In it, what it cannot store is an escape that no backslash precedes. */
export function isStorable(json: string): boolean {
  return !json.includes('\\u') || !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i.test(json);
}

function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}
