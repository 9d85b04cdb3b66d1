import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { createFolderAssets } from '@image-studio/assets';
import { type Assets, type Clock, newId, type RunnerParts, StudioError } from '@image-studio/core';
import { createDownload } from '@image-studio/http';
import { createMedia } from '@image-studio/media';
import { createStore, openDatabase, reconcile, type Store } from '@image-studio/store';
import type { OverlayEntry } from '@image-studio/registry';
import { createStudio, type Studio, type Vendors } from '@image-studio/studio';
import { createLocal } from '@image-studio/vendor-local';
import type { Logger } from 'pino';
import type { Wavespeed } from '@image-studio/vendor-wavespeed';
import type { Config } from './config.ts';
import { liveVendors } from './live-vendors.ts';
import { sandboxVendors } from './sandbox-vendor.ts';
import { readOverlay } from './read-overlay.ts';
import type { Services } from './services.ts';
import { createSignedLinks } from './signed-links.ts';

/** A running composition: the services of the routes, and what start and stop need. */
export interface Composition {
  readonly services: Services;
  readonly store: Store;
  /** Set when the admin key was made just now: the only time it is known. */
  readonly newAdminKey: string | undefined;
  /** Takes over what was open; repeated while the process lives. */
  readonly resume: (options?: { readonly takeOver: boolean }) => Promise<number>;
  readonly close: () => Promise<void>;
  /** Today's rows of WaveSpeed's catalogue, where live mode has it. */
  readonly vendorModels: Wavespeed['models'] | undefined;
}

/** Opens the database and the files and joins every part. Throws when the data folder is in use by another process. */
export async function compose(config: Config, clock: Clock, logger: Logger): Promise<Composition> {
  const models = config.catalogFile === undefined ? [] : await readOverlay(config.catalogFile);
  const embedded = config.databaseUrl === undefined;
  const database = await openDatabase(
    embedded ? { folder: join(config.dataFolder, 'database') } : { url: config.databaseUrl! },
  );
  const store = createStore(database);
  const assets = await createFolderAssets(join(config.dataFolder, 'files'));
  const vendors = { test: sandboxVendors(config), live: liveVendors(config) };
  const studios = createStudios({ models, store, assets, clock, logger }, vendors);
  const secret =
    config.secret ?? String(await store.settings.getOrSet('secret', randomBytes(32).toString('base64url')));
  const admin = await adminKey(config, store);
  const both = Object.values(studios);
  const services: Services = {
    studios,
    ...store,
    assets,
    clock,
    links: createSignedLinks(secret),
    logger,
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
    isAdmin: async (key) => timingSafeEqual(Buffer.from(hashOf(key)), Buffer.from(admin.hash)),
    ping: async () => void (await store.settings.get('secret')),
  };
  return {
    services,
    store,
    newAdminKey: admin.fresh,
    vendorModels: vendors.live?.wavespeed?.models,
    resume: async (options) => {
      let taken = 0;
      for (const studio of both) taken += await studio.resume(options);
      return taken;
    },
    close: async () => {
      await Promise.all(both.map((studio) => studio.close()));
      await store.close();
    },
  };
}

interface StudioParts {
  readonly models: readonly OverlayEntry[];
  readonly store: Store;
  readonly assets: Assets;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Test mode talks to the sandbox, live mode to the vendors whose keys are set. Local work is real in both. */
function createStudios(
  { models, store, assets, clock, logger }: StudioParts,
  vendors: { readonly test: Vendors; readonly live: Vendors | undefined },
): { test: Studio; live?: Studio } {
  const local = createLocal();
  const shared = {
    models,
    ledger: store.ledger,
    journal: store.journal,
    assets,
    media: createMedia(),
    clock,
    download: createDownload({}),
    // Strangers must not name files of this machine.
    openFile: undefined,
    onFault: ({ callId, error }: Parameters<NonNullable<RunnerParts['onFault']>>[0]) =>
      logger.error(
        { callId, error: error instanceof Error ? error.message : 'unknown' },
        'a call met a fault of ours and is tried again',
      ),
  };
  const owner = () => newId('node', clock.now());
  const test = createStudio({
    ...shared,
    test: true,
    owner: owner(),
    vendors: { local, ...vendors.test },
  });
  if (vendors.live === undefined) return { test };
  return { test, live: createStudio({ ...shared, test: false, owner: owner(), vendors: { local, ...vendors.live } }) };
}

/** The operator's key: from the environment, else made at the first start; only its hash is kept, the first node's wins. */
async function adminKey(config: Config, { settings }: Store): Promise<{ hash: string; fresh: string | undefined }> {
  if (config.adminKey !== undefined) return { hash: hashOf(config.adminKey), fresh: undefined };
  const made = `is_admin_${randomBytes(32).toString('base64url')}`;
  const hash = String(await settings.getOrSet('admin-key-hash', hashOf(made)));
  return { hash, fresh: hash === hashOf(made) ? made : undefined };
}

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');
