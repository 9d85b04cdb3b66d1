import { fitBetween, periodAt, termAt } from '@image-studio/core/memory';
import { Hono } from 'hono';
import * as z from 'zod';
import { requireKey } from '../auth.ts';
import { notFound } from '../problem.ts';
import { isoOf, readQuery } from '../request-fields.ts';
import type { AppEnv, Services } from '../services.ts';
import { meterBody } from './usage.ts';

/** The query of `GET /v1/limits`. */
export const limitsQuery = z.strictObject({ user: z.string().min(1).max(200).optional() });

/** `GET /v1/limits`: the plan, and how far each meter of the account, of this key and of a user (`?user=`) may go. */
export function limitRoutes(services: Services): Hono<AppEnv> {
  const { accounts, ledger, clock } = services;
  return new Hono<AppEnv>().get('/v1/limits', requireKey(services, 'read'), async (context) => {
    const { account: id, test, keyId } = context.get('caller');
    const { user } = readQuery(context, limitsQuery);
    const account = await accounts.get(id);
    if (account === undefined) throw notFound('account');
    const now = clock.now();
    const scope = { account: id, test };
    const of = async (subject?: 'key' | 'user', subjectId = '') =>
      (await ledger.usage(scope, now, subject === undefined ? undefined : { subject, subjectId })).map(meterBody);
    const plan = (await accounts.plans()).find((one) => one.id === account.plan);
    const term = termAt(account, now);
    // As the meters have it: a period that was begun under an earlier anchor goes on to its end.
    const begun = await accounts.periods(id);
    const running = begun.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
    const period = running ?? fitBetween(periodAt(account.anchorAt, now), begun, now);
    return context.json({
      object: 'limits',
      test,
      active: account.active && (account.planEndsAt === null || account.planEndsAt > now),
      plan: plan === undefined ? null : { id: plan.id, name: plan.name, markupBasisPoints: plan.markupBasisPoints },
      interval: account.interval,
      period: { startsAt: isoOf(period.startsAt), endsAt: isoOf(period.endsAt) },
      term: { startsAt: isoOf(term.startsAt), endsAt: isoOf(term.endsAt) },
      planEndsAt: isoOf(account.planEndsAt),
      account: await of(),
      key: await of('key', keyId),
      ...(user === undefined ? {} : { user: await of('user', user) }),
    });
  });
}
