import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { createHeaderMedia } from '../../packages/core/src/memory.ts';
import { codeBlocks } from '../docs/code-blocks.ts';
import { pasteLines } from './paste-lines.ts';

const root = dirname(dirname(import.meta.dirname));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const shell = codeBlocks(readme).filter(({ language }) => language === 'sh');
const patience = 180_000;
const app = inject('app');

/** The README's lines, for this app instead of one with the defaults. */
const here = (lines: string) =>
  lines.replaceAll('http://127.0.0.1:8787', app.url).replaceAll('.data/', `${app.folder}/`);
const answersIn = (printed: string) => printed.split(/(?<=\})(?=\{"id")/).map((text) => JSON.parse(text));

describe('the first run of the README', () => {
  it('names scripts that exist, with the version of pnpm that the repository asks for', () => {
    const named = [...readme.matchAll(/npx -y (\S+) (\w+)/g)];
    expect(named.length).toBeGreaterThan(1);
    for (const [, version, script = ''] of named) {
      expect(version).toBe(manifest.packageManager);
      expect(manifest.scripts[script]).toBeTypeOf('string');
    }
  });

  it('prints two commands that work as pasted and lead to pictures', { timeout: patience }, async () => {
    const commands = app.banner.match(/^ {2}curl[^\n]*\\\n[^\n]*$/gm) ?? [];
    expect(commands).toHaveLength(2);
    for (const command of commands) {
      const run = JSON.parse(await pasteLines(root, command));
      expect(run).toMatchObject({ state: 'succeeded', test: true });
      expect(await pictureAt(run.outputs[0].url)).toMatchObject({ kind: 'image', width: run.outputs[0].width });
    }
  });

  it('shows the same two commands, which answer what it shows', { timeout: patience }, async () => {
    const lines = shell.find(({ code }) => code.includes('local-key'))?.code ?? '';
    const runs = answersIn(await pasteLines(root, here(lines)));
    expect(runs.map(({ operation, charge }) => [operation, charge.micros])).toEqual([
      ['upscale', 0],
      ['edit', 20_000],
    ]);
    const shown = JSON.parse(codeBlocks(readme).find(({ language }) => language === 'json')?.code ?? '');
    expect(shapeOf(runs[1])).toEqual(shapeOf(shown));
    expect({ ...runs[1].outputs[0], ...runs[1] }).toMatchObject({ model: shown.model, width: 640, height: 480 });
  });

  it('has every route that the documents list', async () => {
    const document = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const routes = [...document.matchAll(/^\| `(GET|POST) (\/\S*)` \|/gm)];
    expect(routes.length).toBeGreaterThan(10);
    for (const [, method = '', path = ''] of routes) {
      const answer = await fetch(app.url + path.replace('{id}', 'x'), { method });
      expect(await answer.text(), `${method} ${path}`).not.toContain('No such route');
    }
  });

  it('runs as one program, which finds what lies beside its sources', async () => {
    for (const [path, type] of [
      ['/', 'text/html'],
      ['/docs', 'text/html'],
      ['/docs/scalar.js', 'text/javascript'],
      ['/openapi.json', 'application/json'],
      ['/health', 'application/json'],
    ]) {
      const answer = await fetch(app.url + path);
      await answer.body?.cancel();
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        200,
        expect.stringContaining(type!),
      ]);
    }
    expect(existsSync(join(root, 'apps/api/dist/server/main.js'))).toBe(true);
  });

  it('lets the operator make a key', async () => {
    const lines = shell.find(({ code }) => code.includes('admin/keys'))?.code ?? '';
    const made = JSON.parse(await pasteLines(root, here(lines)));
    expect(made).toMatchObject({ account: 'acme', test: false, key: expect.stringMatching(/^is_live_/) });
  });
});

/** Names and kinds of all that is in a value, without what it says. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]));
}

async function pictureAt(url: string) {
  const picture = await (await fetch(url)).blob();
  return createHeaderMedia().probe(async () => picture.stream());
}
