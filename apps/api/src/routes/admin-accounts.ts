import { type Account, termAt } from '@image-studio/core/memory';
import { Hono } from 'hono';
import * as z from 'zod';
import { requireAdmin } from '../auth.ts';
import { notFound } from '../problem.ts';
import { isoOf, limitField, moment, readBody, readQuery } from '../request-fields.ts';
import type { AppEnv, Services } from '../services.ts';
import { meterBody } from './usage.ts';

const subscription = {
  plan: z.string().min(1).max(50).nullable().optional(),
  interval: z.enum(['monthly', 'yearly']).optional(),
  anchorAt: moment.optional(),
  planEndsAt: moment.nullable().optional(),
};
/** The body of `POST /v1/admin/accounts`. */
export const newAccount = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(200).optional(),
  ...subscription,
});
/** The body of `PATCH /v1/admin/accounts/{id}`. */
export const accountChange = z.strictObject({ ...subscription, active: z.boolean().optional() });
/** The body of `PUT /v1/admin/accounts/{id}/limits`. */
export const newLimit = z
  .strictObject({
    test: z.boolean().default(true),
    user: z.string().min(1).max(200).optional(),
    key: z.string().min(1).max(100).optional(),
    meter: z.string().min(1).max(50),
    limit: limitField,
  })
  .refine(
    ({ user, key }) => user === undefined || key === undefined,
    'A limit is for a user or for a key, not for both',
  );
/** The query of an account's lists: of which mode. */
export const modeQuery = z.strictObject({ test: z.enum(['true', 'false']).default('true') });

/**
 * The operator's accounts: make, list, read, change plan, interval and anchor, suspend (`active: false`), set limits in place of the
 * plan's for the account, a key or a user, and list users with how they stand.
 */
export function adminAccountRoutes(services: Services): Hono<AppEnv> {
  const { accounts, ledger, clock } = services;
  const app = new Hono<AppEnv>();
  const admin = requireAdmin(services);
  const path = '/v1/admin/accounts';

  async function known(id: string): Promise<Account> {
    const account = await accounts.get(id);
    if (account === undefined) throw notFound('account');
    return account;
  }
  const body = (account: Account) => accountBody(account, clock.now());

  app.post(path, admin, async (context) => {
    const wish = await readBody(context, newAccount);
    return context.json(body(await accounts.create({ ...wish, createdAt: clock.now() })), 201);
  });
  app.get(path, admin, async (context) =>
    context.json({ object: 'list', data: (await accounts.list()).map(body), nextCursor: null }),
  );
  app.get(`${path}/:id`, admin, async (context) => context.json(body(await known(context.req.param('id')))));
  app.patch(`${path}/:id`, admin, async (context) => {
    const id = context.req.param('id');
    const { active, ...changes } = await readBody(context, accountChange);
    // First what may be refused: a change is made whole or not at all.
    await accounts.changePlan(id, changes);
    if (active !== undefined) await accounts.setActive(id, active);
    return context.json(body(await known(id)));
  });
  app.get(`${path}/:id/limits`, admin, async (context) => {
    const { id: account } = await known(context.req.param('id'));
    const test = readQuery(context, modeQuery).test === 'true';
    return context.json({ object: 'list', data: await accounts.limits({ account, test }), nextCursor: null });
  });
  app.put(`${path}/:id/limits`, admin, async (context) => {
    const account = context.req.param('id');
    const { user, key, ...limit } = await readBody(context, newLimit);
    const subject =
      user !== undefined
        ? ({ subject: 'user', subjectId: user } as const)
        : key !== undefined
          ? ({ subject: 'key', subjectId: key } as const)
          : ({ subject: 'account' } as const);
    await accounts.setLimit({ account, ...subject, ...limit });
    return context.json({ object: 'limit', account, ...subject, ...limit });
  });
  app.get(`${path}/:id/users`, admin, async (context) => {
    const { id: account } = await known(context.req.param('id'));
    const scope = { account, test: readQuery(context, modeQuery).test === 'true' };
    const readings = (user: string) => ledger.usage(scope, clock.now(), { subject: 'user', subjectId: user });
    const data: object[] = [];
    for (const user of await accounts.users(scope))
      data.push({ object: 'user', id: user, meters: (await readings(user)).map(meterBody) });
    return context.json({ object: 'list', data, nextCursor: null });
  });
  return app;
}

function accountBody(account: Account, now: number) {
  const { createdAt, anchorAt, planEndsAt, ...rest } = account;
  const term = termAt(account, now);
  return {
    object: 'account',
    ...rest,
    createdAt: isoOf(createdAt),
    anchorAt: isoOf(anchorAt),
    planEndsAt: isoOf(planEndsAt),
    term: { startsAt: isoOf(term.startsAt), endsAt: isoOf(term.endsAt) },
  };
}
