import { openDatabase } from '@image-studio/store';
import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';

const database = await openDatabase({ memory: true });
const { drizzle, planned } = database;
afterAll(() => database.close());

async function first(statement: ReturnType<typeof sql>, on = planned): Promise<unknown> {
  const { rows } = (await on.execute(statement)) as unknown as { readonly rows: readonly unknown[] };
  return rows[0];
}

describe('statements of the embedded database that are planned once', () => {
  it.each([
    ["it's"],
    ["\\' or true; --"],
    [String.raw`a\nb \\ \u0041`],
    ['$1 $$ "x"'],
    ['line\nline\t'],
    ['日本 🌊'],
    [''],
    [null],
  ])('take %j as it is', async (text) => {
    expect(await first(sql`select ${text}::text as said`)).toEqual({ said: text });
  });

  it('give values of every kind as others do', async () => {
    const statement = (count: number) =>
      sql`select ${count}::int as count, ${true}::boolean as yes, ${JSON.stringify({ a: "b'" })}::jsonb as json, null::text as none`;
    expect(await first(statement(7))).toEqual(await first(statement(7), drizzle));
    expect(await first(statement(8))).toMatchObject({ count: 8 });
  });

  it('refuse what the database cannot hold, and go on', async () => {
    const text = (value: string) => sql`select ${value}::text as said`;
    await expect(first(text('a\0b'))).rejects.toMatchObject({ cause: { code: '22021' } });
    expect(await first(text('ab'))).toEqual({ said: 'ab' });
  });

  it('leave nothing behind for the others, also when one fails', async () => {
    await expect(first(sql`select 1 / ${0}::int`)).rejects.toMatchObject({ cause: { code: '22012' } });
    for (const setting of ['plan_cache_mode', 'enable_seqscan'])
      expect(await first(sql.raw(`show ${setting}`), drizzle)).toEqual({
        [setting]: setting === 'enable_seqscan' ? 'on' : 'auto',
      });
  });

  it('are planned once, whatever the values', async () => {
    const look = (id: string) => sql`select id from accounts where id = ${id}`;
    for (const id of ['nobody', 'somebody', 'else']) await first(look(id));
    const { rows } = (await drizzle.execute(
      sql`select generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements where statement like '%from accounts where id%'`,
    )) as unknown as { readonly rows: readonly unknown[] };
    expect(rows).toEqual([{ generic: 3, custom: 0 }]);
  });
});
