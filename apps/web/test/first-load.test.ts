import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const dist = join(import.meta.dirname, '../dist');
const limit = 200_000;

it('the first load is under 200 kB of JavaScript, packed', { timeout: 60_000 }, async () => {
  execFileSync(process.execPath, ['scripts/build-page.ts'], { cwd: join(import.meta.dirname, '../../..') });
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const first = [...html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    const code = readFileSync(join(dist, path), 'utf8');
    for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) load(`/assets/${name}`);
  };
  first.forEach(load);
  const bytes = [...loaded].reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path))).length, 0);
  expect(loaded.size).toBeGreaterThan(1);
  expect(bytes).toBeLessThan(limit);
  expect([...loaded].filter((path) => /viewer|chart/.test(path))).toEqual([]);
});

it('the page brings everything along: no address of another server in it', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
});
