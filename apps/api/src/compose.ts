import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { type Assets, type Clock, type Json, newId, type RunnerParts } from '@image-studio/core';
import { createDownload } from '@image-studio/http';
import { createMedia } from '@image-studio/media';
import { createStore, openDatabase, type Store } from '@image-studio/store';
import { createStudio, type Studio, type Vendors } from '@image-studio/studio';
import { createLocal } from '@image-studio/vendor-local';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { createJanitor, type ForgetJob, type Janitor } from './janitor.ts';
import { sandboxWavespeed } from './sandbox-vendor.ts';
import type { Services } from './services.ts';
import { createSignedLinks } from './signed-links.ts';
import { openStorage } from './storage.ts';

/** A running composition: the services of the routes, and what start and stop need. */
export interface Composition {
  readonly services: Services;
  readonly store: Store;
  /** Set when the admin key was made just now: the only time it is known. */
  readonly newAdminKey: string | undefined;
  /** Takes over what was open; repeated while the process lives. */
  readonly resume: (options?: { readonly takeOver: boolean }) => Promise<number>;
  readonly janitor: Janitor;
  /** Ends long answers; call before the server closes. */
  readonly stop: () => void;
  readonly close: () => Promise<void>;
}

/** Opens the database and the files and joins every part. Throws when the data folder is in use by another process. */
export async function compose(config: Config, clock: Clock, logger: Logger): Promise<Composition> {
  const { assets, directLinks } = await openStorage(config.storage, config.dataFolder);
  const embedded = config.databaseUrl === undefined;
  const database = await openDatabase(
    embedded ? { folder: join(config.dataFolder, 'database') } : { url: config.databaseUrl! },
  );
  const store = createStore(database);
  const vendors = createVendors(config);
  const studios = createStudios({ vendors, store, assets, clock, logger });
  const forgetJob = (test: boolean, vendor: string) => forgettersOf(test ? vendors.test : vendors.live)[vendor];
  const janitor = createJanitor({ archive: store.archive, assets, clock, logger, forgetJob, keep: config.keep });
  const stopping = new AbortController();
  const secret =
    config.secret ?? String(await store.settings.getOrSet('secret', randomBytes(32).toString('base64url')));
  const admin = await adminKey(config, store);
  const both = Object.values(studios);
  const fault = (error: unknown) => logger.error({ error: messageOf(error) }, 'cannot tidy up');
  const services: Services = {
    studios,
    ...store,
    assets,
    directLinks,
    clock,
    links: createSignedLinks(secret),
    logger,
    stopping: stopping.signal,
    tidy: () => void janitor.remove().catch(fault),
    findCaller: async (key) => {
      const { account, test, id: keyId, scopes } = await store.keys.find(key, clock.now());
      return { account, test, keyId, scopes };
    },
    createKey: async (account, test) => {
      if (!(await store.accounts.get(account))) await store.accounts.create({ id: account, createdAt: clock.now() });
      const { key, secret: shown } = await store.keys.create({
        account,
        test,
        name: 'made by the operator',
        createdAt: clock.now(),
      });
      return { id: key.id, key: shown };
    },
    isAdmin: async (key) => timingSafeEqual(Buffer.from(hashOf(key)), Buffer.from(admin.hash)),
    ping: async () => void (await store.settings.get('secret')),
  };
  return {
    services,
    store,
    janitor,
    newAdminKey: admin.fresh,
    resume: async (options) => {
      let taken = 0;
      for (const studio of both) taken += await studio.resume(options);
      return taken;
    },
    stop: () => stopping.abort(new Error('The server is shutting down')),
    close: async () => {
      await Promise.all(both.map((studio) => studio.close()));
      await store.close();
    },
  };
}

interface VendorSets {
  readonly test: Vendors;
  readonly live: Vendors | undefined;
}

interface StudioParts {
  readonly vendors: VendorSets;
  readonly store: Store;
  readonly assets: Assets;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Test mode talks to the sandbox, live mode to the vendors whose keys are set. Local work is real in both. */
function createVendors(config: Config): VendorSets {
  const { apiKey, baseUrl } = config.wavespeed;
  const local = createLocal();
  const test = { local, wavespeed: sandboxWavespeed(config) };
  if (apiKey === undefined) return { test, live: undefined };
  return {
    test,
    live: { local, wavespeed: createWavespeed({ apiKey, ...(baseUrl === undefined ? {} : { baseUrl }) }) },
  };
}

/** The vendors that forget a job when asked to. */
function forgettersOf(vendors: Vendors | undefined): Readonly<Record<string, ForgetJob>> {
  const wavespeed = vendors?.wavespeed;
  if (!wavespeed) return {};
  const id = (ticket: Json) => String((ticket as { readonly id?: Json }).id);
  return { wavespeed: (ticket) => wavespeed.deletePredictions([id(ticket)]) };
}

function createStudios({ vendors, store, assets, clock, logger }: StudioParts): { test: Studio; live?: Studio } {
  const shared = {
    ledger: store.ledger,
    journal: store.journal,
    assets,
    media: createMedia(),
    clock,
    download: createDownload({}),
    // Strangers must not name files of this machine.
    openFile: undefined,
    onFault: ({ callId, error }: Parameters<NonNullable<RunnerParts['onFault']>>[0]) =>
      logger.error({ callId, error: messageOf(error) }, 'a call met a fault of ours and is tried again'),
  };
  const owner = () => newId('node', clock.now());
  const test = createStudio({ ...shared, test: true, owner: owner(), vendors: vendors.test });
  if (!vendors.live) return { test };
  return { test, live: createStudio({ ...shared, test: false, owner: owner(), vendors: vendors.live }) };
}

/** The operator's key: from the environment, else made at the first start; only its hash is kept, the first node's wins. */
async function adminKey(config: Config, { settings }: Store): Promise<{ hash: string; fresh: string | undefined }> {
  if (config.adminKey !== undefined) return { hash: hashOf(config.adminKey), fresh: undefined };
  const made = `is_admin_${randomBytes(32).toString('base64url')}`;
  const hash = String(await settings.getOrSet('admin-key-hash', hashOf(made)));
  return { hash, fresh: hash === hashOf(made) ? made : undefined };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : 'unknown');

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');
