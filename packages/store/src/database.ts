import { isStudioError, StudioError } from '@image-studio/core';
import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

import type { Signals } from './signals.ts';

/** Drizzle over PGlite or node-postgres. PGlite has one session: whoever opens a transaction must use it for everything inside. */
export type Drizzle = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** An open, migrated database. */
export interface Database {
  readonly engine: 'pglite' | 'postgresql';
  readonly drizzle: Drizzle;
  /** The same database, for statements that are long and always alike: each connection plans them once. Not for transactions. */
  readonly planned: Drizzle;
  /** So many statements of one kind are under way at once; what comes meanwhile goes together in the next. */
  readonly lanes: number;
  /** How the nodes on this database wake each other. */
  readonly signals: Signals;
  close(): Promise<void>;
}

/**
 * Runs a statement. One that lost a deadlock or a serialisation race did nothing and is tried again. Errors become `internal`:
 * the driver's own quote the statement with its values.
 */
export async function attempt<Result>(statement: () => PromiseLike<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await statement();
    } catch (error) {
      // Thrown within a transaction, to undo it.
      if (isStudioError(error)) throw error;
      const { code, constraint } = databaseError(error);
      if (tries < 5 && (code === '40P01' || code === '40001')) continue;
      if (code === '22021') throw unstorable();
      const place = constraint === undefined ? '' : ` at ${constraint}`;
      const message = `The database refused a statement (${code}${place}).`;
      throw new StudioError('internal', message, { cause: Object.assign(new Error(message), { code }) });
    }
  }
}

/** As {@link attempt}, but undefined when the statement would break this unique index. */
export async function attemptUnless<Result>(
  index: string,
  statement: () => PromiseLike<Result>,
): Promise<Result | undefined> {
  return attempt(async () => {
    try {
      return await statement();
    } catch (error) {
      if (databaseError(error).constraint === index) return undefined;
      throw error;
    }
  });
}

/** The rows of a raw statement, which must be shaped to come out alike on both engines: text, int4, boolean and jsonb only. */
export async function query<Row>(drizzle: Drizzle, statement: SQL): Promise<readonly Row[]> {
  const result = await attempt(() => drizzle.execute(statement));
  return (result as { readonly rows: readonly Row[] }).rows;
}

/** As {@link query}, but undefined when the statement would break this unique index. */
export async function queryUnless<Row>(
  index: string,
  drizzle: Drizzle,
  statement: SQL,
): Promise<readonly Row[] | undefined> {
  const result = await attemptUnless(index, () => drizzle.execute(statement));
  return (result as { readonly rows: readonly Row[] } | undefined)?.rows;
}

/** The refusal of text that PostgreSQL cannot hold. */
export function unstorable(): StudioError {
  const message = 'Text must not hold NUL characters or halves of surrogate pairs.';
  return new StudioError('invalid_request', message, { details: { issues: [{ path: [], message }] } });
}

/** Did the database refuse a statement for a value in it? Then the statement did nothing. */
export function isFaultOfValues(error: unknown): boolean {
  if (!isStudioError(error)) return false;
  return error.code === 'invalid_request' || /^(?:21|22|23|54)...$/.test(databaseError(error.cause).code);
}

function databaseError(error: unknown): { readonly code: string; readonly constraint: string | undefined } {
  for (let part = error; part instanceof Error; part = part.cause) {
    const { code, constraint } = part as { code?: unknown; constraint?: unknown };
    if (typeof code === 'string') return { code, constraint: typeof constraint === 'string' ? constraint : undefined };
  }
  return { code: 'unknown', constraint: undefined };
}
