import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { AssetRecord } from '../run/ports.ts';
import type { CallPatch } from '../run/journal.ts';
import {
  acme,
  delivered,
  leaseOf,
  noon,
  refused,
  reservationOf,
  type StoreUnderTest,
  type Wish,
} from './ledger-rows.ts';
import { leasesContract } from './leases-contract.ts';

/** What every journal does; run over each implementation. `make` gives an empty store for each test. */
export function journalContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`journal: ${name}`, () => {
    let store: StoreUnderTest;
    beforeEach(async () => {
      store = await make();
      await store.accounts.create({ id: 'acme', createdAt: noon });
      await store.accounts.create({ id: 'other', createdAt: noon });
    });
    afterEach(() => store.close?.());

    async function reserve(wish: Wish = {}) {
      const reservation = reservationOf(wish);
      await store.ledger.reserve(reservation);
      return reservation;
    }
    const callOf = async (id: string) => (await store.journal.getRun(acme, id))?.calls[0];

    test('reads a run as it was reserved, calls in order', async () => {
      const { run, calls } = await reserve({ calls: 3, user: 'ada', key: 'key_1', idempotencyKey: 'once' });
      expect(await store.journal.getRun(acme, run.id)).toEqual({ run, calls, files: [] });
    });

    test('shows a run to its account and mode only', async () => {
      const { run } = await reserve();
      for (const scope of [
        { account: 'other', test: true },
        { account: 'acme', test: false },
        { account: null, test: true },
      ]) {
        expect(await store.journal.getRun(scope, run.id)).toBeUndefined();
        expect(await store.journal.listRuns(scope, { limit: 10 })).toEqual([]);
        expect(await store.journal.requestCancel(scope, run.id)).toBe(false);
      }
      expect(await store.journal.getRun(acme, 'run_unknown')).toBeUndefined();
      expect((await store.journal.getRun(acme, run.id))?.run.cancelRequested).toBe(false);
    });

    test('lists runs newest first, page by page, of one operation when asked', async () => {
      const ids: string[] = [];
      for (const [index, operation] of ['edit', 'upscale', 'edit', 'edit'].entries())
        ids.unshift((await reserve({ operation, createdAt: noon + index * 1000, calls: 2 })).run.id);
      const list = async (page: { limit: number; before?: string; operation?: string }) =>
        (await store.journal.listRuns(acme, page)).map(({ run }) => run.id);
      expect(await list({ limit: 10 })).toEqual(ids);
      expect(await list({ limit: 2 })).toEqual(ids.slice(0, 2));
      expect(await list({ limit: 2, before: ids[1]! })).toEqual(ids.slice(2));
      expect(await list({ limit: 2, operation: 'edit' })).toEqual([ids[0], ids[1]]);
      expect(await list({ limit: 2, operation: 'edit', before: ids[1]! })).toEqual([ids[3]]);
      const [newest] = await store.journal.listRuns(acme, { limit: 1 });
      expect(newest?.calls.map(({ index }) => index)).toEqual([0, 1]);
    });

    test('does not let a reader change what is stored', async () => {
      const { run, calls } = await reserve();
      const read = await store.journal.getRun(acme, run.id);
      Object.assign(read!.run.metadata, { order: 'changed' });
      Object.assign(read!.calls[0]!, { step: 'settled', leaseToken: 99 });
      Object.assign(calls[0]!.candidates[0]!, { quoteMicros: 0 });
      const again = await store.journal.getRun(acme, run.id);
      expect(again).toMatchObject({
        run: { metadata: { order: "17 'quoted'" } },
        calls: [{ step: 'reserved', leaseToken: 1 }],
      });
      expect(again?.calls[0]?.candidates[0]?.quoteMicros).toBe(1000);
    });

    test('moves a call from the step it stands at, with everything the step writes', async () => {
      const { run, calls } = await reserve();
      const patch: Required<CallPatch> = {
        candidate: 1,
        attempt: 2,
        sent: { prompt: 'dusk', image: 'https://example.test/a.png', size: [64, 64], mask: null },
        ticket: { id: 'job-1', nested: [1, 'two', null] },
        outputs: [{ url: 'https://example.test/b.png', mediaType: 'image/png' }],
        reported: { costMicros: 950, seed: 7 },
        dueAt: noon + 7000,
        submittedAt: noon + 6000,
        error: refused.error,
      };
      expect(await store.journal.advance(leaseOf(calls[0]), 'submitting', 'submitted', patch)).toBe(false);
      expect(await callOf(run.id)).toEqual(calls[0]);
      expect(await store.journal.advance(leaseOf(calls[0]), 'reserved', 'submitting')).toBe(true);
      expect(await store.journal.advance(leaseOf(calls[0]), 'submitting', 'submitted', patch)).toBe(true);
      expect(await callOf(run.id)).toEqual({ ...calls[0], ...patch, step: 'submitted' });
      const empty = {
        ticket: null,
        sent: null,
        reported: null,
        error: null,
        submittedAt: null,
        outputs: [],
      };
      expect(await store.journal.advance(leaseOf(calls[0]), 'submitted', 'reserved', empty)).toBe(true);
      expect(await callOf(run.id)).toEqual({ ...calls[0], ...patch, ...empty, step: 'reserved' });
    });

    test('keeps scalar tickets what they are', async () => {
      const { run, calls } = await reserve();
      for (const ticket of ['job-1', '"quoted"', '17', 17, true, ['a'], null]) {
        await store.journal.advance(leaseOf(calls[0]), 'reserved', 'reserved', { ticket });
        expect((await callOf(run.id))?.ticket).toEqual(ticket);
      }
    });

    test('lets one of many move a call', async () => {
      const { calls } = await reserve();
      const moves = Array.from({ length: 20 }, () =>
        store.journal.advance(leaseOf(calls[0]), 'reserved', 'submitting'),
      );
      expect((await Promise.all(moves)).filter(Boolean)).toHaveLength(1);
    });

    test('does not begin to submit a run that is to be canceled; what was submitted goes on', async () => {
      const { run, calls } = await reserve({ calls: 2 });
      await store.journal.advance(leaseOf(calls[1]), 'reserved', 'submitting');
      expect(await store.journal.requestCancel(acme, run.id)).toBe(true);
      expect(await store.journal.requestCancel(acme, run.id)).toBe(true);
      expect((await store.journal.getRun(acme, run.id))?.run.cancelRequested).toBe(true);
      expect(await store.journal.advance(leaseOf(calls[0]), 'reserved', 'submitting')).toBe(false);
      expect(await store.journal.advance(leaseOf(calls[1]), 'submitting', 'submitted', { ticket: 'job' })).toBe(true);
    });

    test('moves no call that has ended, and ends none', async () => {
      const { calls } = await reserve({ calls: 2 });
      await expect(store.journal.advance(leaseOf(calls[0]), 'reserved', 'settled')).rejects.toMatchObject({
        code: 'internal',
      });
      await expect(store.journal.advance(leaseOf(calls[0]), 'reserved', 'released')).rejects.toMatchObject({
        code: 'internal',
      });
      await store.ledger.settle(leaseOf(calls[0]), delivered);
      expect(await store.journal.advance(leaseOf(calls[0]), 'settled', 'reserved')).toBe(false);
      expect(await store.journal.advance({ callId: 'call_unknown', leaseToken: 1 }, 'reserved', 'submitting')).toBe(
        false,
      );
    });

    test('keeps inputs with what is known of them, for their account and mode', async () => {
      const facts = {
        kind: 'video',
        mediaType: 'video/mp4',
        size: 5_000_000_000,
        sha256: 'ab',
        width: 640,
        height: 480,
        seconds: 2.5,
        scene: null,
      } as const;
      const asset: AssetRecord = {
        id: 'asset_1',
        key: 'inputs/1',
        ...acme,
        runId: null,
        createdAt: noon,
        ...facts,
      };
      const input: AssetRecord = {
        ...asset,
        id: 'asset_2',
        width: null,
        height: null,
        seconds: null,
        kind: 'model3d',
        scene: { meshes: 1, triangles: 12, size: { x: 1, y: 0.5, z: 2 } },
      };
      for (const one of [asset, input]) await store.journal.addAsset(one);
      expect(await store.journal.getAsset(acme, 'asset_1')).toEqual(asset);
      expect(await store.journal.getAsset(acme, 'asset_2')).toEqual(input);
      expect(await store.journal.getAsset({ account: 'other', test: true }, 'asset_1')).toBeUndefined();
      expect(await store.journal.getAsset({ account: 'acme', test: false }, 'asset_1')).toBeUndefined();
      expect(await store.journal.getAsset(acme, 'asset_unknown')).toBeUndefined();
    });

    leasesContract(() => store);
  });
}
