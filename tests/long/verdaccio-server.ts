import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A registry on loopback: our packages are kept in it, all others are fetched from the usual registry. */
export interface LocalRegistry {
  /** With a slash at its end. */
  readonly url: string;
  /** What an `.npmrc` must say to publish to it and install from it. */
  readonly npmrc: string;
  stop(): Promise<void>;
}

/** Starts verdaccio with its files in a folder. `upstream` is where packages of others come from. */
export async function startRegistry(folder: string, upstream: string): Promise<LocalRegistry> {
  await mkdir(folder, { recursive: true });
  const config = join(folder, 'config.yaml');
  const port = await freePort();
  await writeFile(config, configuration(upstream));
  const program = join(dirname(fileURLToPath(import.meta.resolve('verdaccio/package.json'))), 'bin/verdaccio');
  const child = spawn(process.execPath, [program, '--config', config, '--listen', `127.0.0.1:${port}`], {
    cwd: folder,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}/`;
  const stop = async () => {
    child.kill();
    await ended;
  };
  try {
    await answering(`${url}-/ping`, () => child.exitCode === null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, npmrc: `registry=${url}\n//127.0.0.1:${port}/:_authToken=anyone\n`, stop };
}

function configuration(upstream: string): string {
  return JSON.stringify({
    storage: './storage',
    uplinks: { upstream: { url: upstream, maxage: '60m' } },
    packages: {
      '@image-studio/*': { access: '$all', publish: '$all', unpublish: '$all' },
      '**': { access: '$all', proxy: 'upstream' },
    },
    middlewares: { audit: { enabled: false } },
    web: { enable: false },
    log: { type: 'stdout', level: 'fatal' },
  });
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answering(url: string, alive: () => boolean): Promise<void> {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok === true) return;
    if (!alive()) throw new Error('verdaccio ended before it answered.');
    await sleep(100);
  }
}
