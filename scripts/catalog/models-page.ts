import { formatMicros } from '../../packages/core/src/index.ts';
import type { Catalogue, ModelRow } from '../../packages/registry/src/index.ts';

const titles: Readonly<Record<string, string>> = {
  generate: 'generate: pictures from words',
  character: 'character: pictures that keep an identity',
  edit: 'edit: pictures changed',
  upscale: 'upscale: pictures enlarged',
  '3d': '3d: 3D models',
  faceswap: 'faceswap: faces and heads exchanged',
  translate: 'translate: the text in a picture',
  video: 'video: from a picture',
};

/** docs/models.md: every model by operation, with its price and inputs. The same catalogue gives the same page. */
export function modelsPage(catalogue: Catalogue): string {
  const groups = Object.entries(catalogue.listByCategory()).filter(([, rows]) => rows.length > 0);
  const all = groups.flatMap(([, rows]) => rows);
  const vendors = [...new Set(all.map(({ vendor }) => vendor))].toSorted();
  return [
    '# Models',
    '',
    'Written by `pnpm catalog:docs` from the manifests; change those, not this page.',
    '',
    `${all.length} rows of ${vendors.join(', ')}. *From* is the least that one run can cost, *usual* what it costs with what the model needs and`,
    'nothing else. Inputs in bold are needed. `GET /v1/models/{id}` tells the options and the whole price rule.',
    '',
    ...groups.map(
      ([operation, rows]) =>
        `* [${titles[operation] ?? operation}](#${anchor(titles[operation] ?? operation)}): ${rows.length}`,
    ),
    ...groups.flatMap(([operation, rows]) => ['', `## ${titles[operation] ?? operation}`, '', ...table(rows)]),
    '',
  ].join('\n');
}

function table(rows: readonly ModelRow[]): readonly string[] {
  const kinds = rows.some((row) => row.kinds.length > 0);
  const head = ['model', 'id', 'from', 'usual', 'tier', ...(kinds ? ['kinds'] : []), 'inputs'];
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(cellsOf(row, kinds)))];
}

function cellsOf(row: ModelRow, kinds: boolean): readonly string[] {
  const { price, needs } = row;
  const needed = (input: string) => needs.includes(input) || needs.includes(input.replace(/s$/, ''));
  const prices = price
    ? [
        formatMicros(price.minMicros),
        `${formatMicros(price.defaultMicros)}${price.basis === 'bound' ? ' at most' : ''}`,
      ]
    : ['', 'not known'];
  return [
    row.name,
    `${row.alias ? `\`${row.alias}\` ` : ''}\`${row.id}\``,
    ...prices,
    row.runnable ? row.tier : 'listed only',
    ...(kinds ? [row.kinds.join(', ')] : []),
    row.inputs.map((input) => (needed(input) ? `**${input}**` : input)).join(', '),
  ];
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The address of a heading, as GitHub makes it. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s/g, '-');
}
