import { expect, test } from 'vitest';

import {
  acme,
  delivered,
  leaseMs,
  leaseOf,
  noon,
  refused,
  reservationOf,
  type StoreUnderTest,
  type Wish,
} from './ledger-rows.ts';

const afterLease = noon + leaseMs;

/** The part of the journal's contract about who may work on a call. */
export function leasesContract(current: () => StoreUnderTest): void {
  async function reserve(wish: Wish = {}) {
    const reservation = reservationOf(wish);
    await current().ledger.reserve(reservation);
    return reservation;
  }
  const claim = (
    owner: string,
    more: { now?: number; limit?: number; takeOver?: boolean | readonly string[]; test?: boolean } = {},
  ) => current().journal.claim({ owner, now: afterLease, leaseUntil: afterLease + leaseMs, limit: 100, ...more });
  const callOf = async (id: string) => (await current().journal.getRun(acme, id))?.calls[0];

  test('claims what is open, due and without a living lease, and raises the lease token', async () => {
    const { run } = await reserve();
    const waiting = await reserve({ createdAt: noon + 1 });
    const ended = await reserve();
    const later = await reserve();
    await current().ledger.release(leaseOf(ended.calls[0]), refused);
    await current().journal.advance(leaseOf(later.calls[0]), 'reserved', 'reserved', { dueAt: afterLease + 1 });
    const taken = await claim('node-b');
    expect(taken).toEqual([await callOf(run.id)]);
    expect(taken[0]).toMatchObject({ owner: 'node-b', leaseToken: 2, leaseUntil: afterLease + leaseMs });
    expect(await claim('node-c')).toEqual([]);
    expect((await claim('node-c', { now: afterLease + 1 })).map(({ runId }) => runId).sort()).toEqual(
      [waiting.run.id, later.run.id].sort(),
    );
  });

  test('claims the longest due first, no more than asked for', async () => {
    const first = await reserve({ createdAt: noon - 2000 });
    await reserve({ createdAt: noon });
    const second = await reserve({ createdAt: noon - 1000 });
    expect((await claim('node-b', { limit: 2 })).map(({ runId }) => runId).sort()).toEqual(
      [first.run.id, second.run.id].sort(),
    );
  });

  test('takes over every call of others when told that nobody else is alive, due or not, and each once', async () => {
    const { run } = await reserve();
    const later = await reserve({ createdAt: noon + 1 });
    const ended = await reserve();
    await current().ledger.release(leaseOf(ended.calls[0]), refused);
    const takeOver = () => claim('node-b', { now: noon, takeOver: true, limit: 1 });
    const taken = [...(await takeOver()), ...(await takeOver()), ...(await takeOver())];
    expect(taken.map(({ runId }) => runId)).toEqual([run.id, later.run.id]);
    expect(taken.every(({ owner, leaseToken }) => owner === 'node-b' && leaseToken === 2)).toBe(true);
  });

  test('takes over the calls of owners that are gone, however long their leases last, and of nobody else', async () => {
    const mine = await reserve();
    const other = await reserve();
    const [call] = await claim('node-b', { limit: 1 });
    const owners = async () => [...(await current().journal.owners())].toSorted();
    expect(await owners()).toHaveLength(2);
    expect(await owners()).toContain('node-b');
    expect(await claim('node-c', { now: noon, takeOver: [] })).toEqual([]);
    const taken = await claim('node-c', { now: noon, takeOver: ['node-b', 'node-x'] });
    expect(taken.map(({ id, owner, leaseToken }) => [id, owner, leaseToken])).toEqual([[call?.id, 'node-c', 3]]);
    for (const { calls } of [mine, other])
      await current().ledger.release(leaseOf((await callOf(calls[0]!.runId))!), refused);
    expect(await owners()).toEqual([]);
  });

  test('claims test or live calls only, when asked', async () => {
    const ofTest = await reserve();
    const live = await reserve({ test: false });
    expect((await claim('node-b', { test: false })).map(({ runId }) => runId)).toEqual([live.run.id]);
    expect(await claim('node-b', { test: false, takeOver: true })).toEqual([]);
    expect((await claim('node-b', { test: true, takeOver: true })).map(({ runId }) => runId)).toEqual([ofTest.run.id]);
  });

  test('gives each call to one of many claimers', async () => {
    for (let index = 0; index < 6; index++) await reserve({ calls: 5 });
    const taken = await Promise.all(Array.from({ length: 10 }, (_, index) => claim(`node-${index}`, { limit: 7 })));
    const rest = await claim('node-rest');
    const ids = [...taken.flat(), ...rest].map(({ id }) => id);
    expect(new Set(ids).size).toBe(30);
    expect(ids).toHaveLength(30);
    expect([...taken.flat(), ...rest].every(({ leaseToken }) => leaseToken === 2)).toBe(true);
  });

  test('prolongs the leases that are still current, and tells which', async () => {
    const kept = await reserve();
    const ended = await reserve();
    const lost = await reserve({ createdAt: noon - 1 });
    await current().ledger.settle(leaseOf(ended.calls[0]), delivered);
    await claim('node-b', { now: afterLease - 1 });
    const leases = [kept, ended, lost].map(({ calls }) => leaseOf(calls[0]));
    const owned = await current().journal.renew({ leases, leaseUntil: afterLease + 5 });
    expect(owned).toEqual([kept.calls[0]?.id]);
    expect(await claim('node-c', { now: afterLease + 4 })).toEqual([]);
    expect((await claim('node-c', { now: afterLease + 5 })).map(({ runId }) => runId)).toEqual([kept.run.id]);
    expect(await callOf(lost.run.id)).toMatchObject({ owner: 'node-b', leaseUntil: afterLease + leaseMs });
  });

  test('refuses every write of a lease that was lost', async () => {
    const { run, calls } = await reserve();
    const [taken] = await claim('node-b');
    expect(await current().journal.advance(leaseOf(calls[0]), 'reserved', 'submitting')).toBe(false);
    expect(await current().ledger.settle(leaseOf(calls[0]), delivered)).toBe(false);
    expect(await current().ledger.release(leaseOf(calls[0]), refused)).toBe(false);
    expect(await callOf(run.id)).toEqual(taken);
    expect(await current().journal.advance(leaseOf(taken), 'reserved', 'submitting')).toBe(true);
  });

  test('finds an open call by the token of its webhook address', async () => {
    const { calls } = await reserve({ calls: 2 });
    expect(await current().journal.findByToken(calls[1]!.token)).toEqual(calls[1]);
    expect(await current().journal.findByToken('unknown')).toBeUndefined();
    await current().ledger.release(leaseOf(calls[1]), refused);
    expect(await current().journal.findByToken(calls[1]!.token)).toBeUndefined();
  });

  test('a job of a vendor belongs to one call', async () => {
    const [one, other] = [await reserve(), await reserve()];
    for (const { calls } of [one, other]) await current().journal.advance(leaseOf(calls[0]), 'reserved', 'submitting');
    const adopt = ({ calls }: typeof one, id: string) =>
      current().journal.advance(leaseOf(calls[0]), 'submitting', 'submitted', { ticket: { id } });
    expect(await adopt(one, 'job-1')).toBe(true);
    expect(await adopt(other, 'job-1')).toBe(false);
    expect(await callOf(other.run.id)).toMatchObject({ step: 'submitting', ticket: null });
    expect(await adopt(other, 'job-2')).toBe(true);
  });
}
