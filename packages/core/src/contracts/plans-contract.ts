import { expect, test } from 'vitest';

import { shippedPlans } from '../tracking/shipped-plans.ts';
import type { Plan } from '../tracking/plan.ts';
import { delivered, leaseOf, noon, reservationOf, type StoreUnderTest, type Wish } from './ledger-rows.ts';

const anchorAt = Date.UTC(2026, 0, 31, 8);
const small: Plan = {
  id: 'small',
  name: 'Small',
  rank: 1,
  markupBasisPoints: 1250,
  requiresConsent: true,
  limits: { edit: { max: 3 }, upscale: { disabled: true }, spend: { unlimited: true } },
  perUser: { edit: { max: 2 } },
};

/** The part of the ledger's contract about plans and periods. */
export function plansContract(current: () => StoreUnderTest): void {
  const own = { account: 'planned', test: true };
  async function planned(change: { plan?: string; planEndsAt?: number } = {}) {
    await current().accounts.savePlan(small);
    return current().accounts.create({ id: 'planned', createdAt: anchorAt, plan: 'small', ...change });
  }
  async function reserve(wish: Wish = {}) {
    const reservation = reservationOf({ ...own, createdAt: noon, ...wish });
    await current().ledger.reserve(reservation);
    return reservation;
  }
  const reading = async (meter: string, at = noon, user?: string) =>
    (await current().ledger.usage(own, at, user === undefined ? undefined : { subject: 'user', subjectId: user })).find(
      (one) => one.meter === meter,
    );

  test('four plans are shipped; the operator adds others and replaces them', async () => {
    expect(await current().accounts.plans()).toEqual(shippedPlans);
    await current().accounts.savePlan(small);
    await current().accounts.savePlan({ ...shippedPlans[0]!, name: 'For nothing' });
    const plans = await current().accounts.plans();
    expect(plans.map(({ id, name }) => [id, name])).toEqual([
      ['small', 'Small'],
      ['free', 'For nothing'],
      ['basic', 'Basic'],
      ['pro', 'Pro'],
      ['enterprise', 'Enterprise'],
    ]);
    expect(plans[0]).toEqual(small);
    for (const wrong of [{ markupBasisPoints: 0.5 }, { markupBasisPoints: -1 }, { limits: { edit: { max: -1 } } }])
      await expect(current().accounts.savePlan({ ...small, ...wrong })).rejects.toMatchObject({
        code: 'invalid_request',
      });
  });

  test('what a run would be refused with is told beforehand, and asking holds and begins nothing', async () => {
    const judge = (wish: Wish = {}) =>
      current().ledger.judge(reservationOf({ ...own, createdAt: noon, user: 'ada', ...wish }));
    expect(await judge()).toMatchObject({ code: 'unauthorized' });
    await planned({ planEndsAt: noon + 1 });
    expect(await judge()).toBeUndefined();
    expect(await current().accounts.periods('planned')).toEqual([]);
    expect(await current().accounts.users(own)).toEqual([]);
    await reserve({ user: 'ada', outputs: 2 });
    const limit = { subject: 'user', meter: 'edit', amount: 1, max: 2, used: 0, held: 2, plan: 'free' };
    const wanted = reservationOf({ ...own, createdAt: noon, user: 'ada' });
    const refusal = await current().ledger.judge(wanted);
    expect(refusal).toMatchObject({ code: 'quota_exceeded', details: { limit } });
    await expect(current().ledger.reserve(wanted)).rejects.toEqual(refusal);
    expect(await judge({ user: 'bob' })).toBeUndefined();
    expect(await judge({ createdAt: noon + 1 })).toMatchObject({ code: 'plan_inactive' });
    await current().accounts.setActive('planned', false);
    expect(await judge({ user: 'bob' })).toMatchObject({ code: 'plan_inactive' });
    expect((await reading('edit'))?.held).toBe(2);
  });

  test('an idempotency key names its run and request for seven days', async () => {
    await planned();
    const { run } = await reserve({ idempotencyKey: 'once' });
    const find = (scope = own, at = noon) => current().ledger.findRepeated(scope, 'once', at);
    expect(await find()).toEqual({ runId: run.id, requestHash: run.requestHash });
    expect(await find({ ...own, test: false })).toBeUndefined();
    expect(await find({ ...own, account: 'other' })).toBeUndefined();
    expect(await find(own, noon + 7 * 24 * 3_600_000)).toBeUndefined();
    expect(await current().ledger.findRepeated(own, 'twice', noon)).toBeUndefined();
  });

  test('the limits of a plan hold for the account, and for each of its users alone', async () => {
    await planned();
    await reserve({ user: 'ada', outputs: 2 });
    const more = { subject: 'user', meter: 'edit', amount: 1, max: 2, used: 0, held: 2, plan: 'free' };
    await expect(reserve({ user: 'ada' })).rejects.toMatchObject({ code: 'quota_exceeded', details: { limit: more } });
    await reserve({ user: 'bob' });
    const all = { subject: 'account', meter: 'edit', max: 3, held: 3, plan: 'basic' };
    await expect(reserve({ user: 'cyd' })).rejects.toMatchObject({ details: { limit: all } });
    await expect(reserve({ operation: 'upscale' })).rejects.toMatchObject({
      details: { limit: { max: 0, plan: 'basic' } },
    });
    await expect(reserve({ operation: 'video' })).resolves.toBeDefined();
    expect(await reading('edit')).toMatchObject({ held: 3, max: 3 });
    expect(await reading('upscale')).toMatchObject({ used: 0, max: 0 });
    expect(await reading('edit', noon, 'ada')).toMatchObject({ held: 2, max: 2 });
    expect(await current().accounts.users(own)).toEqual(['ada', 'bob', 'cyd']);
  });

  test('what is set for an account or a user takes the place of the plan, and then no plan is recommended', async () => {
    await planned();
    await current().accounts.setLimit({ ...own, subject: 'account', meter: 'edit', limit: { max: 5 } });
    await current().accounts.setLimit({
      ...own,
      subject: 'user',
      subjectId: 'ada',
      meter: 'edit',
      limit: { unlimited: true },
    });
    await reserve({ user: 'ada', outputs: 5 });
    const refusal = { subject: 'account', max: 5, held: 5, plan: null };
    await expect(reserve({ user: 'ada' })).rejects.toMatchObject({ details: { limit: refusal } });
  });

  test('a new plan holds at once and what was used stays; a changed plan holds for all who have it', async () => {
    const account = await planned();
    expect(account).toMatchObject({ plan: 'small', interval: 'monthly', anchorAt, planEndsAt: null });
    const { calls } = await reserve({ outputs: 3 });
    await current().ledger.settle(leaseOf(calls[0]), { ...delivered, count: 3 });
    await expect(reserve()).rejects.toMatchObject({ code: 'quota_exceeded' });
    expect(await current().accounts.changePlan('planned', { plan: 'free', interval: 'yearly' })).toMatchObject({
      plan: 'free',
      interval: 'yearly',
      anchorAt,
    });
    await reserve();
    expect(await reading('edit')).toMatchObject({ used: 3, held: 1, max: 20 });
    await current().accounts.changePlan('planned', { plan: 'small' });
    await current().accounts.savePlan({ ...small, limits: { edit: { max: 5 } } });
    await reserve();
    await expect(reserve()).rejects.toMatchObject({ details: { limit: { max: 5 } } });
    await current().accounts.changePlan('planned', { plan: null });
    await reserve({ outputs: 100 });
    for (const wrong of [{ plan: 'unknown' }]) {
      await expect(current().accounts.changePlan('planned', wrong)).rejects.toMatchObject({ code: 'not_found' });
      await expect(current().accounts.create({ id: 'x', createdAt: 1, ...wrong })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    await expect(current().accounts.changePlan('unknown', {})).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a plan that has ended refuses runs', async () => {
    await planned({ planEndsAt: noon + 1 });
    await reserve();
    await expect(reserve({ createdAt: noon + 1 })).rejects.toMatchObject({ code: 'plan_inactive', retryable: false });
    await current().accounts.changePlan('planned', { planEndsAt: null });
    await reserve({ createdAt: noon + 1 });
  });

  test('a markup is known before a run; nobody and no plan have none', async () => {
    await planned();
    const terms = (account: string | null) => current().ledger.terms({ account, test: true });
    expect(await terms('planned')).toEqual({ plan: 'small', markupBasisPoints: 1250, requiresConsent: true });
    for (const account of ['acme', null, 'unknown'])
      expect(await terms(account)).toEqual({ plan: null, markupBasisPoints: 0, requiresConsent: false });
  });

  test('periods follow the anchor and come back to its day, and a hold stays in the one that made it', async () => {
    await planned({ plan: 'enterprise' });
    const february = Date.UTC(2026, 1, 28, 8);
    const march = Date.UTC(2026, 2, 31, 8);
    const { calls } = await reserve({ createdAt: march - 1 });
    await reserve({ createdAt: march, outputs: 2 });
    await reserve({ createdAt: anchorAt });
    await current().ledger.settle(leaseOf(calls[0]), { ...delivered, at: march + 1 });
    expect(await reading('edit', march - 1)).toMatchObject({ used: 1, held: 0, startsAt: february, endsAt: march });
    expect(await reading('edit', march)).toMatchObject({ previous: 1, used: 0, held: 2, total: 1, startsAt: march });
    expect(await current().accounts.periods('planned')).toEqual([
      { startsAt: anchorAt, endsAt: february },
      { startsAt: february, endsAt: march },
      { startsAt: march, endsAt: Date.UTC(2026, 3, 30, 8) },
    ]);
  });

  test('a new anchor begins with the next period: none overlap and none is counted twice', async () => {
    await planned({ plan: 'pro' });
    const march = Date.UTC(2026, 2, 31, 8);
    await reserve();
    await current().accounts.changePlan('planned', { anchorAt: Date.UTC(2026, 2, 10) });
    await reserve({ createdAt: march - 1 });
    expect(await reading('edit', march - 1)).toMatchObject({
      held: 2,
      startsAt: Date.UTC(2026, 1, 28, 8),
      endsAt: march,
    });
    await reserve({ createdAt: march });
    expect(await reading('edit', march)).toMatchObject({ held: 1, startsAt: march, endsAt: Date.UTC(2026, 3, 10) });
    expect(await reading('edit', Date.UTC(2026, 3, 10))).toMatchObject({ held: 0, endsAt: Date.UTC(2026, 4, 10) });
  });
}
