import { expect, test } from 'vitest';

import type { Limit, LimitSubject } from '../tracking/limit.ts';
import { acme, leaseOf, noon, refused, reservationOf, type StoreUnderTest, type Wish } from './ledger-rows.ts';

const endsAt = Date.UTC(2026, 3, 1);
const subjects: readonly LimitSubject[] = [
  { subject: 'account' },
  { subject: 'key', subjectId: 'key_1' },
  { subject: 'user', subjectId: 'ada' },
];

/** The part of the ledger's contract about limits that do not follow the period: budgets of a calendar month and runs a minute. */
export function windowsContract(current: () => StoreUnderTest): void {
  const limit = (meter: string, of: Limit, subject: LimitSubject) =>
    current().accounts.setLimit({ ...acme, ...subject, meter, limit: of });
  const reserve = async (wish: Wish = {}) => {
    const reservation = reservationOf({ user: 'ada', key: 'key_1', ...wish });
    return { ...reservation, ...(await current().ledger.reserve(reservation)) };
  };

  test.each(subjects)('a budget of one $subject counts the calendar month, whatever the period', async (subject) => {
    await current().accounts.create({ id: 'mid', createdAt: noon, anchorAt: noon });
    await current().accounts.setLimit({ ...acme, account: 'mid', ...subject, meter: 'budget', limit: { max: 1500 } });
    const mid = { account: 'mid' } as const;
    await reserve({ ...mid, createdAt: endsAt - 1 });
    const refusal = { subject: subject.subject, meter: 'budget', amount: 1000, max: 1500, used: 0, held: 1000, endsAt };
    await expect(reserve({ ...mid, createdAt: endsAt - 1 })).rejects.toMatchObject({
      code: 'budget_exceeded',
      details: { limit: refusal },
    });
    await reserve({ ...mid, createdAt: endsAt });
    await expect(reserve({ ...mid, createdAt: endsAt })).rejects.toMatchObject({ code: 'budget_exceeded' });
  });

  test.each(subjects)('so many runs a minute of one $subject, then a pause until the next', async (subject) => {
    await limit('requests', { max: 2 }, subject);
    await reserve({ createdAt: noon + 59_000 });
    const { calls } = await reserve({ createdAt: noon + 30_000 });
    await current().ledger.release(leaseOf(calls[0]), refused);
    const third = { createdAt: noon + 45_000, idempotencyKey: 'third' };
    await expect(reserve(third)).rejects.toMatchObject({
      code: 'rate_limited',
      retryable: true,
      retryAfterMs: 15_000,
      details: { retryAfterMs: 15_000, limit: { meter: 'requests', max: 2, used: 2, held: 0 } },
    });
    await reserve({ createdAt: noon + 60_000, idempotencyKey: 'third' });
    for (let again = 0; again < 3; again++) await reserve({ createdAt: noon + 60_001, idempotencyKey: 'third' });
    await reserve({ createdAt: noon + 61_000 });
    await expect(reserve({ createdAt: noon + 62_000 })).rejects.toMatchObject({ code: 'rate_limited' });
    await reserve({ createdAt: noon + 120_000 });
  });
}
