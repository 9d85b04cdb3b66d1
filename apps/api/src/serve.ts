import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve as serveNode } from '@hono/node-server';
import type { Clock } from '@image-studio/core';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { compose, type Composition } from './compose.ts';
import type { Config } from './config.ts';

/** A running server. */
export interface Server {
  readonly url: string;
  readonly composition: Composition;
  /** Stops taking requests, leaves open runs where they are, closes the database. */
  close(): Promise<void>;
}

/** Between two looks for calls whose owner is gone. */
const sweepEveryMs = 5_000;

/** Where `scripts/build-page.ts` puts the Studio page. */
const pageFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Composes everything, takes over what an earlier process left, and listens. */
export async function serve(config: Config, clock: Clock, logger: Logger): Promise<Server> {
  const composition = await compose(config, clock, logger);
  // The embedded database has one process at a time: whatever is open has no owner any more.
  await composition.resume({ takeOver: config.databaseUrl === undefined });
  const app = createApp(composition.services, config.publicUrl, pageFolder);
  const server = serveNode({ fetch: app.fetch, hostname: config.host, port: config.port });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const { port } = server.address() as AddressInfo;
  const sweeping = new AbortController();
  void sweep(composition, clock, logger, sweeping.signal);
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    composition,
    close: async () => {
      sweeping.abort();
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      });
      await composition.close();
    },
  };
}

async function sweep(composition: Composition, clock: Clock, logger: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await clock.sleep(sweepEveryMs, { signal, background: true }).catch(() => {});
    if (signal.aborted) return;
    await composition
      .resume()
      .catch((error: unknown) =>
        logger.error({ error: error instanceof Error ? error.message : 'unknown' }, 'cannot look for open calls'),
      );
  }
}
