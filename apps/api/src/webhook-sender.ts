import { createHmac } from 'node:crypto';
import { type Clock, isStudioError } from '@image-studio/core';
import type { Deliver } from '@image-studio/http';
import type { Deliveries, DueDelivery } from '@image-studio/store';

/** What a sender works with. */
export interface WebhookSenderParts {
  readonly deliveries: Deliveries;
  readonly deliver: Deliver;
  readonly clock: Clock;
  /** What an event tells. */
  readonly dataOf: (due: DueDelivery) => Promise<unknown>;
}

/** Tells accounts' webhooks what happened. */
export interface WebhookSender {
  /** One round: makes events of ended runs and tries what is due. Answers how many deliveries were tried. */
  send(): Promise<number>;
  /** Forgets old deliveries. */
  expire(): Promise<void>;
}

const atOnce = 50;
/** Longer than an answer may take: then another node tries. */
const leaseMs = 60_000;
const keptMs = 30 * 24 * 60 * 60 * 1000;
const [second, minute, hour] = [1_000, 60_000, 3_600_000];
/** Pauses after the failed attempts; after the last the delivery has failed. */
const pausesMs = [5 * second, 30 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour];

/** A sender after the Standard Webhooks specification; of several nodes each takes other deliveries. */
export function createWebhookSender({ deliveries, deliver, clock, dataOf }: WebhookSenderParts): WebhookSender {
  async function sendOne(due: DueDelivery): Promise<void> {
    const { id, type, createdAt, url, tried, webhookId } = due;
    const body = JSON.stringify({ type, timestamp: new Date(createdAt).toISOString(), data: await dataOf(due) });
    const at = clock.now();
    const headers = { 'content-type': 'application/json', ...webhookHeaders(due.secret, { id, at, body }) };
    const answer = await deliver(new URL(url), { headers, body }).catch(unreachable);
    const delivered = typeof answer === 'number' && answer >= 200 && answer < 300;
    const pause = pausesMs[tried];
    const next = delivered ? 'delivered' : pause === undefined ? 'failed' : at + pause;
    const [status, error] = typeof answer === 'number' ? [answer, delivered ? null : `HTTP ${answer}`] : [null, answer];
    await deliveries.record(id, { at, status, error }, next);
    if (answer === 410) await deliveries.disable(webhookId);
  }

  return {
    send: async () => {
      while ((await deliveries.announceRuns(clock.now(), atOnce)) === atOnce);
      for (let sent = 0; ;) {
        const now = clock.now();
        const due = await deliveries.claim({ now, retryAt: now + leaseMs, limit: atOnce });
        await Promise.all(due.map(sendOne));
        sent += due.length;
        if (due.length < atOnce) return sent;
      }
    },
    expire: () => deliveries.expire(clock.now() - keptMs),
  };
}

/** The headers that say which event it is and prove who sent it: HMAC-SHA-256 over id, time and body. */
export function webhookHeaders(
  secret: string,
  { id, at, body }: { readonly id: string; readonly at: number; readonly body: string },
): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

function unreachable(error: unknown): string {
  return isStudioError(error) ? error.message : 'The address could not be reached.';
}
