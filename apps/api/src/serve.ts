import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve as serveNode } from '@hono/node-server';
import type { Clock } from '@image-studio/core';
import { isOwnerGone } from '@image-studio/store';
import type { Logger } from 'pino';
import { announceAlerts } from './announce-alerts.ts';
import { createApp } from './app.ts';
import { keepCatalogueAlert } from './catalogue-alert.ts';
import type { CatalogueDrift } from './catalogue-drift.ts';
import { compose, type Composition, type Surroundings } from './compose.ts';
import type { Config } from './config.ts';
import { expireAbandoned } from './expire-abandoned.ts';
import { takingUp } from './taking-up.ts';
import { logDrift, watchCatalogue } from './watch-catalogue.ts';

/** A running server. */
export interface Server {
  readonly url: string;
  readonly composition: Composition;
  /** Stops taking requests, leaves open runs where they are, closes the database. */
  close(): Promise<void>;
}

/** Between two looks for calls whose owner is gone. */
const sweepEveryMs = 5_000;
/** How long open answers have to end at a shutdown. */
const drainMs = 10_000;
const deliverEveryMs = 1_000;
const expireEveryMs = 600_000;

/** Where `scripts/build-page.ts` puts the Studio page. */
const pageFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Composes everything, takes over what an earlier process left, and listens. */
export async function serve(config: Config, surroundings: Surroundings): Promise<Server> {
  const { clock, logger } = surroundings;
  const composition = await compose(config, surroundings);
  // The embedded database has one process at a time: whatever is open has no owner any more. On a server that is so for what
  // processes of this machine had that are gone; the rest is taken when its lease is over.
  const takeUp = takingUp(composition, config.databaseUrl === undefined || isOwnerGone);
  await takeUp().catch((error: unknown) => logger.error({ error: wordsOf(error) }, 'cannot take over what was left'));
  const app = createApp(composition.services, { publicUrl: config.publicUrl, role: config.role, page: pageFolder });
  const server = serveNode({ fetch: app.fetch, hostname: config.host, port: config.port });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const { port } = server.address() as AddressInfo;
  const sweeping = new AbortController();
  const repeat = (name: string, everyMs: number, work: () => Promise<unknown>) =>
    void repeatedly({ name, everyMs, work, clock, logger, signal: sweeping.signal });
  if (config.role !== 'api') work(repeat, composition, takeUp);
  const { vendorModels: models } = composition;
  const log = logDrift(logger);
  const onCompared = (drift: CatalogueDrift | undefined) => {
    log(drift);
    composition.services.metrics.catalogue(drift);
    keepCatalogueAlert(composition.services.settings, clock, drift).catch((error: unknown) =>
      logger.error({ error: wordsOf(error) }, 'cannot keep the alert'),
    );
  };
  if (models && config.role !== 'api')
    void watchCatalogue({ models, clock, logger, onCompared, signal: sweeping.signal });
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    composition,
    close: async () => {
      sweeping.abort();
      composition.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeIdleConnections' in server) server.closeIdleConnections();
        // Who still reads a file then has to come again.
        setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), drainMs).unref();
      });
      await composition.close();
    },
  };
}

type Repeat = (name: string, everyMs: number, work: () => Promise<unknown>) => void;

/** What is done beside requests: any node but one that only answers them. */
function work(
  repeat: Repeat,
  { resume, janitor, services, webhookSender }: Composition,
  takeUp: () => Promise<unknown>,
): void {
  repeat('look for open calls', sweepEveryMs, takeUp);
  repeat('remove what was forgotten', sweepEveryMs, () => janitor.remove());
  repeat('announce alerts', deliverEveryMs, () => announceAlerts(services));
  repeat('send webhooks', deliverEveryMs, () => webhookSender.send());
  repeat('forget old deliveries', expireEveryMs, () => webhookSender.expire());
  repeat('expire old files', expireEveryMs, () => janitor.expire());
  repeat('end abandoned calls', expireEveryMs, async () => {
    await resume();
    await expireAbandoned(services);
  });
}

interface Repeated {
  readonly name: string;
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

async function repeatedly({ name, everyMs, work, clock, logger, signal }: Repeated): Promise<void> {
  while (!signal.aborted) {
    await clock.sleep(everyMs, { signal, background: true }).catch(() => {});
    if (signal.aborted) return;
    await work().catch((error: unknown) => logger.error({ error: wordsOf(error) }, `cannot ${name}`));
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : 'unknown');
