/** Source texts that several rows share, each under a name of its own. */
export interface Fragments {
  /** What stands for a text: its name, called where it makes a schema, or the text itself when it is used once only or too short to be worth a name. */
  readonly use: (text: string, hint: string) => string;
  /** The declarations, in the order of their names' first use. */
  readonly declarations: () => readonly string[];
}

const worthIt = 14;

/** Shares the texts that are counted at least twice. `counts` says how often each text is used. */
export function fragments(counts: ReadonlyMap<string, number>, taken: readonly string[]): Fragments {
  const names = new Map<string, string>();
  const used = new Set(taken);
  return {
    use(text, hint) {
      if ((counts.get(text) ?? 0) < 2 || text.length < worthIt) return text;
      const known = names.get(text);
      if (known !== undefined) return known + call(text);
      const name = freeName(camelCase(hint), used);
      used.add(name);
      names.set(text, name);
      return name + call(text);
    },
    declarations: () =>
      [...names].map(([text, name]) => `const ${name} = ${makesSchema(text) ? `() => ${text}` : `${text} as const`};`),
  };
}

/** Schemas are made when the options of a row are first asked for. */
function makesSchema(text: string): boolean {
  return /^(z\.|mediaAddress)/.test(text);
}

function call(text: string): string {
  return makesSchema(text) ? '()' : '';
}

/** How often each text occurs. */
export function countTexts(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function freeName(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name)) return name;
  let number = 2;
  while (used.has(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}

function camelCase(hint: string): string {
  const [first = '', ...rest] = hint.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = [
    `${first.charAt(0).toLowerCase()}${first.slice(1)}`,
    ...rest.map((word) => word[0]!.toUpperCase() + word.slice(1)),
  ].join('');
  return /^[a-z]/.test(name) ? name : `of${name}`;
}
