import { check } from '@image-studio/core';
import type { Context } from 'hono';
import * as z from 'zod';
import { readJson } from './read-json.ts';
import type { AppEnv } from './services.ts';

/** A moment as ISO 8601, read into ms since the epoch. */
export const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** How far a meter may go. */
export const limitField = z.union([
  z.strictObject({ unlimited: z.literal(true) }),
  z.strictObject({ disabled: z.literal(true) }),
  z.strictObject({ max: z.int().min(0) }),
]);

/** Which rows of a list: newest first, after the row that `cursor` names. */
export const pageFields = {
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().optional(),
};

/** The JSON body as this shape. Throws `invalid_request` or `input_too_large`; a field that was not given is left out. */
export async function readBody<Schema extends z.ZodType<object>>(context: Context<AppEnv>, schema: Schema) {
  return set(check(schema, await readJson(context), []));
}

/** The query as this shape. Throws `invalid_request`; a field that was not given is left out. */
export function readQuery<Schema extends z.ZodType<object>>(context: Context, schema: Schema) {
  return set(check(schema, context.req.query(), []));
}

/** A page of a list with where it goes on. */
export function listBody<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
  data: readonly object[],
) {
  const last = rows.at(-1);
  return { object: 'list', data, nextCursor: last !== undefined && rows.length === limit ? cursorOf(last) : null };
}

/** A moment over HTTP. */
export const isoOf = (at: number | null) => (at === null ? null : new Date(at).toISOString());

type Set<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

function set<Fields extends object>(fields: Fields): Set<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Set<Fields>;
}
