import { describe, expect, test } from 'vitest';

import type { Limit, LimitSubject } from '../tracking/limit.ts';
import { idempotencyMs } from '../tracking/meters.ts';
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

const endsAt = Date.UTC(2026, 3, 1);
const wholeAccount: LimitSubject = { subject: 'account' };
const subjects: readonly LimitSubject[] = [
  wholeAccount,
  { subject: 'key', subjectId: 'key_1' },
  { subject: 'user', subjectId: 'ada' },
];

/** The part of the ledger's contract about limits and idempotency keys. */
export function limitsContract(current: () => StoreUnderTest): void {
  const limit = (meter: string, of: Limit, subject: LimitSubject = wholeAccount) =>
    current().accounts.setLimit({ ...acme, ...subject, meter, limit: of });
  const reserve = async (wish: Wish = {}) => {
    const reservation = reservationOf({ user: 'ada', key: 'key_1', ...wish });
    return { ...reservation, ...(await current().ledger.reserve(reservation)) };
  };
  const heldNow = async () => (await current().ledger.usage(acme, noon)).map(({ held }) => held);

  describe.each(subjects)('a limit of one $subject', (subject) => {
    test('on outputs refuses what does not fit, and says how it stands', async () => {
      await limit('edit', { max: 3 }, subject);
      const { calls } = await reserve({ outputs: 2 });
      await current().ledger.settle(leaseOf(calls[0]), delivered);
      await reserve({ outputs: 1 });
      const refusal = {
        subject: subject.subject,
        meter: 'edit',
        amount: 2,
        max: 3,
        used: 1,
        held: 1,
        endsAt,
        plan: null,
      };
      await expect(reserve({ calls: 2 })).rejects.toMatchObject({
        code: 'quota_exceeded',
        details: { limit: refusal },
      });
      await reserve({ outputs: 1 });
      await reserve({ operation: 'upscale', outputs: 9 });
    });

    test('on money refuses what does not fit, and free runs still fit', async () => {
      await limit('spend', { max: 2500 }, subject);
      await reserve({ calls: 2 });
      const refusal = {
        subject: subject.subject,
        meter: 'spend',
        amount: 1000,
        max: 2500,
        used: 0,
        held: 2000,
        endsAt,
      };
      await expect(reserve()).rejects.toMatchObject({ code: 'budget_exceeded', details: { limit: refusal } });
      await reserve({ micros: 500 });
      await limit('spend', { max: 0 }, subject);
      await reserve({ micros: 0 });
    });

    test('on runs at once is free again when the last call of a run has ended', async () => {
      await limit('concurrency', { max: 1 }, subject);
      const { calls } = await reserve({ calls: 2 });
      const refusal = { subject: subject.subject, meter: 'concurrency', max: 1, held: 1, endsAt: null };
      await expect(reserve()).rejects.toMatchObject({ code: 'quota_exceeded', details: { limit: refusal } });
      await current().ledger.settle(leaseOf(calls[1]), delivered);
      await expect(reserve()).rejects.toMatchObject({ code: 'quota_exceeded' });
      await current().ledger.release(leaseOf(calls[0]), refused);
      await reserve();
    });

    test('does not touch others, and can be disabled, lifted and changed at any time', async () => {
      await reserve({ outputs: 2 });
      await limit('edit', { disabled: true }, subject);
      await expect(reserve()).rejects.toMatchObject({ details: { limit: { max: 0, subject: subject.subject } } });
      await reserve({ account: 'other' });
      await reserve({ test: false });
      if (subject.subject !== 'account') await reserve({ user: 'bob', key: 'key_2' });
      await limit('edit', { max: 1_000 }, subject);
      await reserve();
      await limit('edit', { unlimited: true }, subject);
      await reserve({ outputs: 5000 });
    });
  });

  test('the limits that were set are listed', async () => {
    await limit('edit', { max: 3 });
    await limit('budget', { unlimited: true }, { subject: 'user', subjectId: 'ada' });
    await limit('spend', { disabled: true }, { subject: 'key', subjectId: 'key_1' });
    await limit('edit', { max: 4 });
    expect(await current().accounts.limits(acme)).toEqual([
      { ...acme, subject: 'account', meter: 'edit', limit: { max: 4 } },
      { ...acme, subject: 'key', subjectId: 'key_1', meter: 'spend', limit: { disabled: true } },
      { ...acme, subject: 'user', subjectId: 'ada', meter: 'budget', limit: { unlimited: true } },
    ]);
    expect(await current().accounts.limits({ ...acme, test: false })).toEqual([]);
    expect(await current().accounts.users(acme)).toEqual(['ada']);
  });

  test('a month begins anew', async () => {
    await limit('edit', { max: 1 });
    await reserve({ createdAt: endsAt - 1 });
    await expect(reserve({ createdAt: endsAt - 1 })).rejects.toMatchObject({ code: 'quota_exceeded' });
    await reserve({ createdAt: endsAt });
    await expect(reserve({ createdAt: endsAt })).rejects.toMatchObject({ code: 'quota_exceeded' });
  });

  test('limits that are known before anything ran are readings, too', async () => {
    await limit('upscale', { max: 7 });
    expect(await current().ledger.usage(acme, noon)).toEqual([
      { meter: 'upscale', previous: 0, used: 0, held: 0, max: 7, total: 0, startsAt: Date.UTC(2026, 2, 1), endsAt },
    ]);
  });

  test('refuses limits that make no sense', async () => {
    for (const max of [-1, 1.5, Number.NaN, Infinity])
      await expect(limit('edit', { max })).rejects.toMatchObject({ code: 'invalid_request' });
    const stranger = { account: 'unknown', test: true, meter: 'edit', limit: { max: 1 } } as const;
    const unknown = current().accounts.setLimit({ ...stranger, subject: 'account' });
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' });
    await expect(current().accounts.setActive('unknown', true)).rejects.toMatchObject({ code: 'not_found' });
    await expect(current().accounts.create({ id: 'acme', createdAt: noon })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('all limits fit, or nothing is held and the idempotency key stays free', async () => {
    await reserve({ outputs: 2 });
    const before = await heldNow();
    await limit('spend', { max: 1500 }, { subject: 'user', subjectId: 'ada' });
    const refusal = reserve({ calls: 3, outputs: 4, idempotencyKey: 'once' });
    await expect(refusal).rejects.toMatchObject({ code: 'budget_exceeded', details: { limit: { subject: 'user' } } });
    expect(await heldNow()).toEqual(before);
    expect(await current().journal.listRuns(acme, { limit: 10 })).toHaveLength(1);
    expect(await reserve({ micros: 500, idempotencyKey: 'once', requestHash: 'other' })).toMatchObject({
      attached: false,
    });
  });

  test('an idempotency key leads back to its run and holds nothing again', async () => {
    await limit('edit', { max: 2 });
    const first = await reserve({ outputs: 2, idempotencyKey: 'once' });
    const held = await heldNow();
    for (const later of [0, idempotencyMs - 1])
      expect(await reserve({ outputs: 2, idempotencyKey: 'once', createdAt: noon + later })).toMatchObject({
        runId: first.run.id,
        attached: true,
      });
    const another = reserve({ idempotencyKey: 'once', requestHash: 'another' });
    await expect(another).rejects.toMatchObject({ code: 'conflict' });
    expect(await heldNow()).toEqual(held);
    expect(await current().journal.listRuns(acme, { limit: 10 })).toHaveLength(1);
  });

  test('an idempotency key is free again after seven days', async () => {
    await reserve({ idempotencyKey: 'once' });
    const wish = { idempotencyKey: 'once', requestHash: 'another', createdAt: noon + idempotencyMs };
    const second = await reserve(wish);
    expect(second.attached).toBe(false);
    expect(await reserve(wish)).toMatchObject({ attached: true, runId: second.run.id });
  });
}
