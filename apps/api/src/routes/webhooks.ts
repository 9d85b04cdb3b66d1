import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { check, invalidRequest } from '@image-studio/core';
import { isPublicAddress } from '@image-studio/http';
import type { Webhook, WebhookDelivery } from '@image-studio/store';
import { Hono } from 'hono';
import * as z from 'zod';
import { requireKey } from '../auth.ts';
import { pageOf, pageQuery } from '../page-query.ts';
import { notFound } from '../problem.ts';
import { readJson } from '../read-json.ts';
import type { AppEnv, Services } from '../services.ts';

const event = z.string().regex(/^(\*|[a-z_]+\.[a-z_]+)$/, 'Expected a type such as run.succeeded, or *');
const events = z.array(event).min(1).max(20);

/** The body of `POST /v1/webhooks`. */
export const newWebhook = z.strictObject({ url: z.url().max(2_000), events: events.default(['*']) });

/** The body of `PATCH /v1/webhooks/{id}`. */
export const webhookChange = z.strictObject({
  url: z.url().max(2_000).optional(),
  events: events.optional(),
  active: z.boolean().optional(),
});

/** The query of a list of deliveries. */
export const deliveriesQuery = z.strictObject(pageQuery);

/** `/v1/webhooks`: where the account is told what happens, what was sent there, and sending it again. */
export function webhookRoutes(services: Services): Hono<AppEnv> {
  const { webhooks, clock, sendWebhooks } = services;
  const key = requireKey(services);
  // Whoever says where runs are told gets to read them all.
  const reader = requireKey(services, 'read');
  const app = new Hono<AppEnv>();
  app.post('/v1/webhooks', key, reader, async (context) => {
    const wish = check(newWebhook, await readJson(context), []);
    checkTarget(services, wish.url);
    const { account, test } = context.get('caller');
    const secret = `whsec_${randomBytes(24).toString('base64')}`;
    const made = await webhooks.create({ account, test, ...wish, secret, at: clock.now() });
    return context.json({ ...webhookBody(made), secret }, 201, { location: `/v1/webhooks/${made.id}` });
  });
  app.get('/v1/webhooks', key, async (context) => {
    const data = (await webhooks.list(context.get('caller'))).map(webhookBody);
    return context.json({ object: 'list', data, nextCursor: null });
  });
  app.get('/v1/webhooks/:id', key, async (context) => {
    const found = await webhooks.get(context.get('caller'), context.req.param('id'));
    if (!found) throw notFound('webhook');
    return context.json(webhookBody(found));
  });
  app.patch('/v1/webhooks/:id', key, reader, async (context) => {
    const { url, ...wish } = check(webhookChange, await readJson(context), []);
    if (url !== undefined) checkTarget(services, url);
    const change = Object.fromEntries(Object.entries({ url, ...wish }).filter(([, value]) => value !== undefined));
    const id = context.req.param('id');
    const caller = context.get('caller');
    const changed = await (Object.keys(change).length > 0
      ? webhooks.change(caller, id, change)
      : webhooks.get(caller, id));
    if (!changed) throw notFound('webhook');
    return context.json(webhookBody(changed));
  });
  app.delete('/v1/webhooks/:id', key, async (context) => {
    if (!(await webhooks.remove(context.get('caller'), context.req.param('id')))) throw notFound('webhook');
    return context.body(null, 204);
  });
  app.get('/v1/webhooks/:id/deliveries', key, async (context) => {
    const { limit, cursor } = check(deliveriesQuery, context.req.query(), []);
    const [caller, id] = [context.get('caller'), context.req.param('id')];
    if (!(await webhooks.get(caller, id))) throw notFound('webhook');
    const page = pageOf(await webhooks.deliveries(caller, id, { limit: limit + 1, before: cursor }), limit);
    return context.json({ ...page, data: page.data.map(deliveryBody) });
  });
  app.post('/v1/webhooks/:id/deliveries/:delivery/redeliver', key, async (context) => {
    const { id, delivery } = context.req.param();
    const again = await webhooks.redeliver(context.get('caller'), id, delivery, clock.now());
    if (!again) throw notFound('delivery');
    sendWebhooks();
    return context.json(deliveryBody(again), 202);
  });
  return app;
}

/** What can be refused without asking for the name's address; that is looked at anew at each delivery. */
function checkTarget({ webhookOrigins }: Services, text: string): void {
  const url = new URL(text);
  if (webhookOrigins.includes(url.origin)) return;
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  const refuse = (message: string) => invalidRequest([{ path: ['url'], message }]);
  if (url.protocol !== 'https:') throw refuse('Expected an https address');
  if (url.username !== '' || url.password !== '') throw refuse('Expected an address without a user name');
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) throw refuse('Expected a public address');
}

function webhookBody({ id, url, events: types, active, createdAt }: Webhook) {
  return { id, object: 'webhook', url, events: types, active, createdAt: isoOf(createdAt) };
}

function deliveryBody({ id, webhookId, type, subject, state, attempts, dueAt, createdAt }: WebhookDelivery) {
  return {
    id,
    object: 'delivery',
    webhook: webhookId,
    type,
    subject,
    state,
    attempts: attempts.map(({ at, ...attempt }) => ({ at: isoOf(at), ...attempt })),
    nextAttemptAt: state === 'pending' ? isoOf(dueAt) : null,
    createdAt: isoOf(createdAt),
  };
}

const isoOf = (at: number) => new Date(at).toISOString();
