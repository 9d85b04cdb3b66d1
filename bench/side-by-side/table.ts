import { bestPeer, judge, type Row } from './row.ts';

/** Rows as a table in Markdown, one line for each variant of ours, with notes below it. */
export function rowTable(rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => Object.entries(row.ours).map(([variant, value]) => lineOf(row, variant, value)));
  const notes = rows.flatMap(({ work, note }) => (note === undefined ? [] : [`* ${work}: ${note}`]));
  const table = markdown(['work', 'ours', 'best peer', 'ratio', 'must', 'aim', 'met', 'floor', 'others'], lines);
  return notes.length === 0 ? table : `${table}\n\n${notes.join('\n')}`;
}

/** A table in Markdown, its columns of one width so that it reads well in a terminal too. */
export function markdown(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...lines.map((line) => (line[column] ?? '').length)),
  );
  const row = (cells: readonly string[]) =>
    `| ${head.map((_, at) => (cells[at] ?? '').padEnd(widths[at]!)).join(' | ')} |`;
  return [row(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.map(row)].join('\n');
}

/** A number with as many digits as mean something. */
export function rounded(value: number): string {
  if (!Number.isFinite(value)) return '?';
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

const words = { aim: 'aim', must: 'must', missed: '**no**', shown: '' } as const;

function lineOf(row: Row, variant: string, value: number): readonly string[] {
  const best = bestPeer(row);
  const bound = row.ratio ?? row.most;
  const sign = row.better === 'more' ? '≥ ' : '≤ ';
  const limit = (amount: number | undefined) =>
    amount === undefined ? '' : row.ratio === undefined ? `${sign}${amount} ${row.unit}` : `${sign}${amount}×`;
  return [
    variant === '' ? row.work : `${row.work}, ${variant}`,
    `${rounded(value)} ${row.unit}`,
    best === undefined ? '' : `${rounded(best[1])} (${best[0]})`,
    best === undefined ? '' : `${rounded(value / best[1])}×`,
    limit(bound?.must),
    limit(bound?.aim),
    words[judge(row, value)],
    row.floor === undefined
      ? ''
      : `${rounded(row.floor.value)} (${row.floor.name}, ${rounded(value / row.floor.value)}×)`,
    othersOf(row, best?.[0]),
  ];
}

function othersOf({ peers = {}, others = {} }: Row, best: string | undefined): string {
  return Object.entries({ ...peers, ...others })
    .filter(([name]) => name !== best)
    .map(([name, value]) => `${name} ${rounded(value)}`)
    .join(', ');
}
