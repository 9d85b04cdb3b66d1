import { type Drizzle, openDatabase } from '@image-studio/store';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';

const database = await openDatabase({ memory: true });
const { drizzle, planned } = database;
afterAll(() => database.close());

async function rowsOf(on: Pick<Drizzle, 'execute'>, statement: SQL): Promise<readonly unknown[]> {
  const { rows } = (await on.execute(statement)) as unknown as { readonly rows: readonly unknown[] };
  return rows;
}

/** As a transaction gives it, whose statements are not prepared. */
const unprepared = (statement: SQL) => drizzle.transaction((transaction) => rowsOf(transaction, statement));

describe.each([
  ['drizzle', drizzle],
  ['planned', planned],
] as const)('prepared statements of the embedded database: %s', (_name, on) => {
  it.each([
    "it's",
    "\\' or true; --",
    String.raw`a\nb \\ \u0041`,
    '$1 $$ "x"; select 1',
    'line\nline\t',
    '日本 🌊',
    '',
    null,
  ])('take %j as it is', async (text) => {
    expect(await rowsOf(on, sql`select ${text}::text as said`)).toEqual([{ said: text }]);
  });

  it('give values of every kind as others do, each time', async () => {
    for (const count of [7, 8]) {
      const statement = sql`select ${count}::int as count, ${true}::boolean as yes, ${`{"a": "b'"}`}::jsonb as json,
        ${'{x,y}'}::text[] as list, now()::date::text as day, null::text as none, 5::bigint as large`;
      const rows = await rowsOf(on, statement);
      expect(rows).toEqual(await unprepared(statement));
      expect(rows).toMatchObject([{ count, yes: true, json: { a: "b'" } }]);
    }
  });

  it('refuse what the database cannot hold or do, and go on', async () => {
    const text = (value: string) => sql`select ${value}::text as said`;
    await expect(rowsOf(on, text('a\0b'))).rejects.toMatchObject({ cause: { code: '22021' } });
    await expect(rowsOf(on, sql`select 1 / ${0}::int`)).rejects.toMatchObject({ cause: { code: '22012' } });
    expect(await rowsOf(on, text('ab'))).toEqual([{ said: 'ab' }]);
  });

  it('leave no setting behind', async () => {
    await rowsOf(on, sql`select ${1}::int`);
    const settings = sql`select current_setting('plan_cache_mode') as mode, current_setting('enable_seqscan') as seqscan`;
    expect(await unprepared(settings)).toEqual([{ mode: 'auto', seqscan: 'on' }]);
  });
});

it('statements that are planned once are so, whatever the values', async () => {
  for (const id of ['nobody', 'somebody', 'else']) await rowsOf(planned, sql`select id from accounts where id = ${id}`);
  const plans = sql`select generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements
    where name like 'planned%' and statement like '%from accounts where id%'`;
  expect(await unprepared(plans)).toEqual([{ generic: 3, custom: 0 }]);
});
