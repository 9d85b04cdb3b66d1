import * as z from 'zod';

/** How much of a list is wanted, and after which row: part of the query of every list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().min(1).max(100).optional(),
};

/** A list as it is answered. `rows` has one more than the page when there is a next one. */
export function pageOf<Row extends { readonly id: string }>(rows: readonly Row[], limit: number) {
  const data = rows.slice(0, limit);
  return { object: 'list' as const, data, nextCursor: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
}
