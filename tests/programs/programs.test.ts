import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createHeaderMedia } from '../../packages/core/src/memory.ts';
import { tryCommand } from '../../scripts/run-command.ts';
import { type Program, programsOf } from '../docs/code-blocks.ts';
import { type ProgramFolder, programFolder } from './program-folder.ts';
import type { ProgramEnd } from './run-programs.ts';

const root = dirname(dirname(import.meta.dirname));
const documents = globSync('{README.md,packages/*/README.md}', { cwd: root }).toSorted();
const programs = documents.flatMap((path) => programsOf(path, readFileSync(join(root, path), 'utf8')));
const patience = 180_000;

let folder: ProgramFolder;
let ends: ReadonlyMap<string, ProgramEnd>;
beforeAll(async () => {
  folder = await programFolder(root, programs);
  const { url, banner } = inject('app');
  const [, key = ''] = /Test key: (\S+)/.exec(banner) ?? [];
  ends = await folder.runAll({ IMAGE_STUDIO_URL: url, IMAGE_STUDIO_KEY: key });
}, patience);
afterAll(() => folder?.remove(), patience);

describe('the TypeScript of the documents', () => {
  it('is in the README and in that of every package', () => {
    const packages = globSync('packages/*/package.json', { cwd: root });
    expect(new Set(programs.map(({ name }) => name.split(':')[0])).size).toBe(packages.length + 1);
  });

  it('passes the compiler, the examples too', { timeout: patience }, async () => {
    expect(await folder.typeCheck()).toBe('');
  });

  it.each(programs.map((program) => [program.name, program] as const))(
    '%s runs, prints what its comments say and saves pictures',
    async (name, program) => {
      const { error, stdout, folder: place } = ends.get(name)!;
      expect(error).toBeNull();
      const printed = stdout.split('\n');
      for (const line of promised(program)) expect(printed).toContain(line);
      for (const file of savedBy(program))
        expect(await kindOf(join(place, file)), file).toBe(kinds[extname(file)] ?? 'image');
    },
  );
});

describe('the examples', () => {
  it.concurrent.each(globSync('examples/*.ts', { cwd: root }))(
    '%s saves files of every kind to the folder it is given',
    { timeout: patience },
    async (path) => {
      const out = await mkdtemp(join(tmpdir(), 'image-studio-example-'));
      try {
        const { code, output } = await tryCommand(process.execPath, [path, out], { cwd: root });
        expect(code, output).toBe(0);
        const files = await readdir(out);
        expect(files.length).toBeGreaterThan(0);
        for (const name of files) expect(await kindOf(join(out, name)), name).toBe(kinds[extname(name)] ?? 'image');
        expect(files).toEqual(expect.arrayContaining([expect.stringMatching(/glb$/), expect.stringMatching(/mp4$/)]));
      } finally {
        await rm(out, { recursive: true });
      }
    },
  );
});

const kinds: Readonly<Record<string, string>> = { '.glb': 'model3d', '.stl': 'model3d', '.mp4': 'video' };

/** What stands behind `console.log(…); // ` is what is printed. */
function promised({ code }: Program): string[] {
  return [...code.matchAll(/console\.log\(.*\); \/\/ (.+)$/gm)].map(([, text = '']) => text);
}

function savedBy({ code }: Program): string[] {
  return [...code.matchAll(/saveTo\('([^']+)'\)/g)].map(([, name = '']) => name);
}

async function kindOf(path: string): Promise<string> {
  const bytes = await readFile(path);
  return (await createHeaderMedia().probe(async () => new Blob([bytes]).stream())).kind;
}
