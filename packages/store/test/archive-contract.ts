import { type AssetRecord, type CallPatch, stateOf } from '@image-studio/core';
import { acme, delivered, leaseOf, noon, refused, reservationOf } from '@image-studio/core/contracts';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';

import type { storeOver } from './databases.ts';

/** How runs and files are found again and removed; run over each engine. */
export function archiveContract(name: string, make: ReturnType<typeof storeOver>): void {
  describe(`archive: ${name}`, () => {
    let store: Awaited<ReturnType<typeof make>>;
    beforeEach(async () => {
      store = await make();
      await store.accounts.create({ id: 'acme', createdAt: noon });
      await store.accounts.create({ id: 'other', createdAt: noon });
    });

    const run = async (wish: Parameters<typeof reservationOf>[0] = {}) => {
      const reservation = reservationOf(wish);
      await store.ledger.reserve(reservation);
      return reservation;
    };
    const asset = async (id: string, fields: Partial<AssetRecord> = {}) => {
      const facts = { kind: 'image', mediaType: 'image/png', width: 1, height: 1, seconds: null } as const;
      const place = { id, key: `files/${id}`, account: 'acme', test: true, runId: null, createdAt: noon };
      await store.journal.addAsset({ ...facts, ...place, size: 1, sha256: 'x', ...fields });
    };
    const has = async (id: string) => (await store.journal.getAsset(acme, id)) !== undefined;
    const removals = async () =>
      (await store.archive.claimRemovals({ now: noon + 1e6, retryAt: noon + 2e6, limit: 100 }))
        .map(({ kind, target }) => [kind, target])
        .toSorted();

    test('a file that was stored and never recorded is removed later, one that was recorded is not', async () => {
      for (const id of ['lost', 'kept'])
        await store.journal.expectFile?.({ key: `files/${id}`, test: true, removeAt: noon + 100 });
      await asset('kept');
      const due = (now: number) => store.archive.claimRemovals({ now, retryAt: now + 1, limit: 10 });
      expect(await due(noon + 99)).toEqual([]);
      expect(await due(noon + 100)).toMatchObject([{ kind: 'file', target: 'files/lost' }]);
    });

    test('lists runs by the same state that core derives, by operation and user', async () => {
      const error = refused.error;
      const steps: readonly (readonly [
        number,
        (calls: Awaited<ReturnType<typeof run>>['calls']) => Promise<unknown>,
      ])[] = [
        [1, async () => undefined],
        [2, async ([first]) => store.journal.advance(leaseOf(first), 'reserved', 'submitting')],
        [1, async ([first]) => store.journal.advance(leaseOf(first), 'reserved', 'in_doubt', { error })],
        [1, async ([first]) => store.journal.advance(leaseOf(first), 'reserved', 'submitted', { error } as CallPatch)],
        [2, async ([first]) => store.ledger.settle(leaseOf(first), delivered)],
        [1, async ([first]) => store.ledger.settle(leaseOf(first), delivered)],
        [1, async ([first]) => store.ledger.release(leaseOf(first), refused)],
        [1, async ([first]) => store.ledger.release(leaseOf(first), { ...refused, outcome: 'canceled' })],
      ];
      const ids: string[] = [];
      for (const [calls, act] of steps) {
        const made = await run({ calls, user: 'ada' });
        await act(made.calls);
        ids.push(made.run.id);
      }
      const all = await store.archive.listRuns(acme, { limit: 50 });
      expect(all).toHaveLength(steps.length);
      const states = ['queued', 'running', 'in_doubt', 'succeeded', 'failed', 'canceled'] as const;
      for (const state of states) {
        const listed = await store.archive.listRuns(acme, { limit: 50, state });
        const wanted = all.filter(({ calls }) => stateOf(calls) === state);
        expect(wanted.length).toBeGreaterThan(0);
        expect(listed.map(({ run: { id } }) => id)).toEqual(wanted.map(({ run: { id } }) => id));
      }
      expect(await store.archive.listRuns(acme, { limit: 9, user: 'bob' })).toEqual([]);
      expect(await store.archive.listRuns(acme, { limit: 9, user: 'ada', operation: 'upscale' })).toEqual([]);
      expect(await store.archive.listRuns({ ...acme, test: false }, { limit: 9 })).toEqual([]);
      const [newest, second] = all;
      const page = { limit: 1, before: newest!.run.id };
      expect((await store.archive.listRuns(acme, page))[0]?.run.id).toBe(second!.run.id);
    });

    test('a forgotten run is gone with its files and words; its cost and its vendor’s job stay known', async () => {
      const { run: made, calls } = await run({ idempotencyKey: 'once' });
      await asset('asset_1');
      await asset('asset_out', { runId: made.id });
      await store.journal.advance(leaseOf(calls[0]), 'reserved', 'submitted', { ticket: { id: 'job' } });
      expect(await store.archive.forgetRun(acme, made.id, noon)).toBe('open');
      await store.ledger.settle(leaseOf(calls[0]), delivered);
      expect(await store.archive.forgetRun({ account: 'other', test: true }, made.id, noon)).toBeUndefined();
      expect(await store.archive.forgetRun(acme, made.id, noon)).toBe('forgotten');
      expect(await store.archive.forgetRun(acme, made.id, noon)).toBeUndefined();
      expect(await store.journal.getRun(acme, made.id)).toBeUndefined();
      expect([await has('asset_1'), await has('asset_out')]).toEqual([false, false]);
      expect(await removals()).toEqual([
        ['file', 'files/asset_1'],
        ['file', 'files/asset_out'],
        ['job', { id: 'job' }],
      ]);
      const dump = await store.drizzle.execute(
        sql`select to_jsonb(runs)::text || to_jsonb(calls)::text as row from runs, calls`,
      );
      expect(JSON.stringify(dump)).not.toContain('dusk');
      expect(await store.ledger.events(acme, { limit: 5 })).toHaveLength(1);
      const again = await store.ledger.reserve(reservationOf({ idempotencyKey: 'once' }));
      expect(again.attached).toBe(false);
      const [next] = (await store.journal.getRun(acme, again.runId))!.calls;
      const adopted = { ticket: { id: 'job' } };
      expect(await store.journal.advance(leaseOf(next), 'reserved', 'submitted', adopted)).toBe(false);
    });

    test('what was made of an input for a vendor stays as long as its call is open, and is forgotten with the run', async () => {
      const { run: made, ...rest } = reservationOf();
      const [call] = rest.calls;
      const [first, ...others] = call!.candidates;
      const body = { ...first!.body, masks: [{ $asset: 'asset_fitted' }] };
      const calls = [{ ...call!, candidates: [{ ...first!, body }, ...others] }];
      await store.ledger.reserve({ ...rest, run: made, calls });
      await asset('asset_fitted', { createdAt: noon - 1000 });
      const expiry = { unusedBefore: noon, before: noon, at: noon, limit: 10 };
      expect(await store.archive.expireAssets(expiry)).toBe(0);
      await store.ledger.settle(leaseOf(call), delivered);
      expect(await store.archive.forgetRun(acme, made.id, noon)).toBe('forgotten');
      expect(await has('asset_fitted')).toBe(false);
      expect(await removals()).toEqual([['file', 'files/asset_fitted']]);
    });

    test('forgetting spares what another run uses, and waits for an open one that does', async () => {
      const first = await run();
      const user = await run({ request: { image: { asset: 'asset_out' }, references: [{ asset: 'asset_1' }] } });
      await asset('asset_1');
      await asset('asset_out', { runId: first.run.id });
      await store.ledger.settle(leaseOf(first.calls[0]), delivered);
      expect(await store.archive.forgetRun(acme, first.run.id, noon)).toBe('open');
      await store.ledger.settle(leaseOf(user.calls[0]), delivered);
      expect(await store.archive.forgetRun(acme, first.run.id, noon)).toBe('forgotten');
      expect([await has('asset_1'), await has('asset_out')]).toEqual([true, false]);
    });

    test('files are removed by their owner unless an open run uses them', async () => {
      const { calls } = await run();
      await asset('asset_1');
      await asset('asset_2');
      expect(await store.archive.removeAssets({ account: 'other', test: true }, ['asset_2'], { at: noon })).toEqual([]);
      const both = ['asset_1', 'asset_2'];
      expect(await store.archive.removeAssets(acme, both, { at: noon })).toEqual(['asset_2']);
      await store.ledger.settle(leaseOf(calls[0]), delivered);
      expect(await store.archive.removeAssets(acme, both, { at: noon, unusedOnly: true })).toEqual([]);
      expect(await store.archive.removeAssets(acme, both, { at: noon })).toEqual(['asset_1']);
      expect(await store.archive.removeAssets(acme, [], { at: noon })).toEqual([]);
    });

    test('old files expire: unused inputs soon, all others only when asked, never those of an open run', async () => {
      const { run: open } = await run({ request: { image: { asset: 'asset_open' } } });
      const ended = await run({ request: { image: { asset: 'asset_used' } } });
      await store.ledger.settle(leaseOf(ended.calls[0]), delivered);
      const old = { createdAt: noon - 1000 };
      await asset('asset_new');
      await asset('asset_unused', old);
      await asset('asset_used', old);
      await asset('asset_open', old);
      await asset('asset_made', { ...old, runId: ended.run.id });
      await asset('asset_making', { ...old, runId: open.id });
      const left = async () => {
        const names = ['new', 'unused', 'used', 'open', 'made', 'making'];
        const there = await Promise.all(names.map((part) => has(`asset_${part}`)));
        return names.filter((_, index) => there[index]);
      };
      expect(await store.archive.expireAssets({ unusedBefore: noon, at: noon, limit: 10 })).toBe(1);
      expect(await left()).toEqual(['new', 'used', 'open', 'made', 'making']);
      const all = { unusedBefore: 0, before: noon, at: noon };
      expect(await store.archive.expireAssets({ ...all, limit: 1 })).toBe(1);
      expect(await store.archive.expireAssets({ ...all, limit: 10 })).toBe(1);
      expect(await left()).toEqual(['new', 'open', 'making']);
    });

    test('a removal comes again until it is ended, and to one claimer at a time', async () => {
      await asset('asset_1');
      await store.archive.removeAssets(acme, ['asset_1'], { at: noon });
      const claim = (now: number) => store.archive.claimRemovals({ now, retryAt: now + 100, limit: 5 });
      const [first, none] = [await claim(noon), await claim(noon + 99)];
      expect([first, none]).toMatchObject([[{ kind: 'file', target: 'files/asset_1', attempt: 1 }], []]);
      const [again] = await claim(noon + 100);
      expect(again).toMatchObject({ attempt: 2, test: true });
      await store.archive.endRemoval(again!.id);
      expect(await claim(noon + 1000)).toEqual([]);
    });
  });
}
