import { acme, delivered, leaseOf, noon, refused, reservationOf } from '@image-studio/core/contracts';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';

import type { storeOver } from './databases.ts';

/** What a store does beside the contracts of core; run over each engine. */
export function storeContract(name: string, make: ReturnType<typeof storeOver>): void {
  describe(`store: ${name}`, () => {
    let store: Awaited<ReturnType<typeof make>>;
    beforeEach(async () => {
      store = await make();
      await store.accounts.create({ id: 'acme', name: 'Acme', createdAt: noon });
    });
    const wish = { account: 'acme', test: false, name: 'laptop', scopes: ['run'], createdAt: noon } as const;

    test('accounts are listed and read back', async () => {
      await store.accounts.create({ id: 'next', createdAt: noon + 1 });
      await store.accounts.setActive('next', false);
      const monthly = { plan: null, interval: 'monthly', planEndsAt: null };
      const acmeRow = { id: 'acme', name: 'Acme', active: true, createdAt: noon, anchorAt: noon, ...monthly };
      expect(await store.accounts.list()).toEqual([
        acmeRow,
        { id: 'next', name: 'next', active: false, createdAt: noon + 1, anchorAt: noon + 1, ...monthly },
      ]);
      expect(await store.accounts.get('acme')).toEqual(acmeRow);
      expect(await store.accounts.get('unknown')).toBeUndefined();
    });

    test('a key is found by its secret, which is kept nowhere', async () => {
      const { key, secret } = await store.keys.create(wish);
      expect(secret).toMatch(/^is_live_[\w-]{43}$/);
      expect(await store.keys.find(secret, noon)).toEqual(key);
      expect(key).toMatchObject({
        account: 'acme',
        test: false,
        scopes: ['run'],
        ending: secret.slice(-4),
        revokedAt: null,
      });
      const test = await store.keys.create({ ...wish, test: true });
      expect(test.secret).toMatch(/^is_test_/);
      expect((await store.keys.find(test.secret, noon)).test).toBe(true);
      const dump = await store.drizzle.execute(sql`select to_jsonb(api_keys)::text as row from api_keys`);
      expect(JSON.stringify(dump)).not.toContain(secret.slice(8));
      expect((await store.keys.list('acme')).map(({ id }) => id).sort()).toEqual([key.id, test.key.id].sort());
    });

    test('unknown, revoked and expired keys are refused', async () => {
      const { key, secret } = await store.keys.create({ ...wish, expiresAt: noon + 1000 });
      await expect(store.keys.find(secret, noon + 1000)).rejects.toMatchObject({ code: 'unauthorized' });
      for (const wrong of [
        '',
        'is_live_',
        `${secret.slice(0, -1)}_`,
        `${secret} `,
        secret.replace('live', 'test'),
        '\0',
      ])
        await expect(store.keys.find(wrong, noon)).rejects.toMatchObject({ code: 'unauthorized' });
      expect(await store.keys.revoke('other', key.id, noon)).toBe(false);
      expect((await store.keys.find(secret, noon)).id).toBe(key.id);
      expect(await store.keys.revoke('acme', key.id, noon + 5)).toBe(true);
      expect(await store.keys.revoke('acme', key.id, noon + 9)).toBe(true);
      await expect(store.keys.find(secret, noon)).rejects.toThrow('revoked');
      expect(await store.keys.list('acme')).toMatchObject([{ revokedAt: noon + 5 }]);
      await expect(store.keys.create({ ...wish, account: 'unknown' })).rejects.toMatchObject({ code: 'not_found' });
    });

    test('settings are read back; the first of many values stays', async () => {
      expect(await store.settings.get('secret')).toBeUndefined();
      const kept = await Promise.all(['a', 'b', 'c'].map((value) => store.settings.getOrSet('secret', value)));
      expect(new Set(kept).size).toBe(1);
      await store.settings.set('secret', { nested: ['17', 17, null] });
      expect(await store.settings.get('secret')).toEqual({ nested: ['17', 17, null] });
    });

    test('what meters hold is what holds say, to the last one', async () => {
      await store.accounts.setLimit({
        ...acme,
        subject: 'user',
        subjectId: 'ada',
        meter: 'spend',
        limit: { max: 9000 },
      });
      const ran = Array.from({ length: 6 }, (_, index) => reservationOf({ calls: 2, user: index % 2 ? 'ada' : null }));
      await Promise.all(ran.map((reservation) => store.ledger.reserve(reservation)));
      const wrong = sql`
        with held as (
          select id, sum(amount) as amount from (
            select unnest(meter_ids) as id, 1 as amount from runs where open_calls > 0
            union all select m.id, case when m.meter in ('spend', 'budget') then c.held_micros else (c.candidates -> 0 ->> 'count')::bigint end
            from calls c join meters m on m.id = any(c.meter_ids) where c.step not in ('settled', 'released')
          ) every group by id
        )
        select (count(*) filter (where m.held <> coalesce(amount, 0)))::int as wrong, sum(m.held)::int as held
        from meters m left join held using (id)`;
      expect((await store.drizzle.execute(wrong)) as unknown).toMatchObject({
        rows: [{ wrong: 0, held: 30_018 }],
      });
      const ends = ran.flatMap(({ calls: [first, second] }) => [
        store.ledger.settle(leaseOf(first), delivered),
        store.ledger.release(leaseOf(second), refused),
      ]);
      await Promise.all(ends);
      expect((await store.drizzle.execute(wrong)) as unknown).toMatchObject({ rows: [{ wrong: 0, held: 0 }] });
    });

    test('text that PostgreSQL cannot hold is refused from callers and mended from vendors', async () => {
      for (const text of ['nul \0', 'half \ud800'])
        for (const bad of [{ request: { prompt: text } }, { user: text }, { idempotencyKey: text }])
          await expect(store.ledger.reserve(reservationOf(bad))).rejects.toMatchObject({ code: 'invalid_request' });
      await expect(store.journal.getRun(acme, '\0')).rejects.toMatchObject({ code: 'invalid_request' });
      const { calls, run, count, micros } = reservationOf();
      await store.ledger.reserve({ calls, run, count, micros });
      expect(await store.journal.advance(leaseOf(calls[0]), 'reserved', 'submitted', { ticket: 'a\0b\ud800' })).toBe(
        true,
      );
      expect((await store.journal.getRun(acme, run.id))?.calls[0]?.ticket).toBe('a\ufffdb\ufffd');
      const error = { ...refused.error, message: 'no\0' };
      expect(await store.ledger.release(leaseOf(calls[0]), { ...refused, error })).toBe(true);
      expect((await store.journal.getRun(acme, run.id))?.calls[0]?.error?.message).toBe('no\ufffd');
    });

    test('an error of the database names no value', async () => {
      const reservation = reservationOf({ request: { prompt: 'a very private prompt' } });
      await store.ledger.reserve(reservation);
      const error: unknown = await store.ledger.reserve(reservation).catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        code: 'internal',
        message: expect.stringMatching(/^The database refused a statement \(23505 at \w+\)\.$/),
      });
      expect(JSON.stringify([error, String((error as Error).cause)])).not.toContain('private');
    });
  });
}
