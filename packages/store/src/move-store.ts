import { StudioError } from '@image-studio/core';
import { type SQL, sql } from 'drizzle-orm';

import { auditLedger } from './audit.ts';
import { type Database, type Drizzle, query } from './database.ts';

/** What was moved: rows by table. */
export type Moved = Readonly<Record<string, number>>;

/** Rows that travel together. */
const rowsAtOnce = 200;

/**
 * Copies every table into an empty, migrated database, in one transaction there: all of it arrives, or nothing. Rows travel as text in
 * small lots. Before it is kept, the rows are counted and the books audited. Throws `conflict` for a target that is not empty, and for
 * books that do not agree. Nothing else may work on either database meanwhile; the source stays as it is.
 */
export async function moveStore(source: Database, target: Database): Promise<Moved> {
  const tables = await tablesOf(source.drizzle);
  return target.drizzle.transaction(async (into) => {
    const moved: Record<string, number> = {};
    await claim(into, tables);
    for (const table of tables) moved[table.name] = await copy(source.drizzle, into, table);
    for (const table of tables) await check(into, table, moved[table.name]!);
    const { differences } = await auditLedger({ drizzle: into });
    const [first] = differences;
    if (first) throw refused(`The books do not agree (${first.rule}: ${first.id}); run pnpm ledger:audit`);
    return moved;
  });
}

interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly sequence: string | null }[];
}

/** Tables and their columns, each table behind those it refers to. */
async function tablesOf(drizzle: Drizzle): Promise<readonly Table[]> {
  const rows = await query<{ readonly found: Table & { readonly refersTo: readonly string[] } }>(
    drizzle,
    sql`
      select jsonb_build_object(
        'name', t.relname,
        'refersTo', (select coalesce(jsonb_agg(r.relname), '[]') from pg_constraint f join pg_class r on r.oid = f.confrelid
          where f.contype = 'f' and f.conrelid = t.oid and r.oid <> t.oid),
        'columns', (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
            'sequence', pg_get_serial_sequence(quote_ident(t.relname), a.attname)) order by a.attnum)
          from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped)
      ) as found
      from pg_class t where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace order by t.relname`,
  );
  const ordered: Table[] = [];
  let left = rows.map(({ found }) => found);
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name));
    const free = left.filter(({ refersTo }) => !refersTo.some((name) => names.has(name)));
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}

/** Keeps everyone else out until the end, then looks whether the tables are there and empty. */
async function claim(into: Drizzle, tables: readonly Table[]): Promise<void> {
  const names = sql.join(tables.map(named), sql`, `);
  await query(into, sql`lock table ${names} in access exclusive mode`);
  for (const table of tables)
    if ((await countOf(into, table)) > 0) throw refused(`The target is not empty: it has rows in "${table.name}"`);
}

async function copy(source: Drizzle, into: Drizzle, table: Table): Promise<number> {
  const texts = sql.join(
    table.columns.map(({ name }) => sql`${sql.identifier(name)}::text`),
    sql`, `,
  );
  return source.transaction(async (from) => {
    await query(
      from,
      sql`declare moving no scroll cursor for select jsonb_build_array(${texts})::text as row from ${named(table)}`,
    );
    let count = 0;
    for (;;) {
      const rows = await query<{ readonly row: string }>(from, sql`fetch ${sql.raw(String(rowsAtOnce))} from moving`);
      if (rows.length > 0) await insert(into, table, `[${rows.map(({ row }) => row).join(',')}]`);
      count += rows.length;
      if (rows.length < rowsAtOnce) break;
    }
    await query(from, sql`close moving`);
    return count;
  });
}

/** Every value travels as its text: so JSON null stays apart from no value, and no number is rounded. */
async function insert(into: Drizzle, table: Table, rows: string): Promise<void> {
  const names = sql.join(
    table.columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  const values = sql.join(
    table.columns.map(({ type }, index) => sql`(r ->> ${sql.raw(String(index))})::${sql.raw(type)}`),
    sql`, `,
  );
  await query(
    into,
    sql`insert into ${named(table)} (${names}) overriding system value select ${values} from jsonb_array_elements(${rows}::jsonb) r`,
  );
}

/** Counts what arrived, and lets numbers that the database gives go on behind it. */
async function check(into: Drizzle, table: Table, expected: number): Promise<void> {
  const found = await countOf(into, table);
  if (found !== expected) throw refused(`${found} of ${expected} rows arrived in "${table.name}"`);
  for (const { name, sequence } of table.columns) {
    if (sequence === null) continue;
    const highest = sql`select max(${sql.identifier(name)}) as highest from ${named(table)}`;
    await query(
      into,
      sql`select setval(${sequence}, coalesce(highest, 1), highest is not null)::text from (${highest}) numbered`,
    );
  }
}

async function countOf(drizzle: Drizzle, table: Table): Promise<number> {
  const [row] = await query<{ readonly count: number }>(
    drizzle,
    sql`select to_jsonb(count(*)) as count from ${named(table)}`,
  );
  return row!.count;
}

const named = ({ name }: Table): SQL => sql`${sql.identifier(name)}`;

const refused = (message: string) => new StudioError('conflict', `${message}. Nothing was moved.`);
