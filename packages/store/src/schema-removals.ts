import type { Json } from '@image-studio/core';
import { boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core';

import { idColumn, jsonColumn, whole } from './columns.ts';

/** What is forgotten here and still has to be removed elsewhere: a file in the storage, a job at its vendor. */
export const removals = pgTable(
  'removals',
  {
    id: idColumn('id').primaryKey(),
    kind: text('kind').$type<'file' | 'job'>().notNull(),
    test: boolean('test').notNull(),
    vendor: text('vendor'),
    /** The file's key, or the job's ticket. */
    target: jsonColumn('target').$type<Json>().notNull(),
    attempt: integer('attempt').notNull(),
    dueAt: whole('due_at').notNull(),
  },
  (row) => [index('removals_by_due').on(row.dueAt)],
);
