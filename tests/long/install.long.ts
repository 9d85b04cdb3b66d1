import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPackages, type PackedPackage, packPackages } from '../../scripts/pack-packages.ts';
import { publishablePackages } from '../../scripts/publishable-packages.ts';
import { installTarballs, readInstalled, runProgram } from './consumer.ts';
import { samplePicture } from './sample-picture.ts';
import { type SandboxProcess, startSandbox } from './sandbox-process.ts';
import { copyWorkspace } from './workspace-copy.ts';

// What somebody gets who installs our packages with npm and knows nothing of this repository.

const root = dirname(dirname(import.meta.dirname));
const megabyte = 1_000_000;
const tsc = join(root, 'node_modules/.bin/tsc');
const types = join(root, 'node_modules/@types');

let folder: string;
let packed: PackedPackage[];
let sandbox: SandboxProcess;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'image-studio-install-'));
  const workspace = join(folder, 'workspace');
  await copyWorkspace(root, workspace);
  await buildPackages(workspace);
  packed = await packPackages(workspace, folder);
  sandbox = await startSandbox(root);
});

afterAll(async () => {
  await sandbox?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('one operation and one vendor install small, without native code, and edit a picture in ten lines', async () => {
  const consumer = join(folder, 'one');
  await installTarballs(consumer, tarballs(['core', 'http', 'provider-edit', 'vendor-wavespeed']), types);
  const { bytes, nativeFiles, installScripts } = await readInstalled(consumer);
  expect(nativeFiles).toEqual([]);
  expect(installScripts).toEqual([]);
  // zod alone is 6 MB, the half of it sources, and in most projects already: it is counted apart.
  const { zod, ...others } = bytes;
  expect(Object.keys(others).toSorted()).toEqual([
    '@image-studio/core',
    '@image-studio/http',
    '@image-studio/provider-edit',
    '@image-studio/vendor-wavespeed',
    'ky',
  ]);
  expect(zod).toBeGreaterThan(0);
  expect(Object.values(others).reduce((sum, size) => sum + size, 0)).toBeLessThan(3 * megabyte);

  const said = await edit(
    consumer,
    `
    import { createEdit } from '@image-studio/provider-edit';
    import { wavespeedEdit } from '@image-studio/provider-edit/wavespeed';
    import { createWavespeed } from '@image-studio/vendor-wavespeed';
    const wavespeed = createWavespeed({ apiKey: 'any', baseUrl: process.env['SANDBOX_URL']! });
    const edit = createEdit({ providers: { wavespeed: wavespeedEdit(wavespeed) } });
    const { outputs, charge } = await edit({ model: 'qwen-edit', image, prompt: 'make it dusk', options: { seed: 7 } });
    await outputs[0].saveTo('dusk.png');
    console.log(JSON.stringify({ files: outputs.length, width: outputs[0].width, charge }));
    `,
  );
  expect(said).toEqual({ files: 1, width: expect.any(Number), charge: 20_000 });
});

test('an option that the model does not have is refused by the compiler of the consumer', async () => {
  const program = `
    import { createEdit } from '@image-studio/provider-edit';
    const edit = createEdit({ providers: {} });
    await edit({ model: 'qwen-edit', image, prompt: 'make it dusk', options: { guidance_scale: 7 } });
  `;
  await expect(edit(join(folder, 'one'), program)).rejects.toThrow('guidance_scale');
});

test('the whole studio installs and edits a picture for an account', async () => {
  const consumer = join(folder, 'studio');
  await installTarballs(consumer, tarballs(reachedFrom('studio')), types);
  const said = await edit(
    consumer,
    `
    import { createStudio } from '@image-studio/studio';
    import { createWavespeed } from '@image-studio/vendor-wavespeed';
    const wavespeed = createWavespeed({ apiKey: 'any', baseUrl: process.env['SANDBOX_URL']! });
    const studio = createStudio({ vendors: { wavespeed } });
    const { outputs, operation, charge } = await studio.generateImageEdit(
      { model: 'qwen-edit', image, prompt: 'make it dusk', options: { seed: 7 } },
      { account: 'ann' },
    );
    await studio.close();
    console.log(JSON.stringify({ files: outputs.length, operation, charge }));
    `,
  );
  expect(said).toEqual({ files: 1, operation: 'edit', charge: 20_000 });
});

async function edit(consumer: string, program: string): Promise<unknown> {
  await writeFile(join(consumer, 'day.png'), samplePicture(512));
  const env = { SANDBOX_URL: sandbox.url };
  const declarations = `
    const image = { file: 'day.png' };
  `;
  return JSON.parse(await runProgram(consumer, `${declarations}\n${program}`, { tsc, env }));
}

/** The package and all of ours that it needs, its peers included. */
function reachedFrom(name: string, found: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  if (found.has(name)) return found;
  const { needs } = publishablePackages(root).find((one) => one.name === `@image-studio/${name}`)!;
  const ours = needs
    .filter((need) => need.startsWith('@image-studio/'))
    .map((need) => need.slice(need.indexOf('/') + 1));
  return ours.reduce((all, need) => reachedFrom(need, all), new Set([...found, name]) as ReadonlySet<string>);
}

function tarballs(names: Iterable<string>): string[] {
  return [...names].map((name) => {
    const found = packed.find((one) => one.name === `@image-studio/${name}`);
    if (found === undefined) throw new Error(`No package @image-studio/${name} was packed.`);
    return found.tarball;
  });
}
