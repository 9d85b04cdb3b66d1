import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { type CallRow, type Clock, type ResumeOptions, StudioError } from '@image-studio/core';
import { createDeliver, createDownload } from '@image-studio/http';
import { createStore, openDatabase, ownerIdentity, reconcile, type Signal, type Store } from '@image-studio/store';
import type { Studio } from '@image-studio/studio';
import type { Logger } from 'pino';
import type { Wavespeed } from '@image-studio/vendor-wavespeed';
import type { Config } from './config.ts';
import { readOverlay } from './read-overlay.ts';
import { createJanitor, type Janitor } from './janitor.ts';
import type { Services } from './services.ts';
import { eventData } from './event-data.ts';
import { createSignedLinks } from './signed-links.ts';
import { createMetrics } from './metrics.ts';
import { openStorage } from './storage.ts';
import { createStudios } from './studios.ts';
import { createVendors, forgettersOf } from './vendors.ts';
import { noTracing, type Tracing } from './tracing/tracing.ts';
import { createWebhookSender, type WebhookSender } from './webhook-sender.ts';
import { callbackChecks, createCallbacks } from './vendor-callbacks.ts';

/** A running composition: the services of the routes, and what start and stop need. */
export interface Composition {
  readonly services: Services;
  readonly store: Store;
  /** Set when the admin key was made just now: the only time it is known. */
  readonly newAdminKey: string | undefined;
  /** Takes over what was open; repeated while the process lives. */
  readonly resume: (options?: ResumeOptions) => Promise<number>;
  readonly janitor: Janitor;
  readonly webhookSender: WebhookSender;
  /** Ends long answers; call before the server closes. */
  readonly stop: () => void;
  readonly close: () => Promise<void>;
  /** Today's rows of WaveSpeed's catalogue, where live mode has it. */
  readonly vendorModels: Wavespeed['models'] | undefined;
}

/** What a server has from the process it runs in. `tracing` is off when left out. */
export interface Surroundings {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly tracing?: Tracing;
}

/** Opens the database and the files and joins every part. Throws when the data folder is in use by another process. */
export async function compose(
  config: Config,
  { clock, logger, tracing = noTracing }: Surroundings,
): Promise<Composition> {
  const models = config.catalogFile === undefined ? [] : await readOverlay(config.catalogFile);
  const { assets, directLinks } = await openStorage(config.storage, config.dataFolder);
  const embedded = config.databaseUrl === undefined;
  const database = await openDatabase(
    embedded ? { folder: join(config.dataFolder, 'database') } : { url: config.databaseUrl! },
  );
  const store = createStore(database);
  const fault = (error: unknown) => logger.error({ error: messageOf(error) }, 'cannot do a chore');
  const vendors = createVendors(config);
  const identity = await ownerIdentity();
  const studios = createStudios({ config, models, vendors, store, assets, clock, logger, tracing, identity });
  const both = Object.values(studios);
  const forgetJob = (test: boolean, vendor: string) => forgettersOf(test ? vendors.test : vendors.live)[vendor];
  const janitor = createJanitor({ archive: store.archive, assets, clock, logger, forgetJob, keep: config.keep });
  const stopping = new AbortController();
  const checks = { test: callbackChecks(vendors.test), live: callbackChecks(vendors.live) };
  const checkOf = (test: boolean, vendor: string) => (test ? checks.test : checks.live)[vendor];
  const wake = async (call: CallRow) => (call.test ? studios.test : studios.live)?.wake(call.token) ?? false;
  const resume = async (options?: ResumeOptions) => {
    let taken = 0;
    if (config.role !== 'api') for (const studio of both) taken += await studio.resume(options);
    return taken;
  };
  const stopListening = store.signals.listen((signal) => void heed(signal, studios, resume).catch(fault));
  const secret =
    config.secret ?? String(await store.settings.getOrSet('secret', randomBytes(32).toString('base64url')));
  const admin = await adminKey(config, store);
  const services: Services = {
    studios,
    ...store,
    assets,
    directLinks,
    download: createDownload({}),
    clock,
    links: createSignedLinks(secret),
    logger,
    stopping: stopping.signal,
    callback: createCallbacks({ journal: store.journal, signals: store.signals, clock, wake, checkOf }),
    webhookOrigins: config.webhookOrigins,
    corsOrigins: config.corsOrigins,
    metrics: createMetrics(store.statistics, clock),
    tracing,
    isMetricsKey: (key) => config.metricsKey !== undefined && same(hashOf(key), hashOf(config.metricsKey)),
    sendWebhooks: () => void webhookSender.send().catch(fault),
    tidy: () => void janitor.remove().catch(fault),
    findCaller: async (key) => {
      const { account, test, id: keyId, scopes } = await store.keys.find(key, clock.now());
      return { account, test, keyId, scopes };
    },
    createKey: async (account, test, wish = {}) => {
      if (!(await store.accounts.get(account))) await store.accounts.create({ id: account, createdAt: clock.now() });
      const { key, secret: shown } = await store.keys.create({
        account,
        test,
        name: 'made by the operator',
        scopes: ['run', 'read', 'admin'],
        ...wish,
        createdAt: clock.now(),
      });
      return { id: key.id, key: shown };
    },
    reconcile: (of) => {
      const vendor = (of.test ? vendors.test : vendors.live)?.wavespeed;
      if (vendor === undefined)
        throw new StudioError('vendor_unavailable', 'Live mode is off here: set WAVESPEED_API_KEY');
      return reconcile(database, { ...of, vendor: 'wavespeed' }, (window) => vendor.jobBills(window));
    },
    isAdmin: async (key) => same(hashOf(key), admin.hash),
    ping: async () => void (await store.settings.get('secret')),
  };
  const webhookSender = createWebhookSender({
    deliveries: store.deliveries,
    deliver: createDeliver({ allowOrigins: config.webhookOrigins }),
    clock,
    dataOf: (due) => eventData(services, due, config.publicUrl ?? ''),
  });
  return {
    services,
    store,
    janitor,
    webhookSender,
    newAdminKey: admin.fresh,
    vendorModels: vendors.live?.wavespeed?.models,
    resume,
    stop: () => stopping.abort(new Error('The server is shutting down')),
    close: async () => {
      stopListening();
      await Promise.all(both.map((studio) => studio.close()));
      // What was put down here is taken up elsewhere at once.
      await store.signals.send({ kind: 'work' }).catch(fault);
      await store.close();
      await tracing.close().catch(fault);
    },
  };
}

/** What another node (or this one) asks all to look at. */
async function heed(
  signal: Signal,
  { test, live }: { readonly test: Studio; readonly live?: Studio },
  resume: () => Promise<unknown>,
): Promise<void> {
  if (signal.kind === 'work') await resume();
  if (signal.kind === 'wake') for (const studio of [test, live]) await studio?.wake(signal.token);
  if (signal.kind === 'cancel') await (signal.test ? test : live)?.runs.cancel(signal.account, signal.runId);
}

/** The operator's key: from the environment, else made at the first start; only its hash is kept, the first node's wins. */
async function adminKey(config: Config, { settings }: Store): Promise<{ hash: string; fresh: string | undefined }> {
  if (config.adminKey !== undefined) return { hash: hashOf(config.adminKey), fresh: undefined };
  const made = `is_admin_${randomBytes(32).toString('base64url')}`;
  const hash = String(await settings.getOrSet('admin-key-hash', hashOf(made)));
  return { hash, fresh: hash === hashOf(made) ? made : undefined };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : 'unknown');

const same = (first: string, second: string) => timingSafeEqual(Buffer.from(first), Buffer.from(second));

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');
