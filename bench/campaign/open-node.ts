import { createFolderAssets } from '@image-studio/assets';
import { defaultLimits, isStudioError, newId } from '@image-studio/core';
import { createMedia } from '@image-studio/media';
import { createStore, isOwnerGone, openDatabase, ownerIdentity } from '@image-studio/store';
import { createStudio } from '@image-studio/studio';
import { createLocal } from '@image-studio/vendor-local';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import { createFastClock, createJumpingClock } from './fast-clock.ts';
import { makeAccount } from './make-account.ts';
import { account, type Answer, type NodeSettings, type Order } from './messages.ts';
import { reportOf } from './report.ts';
import { createTrap } from './trap.ts';

/** How often a node looks for calls whose owner is gone. By the fast clock. */
const sweepMs = 5_000;
/** In real time: a request that is never answered must not hold a campaign up. */
const timeouts = { paidMs: 2_500, freeMs: 5_000 };

/** A whole studio over the real store, files, media and vendors. `say` gets what the node has to tell. */
export async function openNode(settings: NodeSettings, say: (answer: Answer) => void) {
  const { jump, ...clock } = createJumpingClock(createFastClock(settings.clock));
  const store = createStore(await openDatabase(settings.database));
  await makeAccount(store, clock);
  const real = {
    ledger: store.ledger,
    journal: store.journal,
    assets: await createFolderAssets(settings.filesFolder),
    fetch: (request: Request) => globalThis.fetch(request),
  };
  const trap = createTrap(real, (write) => say({ say: 'write-refused', write }));
  const { fetch, ...ports } = trap.ports;
  const wavespeed = createWavespeed({
    apiKey: 'sandbox',
    baseUrl: settings.sandboxUrl,
    fetch,
    clock,
    timeouts,
    retry: { limit: 2, firstMs: 40, longestMs: 500 },
  });
  // Requests travel in real time, the runner's clock does not; a busy machine may take seconds to read one.
  const arrivesWithinMs = (timeouts.paidMs + 5_000) * settings.clock.speed;
  const { pace } = settings;
  const quick = pace && { concurrency: pace.concurrency, poll: { ...wavespeed.policy.poll, firstMs: pace.firstMs } };
  const vendor = { ...wavespeed, policy: { ...wavespeed.policy, ...quick, arrivesWithinMs } };
  const local = createLocal();
  const work: typeof local.start = (call) => {
    say({ say: 'local-work', callId: call.id });
    return trap.around('post', () => local.start(call));
  };
  const studio = createStudio({
    ...ports,
    vendors: { wavespeed: vendor, local: { ...local, start: work } },
    media: createMedia(),
    clock,
    test: true,
    owner: `${newId(settings.name, clock.now())}.${await ownerIdentity()}`,
    limits: { ...defaultLimits, maxOutputBytes: 20e6, backoff: { firstMs: 1_000, maxMs: 30_000 } },
    onFault: ({ callId, error }) =>
      say({ say: 'fault', callId, message: error instanceof Error ? error.message : 'unknown' }),
  });
  const stopped = new AbortController();
  const embedded = 'folder' in settings.database;

  async function sweep(): Promise<void> {
    while (!stopped.signal.aborted) {
      await clock.sleep(sweepMs, { signal: stopped.signal }).catch(() => {});
      if (!stopped.signal.aborted) await studio.resume().catch(() => 0);
    }
  }

  async function start(order: Extract<Order, { order: 'run' }>): Promise<void> {
    const { n, operation, request } = order;
    if (order.trap !== undefined) trap.arm(order.trap);
    try {
      const { id, attached } = await studio.start(operation, request, { account, idempotencyKey: `n${n}` });
      say({ say: 'accepted', n, run: id, attached });
    } catch (error) {
      const code = isStudioError(error) ? error.code : 'unknown';
      say({ say: 'refused', n, code, message: error instanceof Error ? error.message : '' });
    }
  }

  await studio.resume({ takeOver: embedded || isOwnerGone });
  const sweeping = sweep();
  return {
    async obey(order: Order): Promise<void> {
      if (order.order === 'run') return start(order);
      if (order.order === 'cancel') return void (await studio.runs.cancel(account, order.run));
      if (order.order === 'jump') return jump(order.byMs);
      if (order.order === 'report') return say({ say: 'report', ...(await reportOf(store.journal, clock.now())) });
      stopped.abort();
      await sweeping;
      await studio.close();
      await store.close();
    },
  };
}
