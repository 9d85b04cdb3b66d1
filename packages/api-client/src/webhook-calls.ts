import { type Cancelable, type Sender, withQuery } from './send.ts';
import type { MadeWebhook, Webhook, WebhookDelivery } from './webhook-wire.ts';
import type { Page } from './wire.ts';

/** The webhooks of the account. */
export interface WebhookCalls {
  list(options?: Cancelable): Promise<Page<Webhook>>;
  get(id: string, options?: Cancelable): Promise<Webhook>;
  /** The answer holds the signing secret, this once. Without `events` all are told. */
  create(webhook: { readonly url: string; readonly events?: readonly string[] }): Promise<MadeWebhook>;
  /** `active: false` pauses it. */
  change(
    id: string,
    change: { readonly url?: string; readonly events?: readonly string[]; readonly active?: boolean },
  ): Promise<Webhook>;
  delete(id: string): Promise<void>;
  /** What was sent there, newest first, with every attempt. */
  deliveries(
    id: string,
    page?: { readonly limit?: number; readonly cursor?: string },
    options?: Cancelable,
  ): Promise<Page<WebhookDelivery>>;
  /** Sends it once more, under the same id. */
  redeliver(id: string, delivery: string): Promise<WebhookDelivery>;
}

/** The calls of `/v1/webhooks`. */
export function webhookCalls(sender: Sender): WebhookCalls {
  const path = '/v1/webhooks';
  const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`;
  return {
    list: ({ signal } = {}) => sender.json({ method: 'GET', path, signal }),
    get: (id, { signal } = {}) => sender.json({ method: 'GET', path: pathOf(id), signal }),
    create: (webhook) => sender.json({ method: 'POST', path, body: JSON.stringify(webhook) }),
    change: (id, change) => sender.json({ method: 'PATCH', path: pathOf(id), body: JSON.stringify(change) }),
    delete: (id) => sender.json({ method: 'DELETE', path: pathOf(id) }),
    deliveries: (id, page = {}, { signal } = {}) =>
      sender.json({ method: 'GET', path: withQuery(`${pathOf(id)}/deliveries`, page), signal }),
    redeliver: (id, delivery) =>
      sender.json({ method: 'POST', path: `${pathOf(id)}/deliveries/${encodeURIComponent(delivery)}/redeliver` }),
  };
}
