import type { PGlite, QueryOptions, Results } from '@electric-sql/pglite';

/**
 * The same database for statements that are long and always alike: each text is prepared once and planned once, by indexes only, so that
 * a plan made while the tables were empty stays right. To plan `reserve` takes longer than to run it. Values travel as literals, since
 * `execute` takes no parameters. Only `query` is for use.
 */
export function plannedOnce(client: PGlite): PGlite {
  const names = new Map<string, Promise<string>>();
  const prepare = (text: string): Promise<string> => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const name = `image_studio_${names.size}`;
    const prepared = client.exec(`prepare ${name} as ${text}`).then(() => name);
    names.set(text, prepared);
    return prepared;
  };
  const query = async <Row>(text: string, values: unknown[] = [], options?: QueryOptions): Promise<Results<Row>> => {
    const literals = values.map(literalOf);
    const isNew = !names.has(text);
    if (literals.includes(undefined) || (isNew && names.size >= mostNames))
      return client.query<Row>(text, values, options);
    const name = await prepare(text);
    const call = literals.length === 0 ? name : `${name}(${literals.join(', ')})`;
    // One transaction: a statement that fails takes its settings back, too.
    const statements = [...settings.map((name) => `set ${name}`), `execute ${call}`, ...resets];
    const results = await client.exec(statements.join('; '), options);
    return results[settings.length] as Results<Row>;
  };
  return Object.assign(Object.create(client) as PGlite, { query });
}

const settings = ['plan_cache_mode = force_generic_plan', 'enable_seqscan = off'];
const resets = ['reset plan_cache_mode', 'reset enable_seqscan'];

/** The session keeps what was prepared. */
const mostNames = 100;

/** A value as SQL; undefined for what must travel by itself: text that would end at its NUL, and what is no text, number or boolean. */
function literalOf(value: unknown): string | undefined {
  if (value === null) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return `'${value}'`;
  if (typeof value !== 'string' || value.includes('\0')) return undefined;
  // With `E` a backslash means the same whatever the settings.
  return `E'${value.replaceAll('\\', String.raw`\\`).replaceAll("'", "''")}'`;
}
