import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sourceStack } from '../src/source-stack.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'image-studio-stack-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('tells where in the sources a bundled program failed', async () => {
  const source = join(folder, 'fails.ts');
  await writeFile(source, `interface Nothing {}\n\nexport const fail = () => {\n  throw new Error('broken');\n};\n`);
  await build({
    input: source,
    logLevel: 'silent',
    output: { dir: join(folder, 'bundle'), sourcemap: true, sourcemapExcludeSources: true },
  });
  const bundled = pathToFileURL(join(folder, 'bundle/fails.js')).href;
  const lines = (await readFile(fileURLToPath(bundled), 'utf8')).split('\n');
  const line = lines.findIndex((one) => one.includes('throw'));
  const column = lines[line]!.indexOf('throw');
  const stack = (place: string) => `Error: broken\n    at fail (${place})\n    at node:internal/timers:1:2`;
  expect(sourceStack(stack(`${bundled}:${line + 1}:${column + 1}`))).toBe(stack(`${pathToFileURL(source).href}:4:3`));
});

it('leaves what has no map as it is', () => {
  const stack = `Error: broken\n    at call (${pathToFileURL(join(folder, 'other.js')).href}:3:14)\n    at node:internal/timers:1:2`;
  expect(sourceStack(stack)).toBe(stack);
});
