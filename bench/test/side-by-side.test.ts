import { describe, expect, it } from 'vitest';
import { countLines } from '../callers/count-lines.ts';
import { withParts } from '../side-by-side/report.ts';
import { judge, type Row } from '../side-by-side/row.ts';
import { inTurns, mean, median, quantile } from '../side-by-side/statistics.ts';
import { rowTable } from '../side-by-side/table.ts';
import { wordsOf } from '../side-by-side/words-of-request.ts';

describe('statistics', () => {
  it('has the middle of odd and even many numbers, and of none', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('has quantiles that are values which occurred', () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect([quantile(values, 0), quantile(values, 0.5), quantile(values, 0.99), quantile(values, 1)]).toEqual([
      1, 50, 99, 100,
    ]);
    expect(mean([1, 2, 6])).toBe(3);
  });

  it('measures in turns, so that what disturbs a round meets all alike', async () => {
    const order: string[] = [];
    const subject = (name: string, values: number[]) => async () => {
      order.push(name);
      return values.shift()!;
    };
    const found = await inTurns({ a: subject('a', [1, 9, 2]), b: subject('b', [5, 90, 7]) }, 3);
    expect(order.join('')).toBe('ababab');
    expect(found).toEqual({ a: 2, b: 7 });
  });
});

describe('a row', () => {
  const row: Row = {
    work: 'hop',
    unit: 'ms',
    ours: { embedded: 5, PostgreSQL: 30 },
    peers: { slow: 40, fast: 20 },
    others: { direct: 1 },
    floor: { name: 'floor', value: 2 },
    ratio: { must: 0.5, aim: 0.25 },
  };

  it('is judged by the best peer, and by absolute bounds where it has those', () => {
    expect([judge(row, 5), judge(row, 10), judge(row, 10.1)]).toEqual(['aim', 'must', 'missed']);
    const more: Row = { ...row, better: 'more', ratio: { must: 3, aim: 4 } };
    expect([judge(more, 160), judge(more, 120), judge(more, 119)]).toEqual(['aim', 'must', 'missed']);
    const most: Row = { work: 'delay', unit: 'ms', ours: {}, most: { must: 50 } };
    expect([judge(most, 50), judge(most, 51)]).toEqual(['must', 'missed']);
    expect(judge({ work: 'shown', unit: 'ms', ours: {} }, 1)).toBe('shown');
  });

  it('is a line for each variant, with ratio, bounds, floor and the other peers', () => {
    const lines = rowTable([row]).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toMatch(
      /^\| hop, embedded +\| 5\.00 ms +\| 20\.0 \(fast\) +\| 0\.25× +\| ≤ 0\.5× +\| ≤ 0\.25× +\| aim /,
    );
    expect(lines[2]).toMatch(/\| 2\.00 \(floor, 2\.50×\) +\| slow 40\.0, direct 1\.00 +\|$/);
    expect(lines[3]).toContain('| **no** |');
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });
});

describe('a report', () => {
  it('replaces what stands between its markers, and refuses a document without them', () => {
    const document = 'before\n<!-- server -->\nold\n<!-- /server -->\nafter\n';
    const once = withParts(document, [{ name: 'server', text: 'new' }]);
    expect(once).toBe('before\n<!-- server -->\n\nnew\n\n<!-- /server -->\nafter\n');
    expect(withParts(once, [{ name: 'server', text: 'new' }])).toBe(once);
    expect(() => withParts(document, [{ name: 'memory', text: '' }])).toThrow('memory');
  });
});

it('counts the lines of a program without imports, comments and blank lines', () => {
  const program = `import a from 'a';\nimport {\n  b,\n} from 'b';\n\n// why\n/** What\n * it does. */\nconst c = a(b);\n\nawait c();\n`;
  expect(countLines(program)).toBe(2);
});

it('gives each request its number and its job a length within the range', () => {
  expect(wordsOf('job {n} 5 1kb', 3)).toBe('job 3 5 1kb');
  const lengths = Array.from({ length: 50 }, (_, n) => Number(wordsOf('{2000-6000}', n)));
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(2000);
  expect(Math.max(...lengths)).toBeLessThan(6000);
  expect(new Set(lengths).size).toBeGreaterThan(40);
});
