import { createHash, createHmac } from 'node:crypto';
import { endOf, type Job } from './job.ts';
import { type KeyedVisit, type RoomContext, show } from './room-context.ts';

/** Waits between attempts: three more after the first. */
const backoffMs = [1000, 2000, 4000];
/** The vendor waits 20 minutes for an answer. */
const patienceMs = 20 * 60_000;

/** The webhook secret of an API key; the same for the same key in every sandbox. */
export function webhookSecret(apiKey: string): string {
  return `whsec_${createHash('sha256').update(`sandbox webhooks ${apiKey}`).digest('base64')}`;
}

/** The vendor's signature, version 3: HMAC-SHA256 over id, time and body, with the secret after its prefix as a plain text key. */
export function wavespeedSignature(secret: string, delivery: { id: string; timestamp: string; body: string }): string {
  const signed = `${delivery.id}.${delivery.timestamp}.${delivery.body}`;
  return `v3,${createHmac('sha256', secret.replace(/^whsec_/, ''))
    .update(signed)
    .digest('hex')}`;
}

/** Delivers the end of a job to the address in `?webhook=`, when it comes and while this process lives. */
export function announce(context: RoomContext, visit: KeyedVisit, job: Job): void {
  const target = visit.url.searchParams.get('webhook');
  if (target === null || !URL.canParse(target) || job.ending.state === 'stuck' || job.ending.state === 'deleted')
    return;
  void deliver(context, { target, job, visit }).catch(() => undefined);
}

async function deliver(
  context: RoomContext,
  { target, job, visit }: { target: string; job: Job; visit: KeyedVisit },
): Promise<void> {
  const { clock } = context;
  await clock.sleep(Math.max(0, endOf(job) - clock.now()), { background: true });
  const body = JSON.stringify(await show(context, job, visit.origin));
  for (const wait of [0, ...backoffMs]) {
    if (wait > 0) await clock.sleep(wait, { background: true });
    const timestamp = String(Math.floor(clock.now() / 1000));
    const headers = {
      'content-type': 'application/json',
      'webhook-id': job.id,
      'webhook-timestamp': timestamp,
      'webhook-signature': wavespeedSignature(webhookSecret(visit.apiKey), { id: job.id, timestamp, body }),
    };
    const response = await context
      .fetch(target, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })
      .catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
  }
}
