import { type Assets, type Clock, newId, type RunnerParts } from '@image-studio/core';
import { createDownload } from '@image-studio/http';
import { createMedia } from '@image-studio/media';
import type { OverlayEntry } from '@image-studio/registry';
import type { Store } from '@image-studio/store';
import { createStudio, type Studio } from '@image-studio/studio';
import type { Logger } from 'pino';
import { boundedMedia } from './bounded-media.ts';
import type { Config } from './config.ts';
import type { Tracing } from './tracing/tracing.ts';
import type { VendorSets } from './vendors.ts';

/** As many as libuv has threads. */
const decodersAtOnce = 4;

/** What studios are made of. */
export interface StudioParts {
  readonly config: Config;
  /** Laid over the catalogue. */
  readonly models: readonly OverlayEntry[];
  readonly vendors: VendorSets;
  readonly store: Store;
  readonly assets: Assets;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly tracing: Tracing;
  /** This process among all of this machine. */
  readonly identity: string;
}

/** The studio of each mode over one store and one storage. */
export function createStudios(parts: StudioParts): { test: Studio; live?: Studio } {
  const { config, models, vendors, store, assets, clock, logger, tracing, identity } = parts;
  const shared = {
    models,
    ledger: store.ledger,
    journal: store.journal,
    assets,
    media: boundedMedia(createMedia(), decodersAtOnce),
    clock,
    drives: config.role !== 'api',
    download: createDownload({}),
    // Strangers must not name files of this machine.
    openFile: undefined,
    trace: tracing.runs,
    onFault: ({ run, callId, error }: Parameters<NonNullable<RunnerParts['onFault']>>[0]) =>
      logger.error(
        {
          runId: run.id,
          traceId: run.traceparent?.split('-')[1],
          callId,
          error: error instanceof Error ? error.message : 'unknown',
        },
        'a call met a fault of ours and is tried again',
      ),
  };
  // A live vendor calls back over https only.
  const webhookUrl = (isTest: boolean): Pick<RunnerParts, 'webhookUrl'> =>
    config.publicUrl === undefined || !(isTest || config.publicUrl.startsWith('https:'))
      ? {}
      : { webhookUrl: (vendor, token) => new URL(`/webhooks/${vendor}/${token}`, config.publicUrl) };
  // Its process is part of a name, so that one that is started again here knows that this one is gone.
  const owner = () => `${newId('node', clock.now())}.${identity}`;
  const create = (isTest: boolean, own: VendorSets['test']) => {
    const studio = createStudio({ ...shared, test: isTest, owner: owner(), vendors: own, ...webhookUrl(isTest) });
    return config.role === 'api' ? announcing(studio, store) : studio;
  };
  const test = create(true, vendors.test);
  return vendors.live ? { test, live: create(false, vendors.live) } : { test };
}

/** Tells the workers of every run that was accepted here; they look every few seconds anyway. */
function announcing(studio: Studio, { signals }: Store): Studio {
  return {
    ...studio,
    start: async (...request) => {
      const started = await studio.start(...request);
      if (!started.attached) await signals.send({ kind: 'work' }).catch(() => {});
      return started;
    },
  };
}
