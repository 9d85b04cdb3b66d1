import type { PGlite, QueryOptions, Results } from '@electric-sql/pglite';

/**
 * The same database for statements that come again and again: each text is prepared once, under a name of its own. Values travel as
 * literals, since `execute` takes no parameters. With `plannedOnce` a statement is planned the first time for all values, and by indexes
 * only, so that a plan made while the tables were empty stays right: for those that are long and always alike. To plan `reserve` takes
 * longer than to run it. Only `query` is for use, and `transaction`, whose statements are not prepared.
 */
export function preparedOn(client: PGlite, { plannedOnce = false }: { readonly plannedOnce?: boolean } = {}): PGlite {
  const names = new Map<string, Promise<string>>();
  const settings = plannedOnce ? planningOnce : [];
  const before = settings.map(([setting, value]) => `set ${setting} = ${value}`);
  const after = settings.map(([setting]) => `reset ${setting}`);
  const prefix = plannedOnce ? 'planned' : 'prepared';
  const prepare = (text: string): Promise<string> => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const name = `${prefix}_${names.size}`;
    const prepared = client.exec(`prepare ${name} as ${text}`).then(() => name);
    names.set(text, prepared);
    return prepared;
  };
  const query = async <Row>(text: string, values: unknown[] = [], options?: QueryOptions): Promise<Results<Row>> => {
    const literals = values.map(literalOf);
    const isNew = !names.has(text);
    if (literals.includes(undefined) || (isNew && (names.size >= mostNames || !preparable.test(text))))
      return client.query<Row>(text, values, options);
    const name = await prepare(text);
    const call = literals.length === 0 ? name : `${name}(${literals.join(', ')})`;
    // One transaction: a statement that fails takes its settings back, too.
    const results = await client.exec([...before, `execute ${call}`, ...after].join('; '), options);
    return results[before.length] as Results<Row>;
  };
  const transaction = client.transaction.bind(client);
  return Object.assign(Object.create(client) as PGlite, { query, transaction });
}

const planningOnce = [
  ['plan_cache_mode', 'force_generic_plan'],
  ['enable_seqscan', 'off'],
] as const;
const preparable = /^\s*(?:select|insert|update|delete|with)\b/i;

/** The session keeps what was prepared. */
const mostNames = 200;

/** A value as SQL; undefined for what must travel by itself: text that would end at its NUL, and what is no text, number or boolean. */
function literalOf(value: unknown): string | undefined {
  if (value === null) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return `'${value}'`;
  if (typeof value !== 'string' || value.includes('\0')) return undefined;
  // With `E` a backslash means the same whatever the settings.
  return `E'${value.replaceAll('\\', String.raw`\\`).replaceAll("'", "''")}'`;
}
