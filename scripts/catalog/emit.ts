import { dataSource, numberSource } from './emit-data.ts';
import { countTexts, type Fragments, fragments } from './fragments.ts';
import type { ManifestRow } from './manifest-row.ts';
import { keyOf, propertySource } from './translate-schema.ts';

/** What a manifest is written from. */
export interface Manifest {
  /** How its models are called: `edit`. */
  readonly title: string;
  /** What one result is called in a price. */
  readonly unit: string;
  readonly deadline: number;
  /** The day (ISO) of most rows, and of those that have another. */
  readonly asOf: string;
  readonly dates: Readonly<Record<string, string>>;
  readonly unverified: Readonly<Record<string, string>>;
  readonly rows: readonly ManifestRow[];
}

const taken = ['z', 'model', 'flatPrice', 'mediaAddress', 'asOf', 'deadline', 'wavespeedModels', 'default', 'style'];

/** The source text of a manifest: the same rows give the same text; what several rows share stands above them once. */
export function manifestSource(manifest: Manifest): string {
  const counting: string[] = [];
  const count = (text: string) => {
    counting.push(text);
    return text;
  };
  for (const row of manifest.rows) rowSource(row, manifest, count);
  const shared = fragments(countTexts(counting), taken);
  const rows = manifest.rows.map((row) => rowSource(row, manifest, shared.use));
  const declarations = shared.declarations();
  const text = [...declarations, ...rows].join('\n');
  const imports = ['flatPrice(', 'mediaAddress']
    .filter((name) => text.includes(name))
    .map((name) => name.replace('(', ''));
  return [
    '// Written by `pnpm catalog:sync`; change scripts/catalog, not this file.',
    `import { ${[...imports, 'model'].join(', ')} } from '@image-studio/core';`,
    `import * as z from 'zod';`,
    '',
    `const asOf = '${manifest.asOf}';`,
    `const deadline = ${numberSource(manifest.deadline)};`,
    ...declarations,
    '',
    `/** WaveSpeed's ${manifest.title} models: ids, options and prices as its catalogue states them. */`,
    'export const wavespeedModels = {',
    ...rows,
    '} as const;',
    '',
  ].join('\n');
}

type Use = Fragments['use'];

function rowSource(row: ManifestRow, manifest: Manifest, use: Use): string {
  const { id, name, alias, endpoint, tier, kinds, byKind, capabilities, seed, maxSide } = row;
  const field = (key: string, value: unknown) => (value === undefined ? [] : [`${key}: ${dataSource(value)}`]);
  const date = manifest.dates[endpoint];
  const short = [
    ...(seed ? [property('seed', use(dataSource(seed), 'seed'))] : []),
    ...field('maxSide', maxSide),
    row.deadline === manifest.deadline ? 'deadline' : `deadline: ${numberSource(row.deadline)}`,
    date === undefined || date === manifest.asOf ? 'asOf' : `asOf: '${date}'`,
    ...field('unverifiedSince', manifest.unverified[endpoint]),
  ];
  const lines = [
    [...field('name', name), ...field('alias', alias), ...field('endpoint', endpoint)],
    [`options: () => ${optionsSource(row, use)}`],
    [`wire: ${wireSource(row, use)}`, ...field('needs', row.needs)],
    row.checks.length > 0 ? [property('checks', use(dataSource(row.checks), 'checks'))] : [],
    [property('price', priceSource(row, manifest.unit, use))],
    [
      ...field('tier', tier),
      ...field('kinds', kinds),
      ...field('byKind', byKind),
      ...field('capabilities', capabilities),
      ...short,
    ],
  ];
  const text = lines.filter((parts) => parts.length > 0).map((parts) => `    ${parts.join(', ')},`);
  return [`  get '${id}'() { return model({`, ...text, '  }); },'].join('\n');
}

function property(key: string, text: string): string {
  return text === key ? key : `${keyOf(key)}: ${text}`;
}

function optionsSource({ options, required }: ManifestRow, use: Use): string {
  const fields = Object.entries(options)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => {
      const text = use(propertySource(schema, required.includes(name), name), name);
      return property(name, text);
    });
  return fields.length === 0 ? 'z.strictObject({})' : `z.strictObject({ ${fields.join(', ')} })`;
}

function wireSource({ wire }: ManifestRow, use: Use): string {
  const fields = Object.entries(wire).map(([input, form]) => {
    const text = typeof form === 'string' ? dataSource(form) : use(dataSource(form), `${form.field}Wire`);
    return property(input, text);
  });
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** A flat price is said in one word; other rules are data. */
function priceSource({ price }: ManifestRow, unit: string, use: Use): string {
  const [line] = price.lines;
  const flat = price.lines.length === 1 && line && 'amount' in line && typeof line.amount === 'number';
  if (!flat || price.unless || line.label !== `per ${price.unit}`) return use(dataSource(price), 'price');
  return price.unit === 'image' && unit === 'image'
    ? `flatPrice(${numberSource(line.amount as number)})`
    : `flatPrice(${numberSource(line.amount as number)}, '${price.unit}')`;
}
