import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'rolldown';
// @boundaries-ignore measured is what a release packs, by its own scripts
import { publishablePackages } from '../../scripts/publishable-packages.ts';
// @boundaries-ignore measured is what a release packs, by its own scripts
import { runCommand } from '../../scripts/run-command.ts';
// @boundaries-ignore measured is what a release packs, by its own scripts
import { readInstalled } from '../../tests/long/consumer.ts';
import { folderOf, tarballsOf } from '../peers/install.ts';
import { type Peer, type PeerName, peers } from '../peers/peers.ts';
import { markdown, rounded } from './table.ts';

/** What one package takes: on the disk as npm installs it, and bundled with all it needs. Sizes in MiB. */
export interface Size {
  readonly name: string;
  readonly own: number;
  /** With all that npm brings with it. */
  readonly installed: number;
  /** How much of that is zod, which most projects have already. */
  readonly zod: number;
  readonly isNative: boolean;
  /** Kilobytes, minified and after gzip, without native code; NaN where it cannot be bundled. */
  readonly bundleKB: number;
}

const root = dirname(dirname(import.meta.dirname));
const mebibyte = 2 ** 20;

/** What stands for all packages in a short run: the one that all need, an operation, a vendor, and all together. */
const fewPackages = ['core', 'provider-generate', 'vendor-openai', 'studio'].map((name) => `@image-studio/${name}`);

/** Installs each of our packages alone, few unless `full`, and measures it and the peers. */
export async function sizes({
  full,
  say,
}: {
  readonly full: boolean;
  readonly say: (line: string) => void;
}): Promise<readonly Size[]> {
  const found: Size[] = [];
  for (const { name } of publishablePackages(root)) {
    if (!full && !fewPackages.includes(name)) continue;
    say(`size of ${name}`);
    const folder = join(dirname(import.meta.dirname), '.data/sizes', name.split('/')[1]!);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'];
    await runCommand('npm', [...args, ...tarballsOf(reachedFrom(name))], { cwd: folder });
    await writeFile(join(folder, 'all.mjs'), `export * from '${name}';\n`);
    found.push(await sizeOf({ name, folder, main: name, entry: join(folder, 'all.mjs') }));
    await rm(folder, { recursive: true, force: true });
  }
  for (const [name, { npm }] of Object.entries(peers as Readonly<Record<string, Peer>>)) {
    const [main] = Object.keys(npm);
    if (main === undefined) continue;
    const folder = folderOf(name as PeerName);
    await writeFile(
      join(folder, 'all.mjs'),
      Object.keys(npm)
        .map((one, at) => `export * as part${at} from '${one}';\n`)
        .join(''),
    );
    found.push(await sizeOf({ name: Object.keys(npm).join(' + '), folder, main, entry: join(folder, 'all.mjs') }));
  }
  return found;
}

/** The sizes as a table. A package of ours may take 3 MiB without zod, and aims at 1. */
export function sizeTable(found: readonly Size[]): string {
  const lines = found.map(({ name, own, installed, zod, isNative, bundleKB }) => {
    const counted = installed - zod;
    const met = counted <= 1 ? 'aim' : counted <= 3 ? 'must' : '**no**';
    return [
      name,
      rounded(own),
      rounded(counted),
      zod === 0 ? '' : rounded(zod),
      isNative ? 'yes' : '',
      Number.isFinite(bundleKB) ? bundleKB.toFixed(0) : '',
      name.startsWith('@image-studio/') ? met : '',
    ];
  });
  return markdown(
    ['package', 'MiB alone', 'MiB installed', '+ zod', 'native or wasm', 'bundle, kB gzip', '≤ 3 MiB, aim 1'],
    lines,
  );
}

async function sizeOf(one: {
  readonly name: string;
  readonly folder: string;
  readonly main: string;
  readonly entry: string;
}): Promise<Size> {
  const { bytes, nativeFiles } = await readInstalled(one.folder);
  const all = Object.values(bytes).reduce((sum, size) => sum + size, 0);
  return {
    name: one.name,
    own: (bytes[one.main] ?? 0) / mebibyte,
    installed: all / mebibyte,
    zod: (bytes['zod'] ?? 0) / mebibyte,
    isNative: nativeFiles.length > 0,
    bundleKB: await bundleOf(one.entry),
  };
}

async function bundleOf(input: string): Promise<number> {
  try {
    const { output } = await build({
      input,
      platform: 'node',
      external: [/^node:/, /\.node$/, 'sharp'],
      write: false,
      logLevel: 'silent',
      output: { format: 'esm', minify: true },
    });
    return gzipSync(output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('')).length / 1000;
  } catch {
    return Number.NaN;
  }
}

/** The package and all of ours that it depends on or wants beside it. */
function reachedFrom(name: string, found: Set<string> = new Set()): ReadonlySet<string> {
  if (found.has(name)) return found;
  found.add(name);
  const { dependencies } = publishablePackages(root).find((one) => one.name === name)!;
  for (const need of dependencies) if (need.startsWith('@image-studio/')) reachedFrom(need, found);
  return found;
}
