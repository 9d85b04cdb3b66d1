import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Progress, StudioError } from '@image-studio/core';
import { dataIn } from './envelope.ts';
import { prediction, progressOf } from './prediction.ts';

/** A delivery as it came in. `now` in ms since the epoch; `rawBody` unparsed, since the signature is over its bytes. */
export interface WebhookDelivery {
  readonly headers: Headers | Readonly<Record<string, string | undefined>>;
  readonly rawBody: string | Uint8Array;
  readonly secret: string;
  readonly now: number;
}

const maxAgeMs = 300_000;

/**
 * Checks who sent a delivery and answers where its job stands; the ticket's `id` is for recognising repeats. The signature `v3,<hex>` is
 * HMAC-SHA256 over `id.timestamp.body`, keyed with the secret as text without its `whsec_` prefix (the prefixed secret is accepted too).
 * Throws `unauthorized` for a delivery that is unsigned, forged or older than 300 s, `invalid_request` for a body that is no prediction.
 */
export function verifyWebhook({ headers, rawBody, secret, now }: WebhookDelivery): Progress {
  const field = (name: string) => (headers instanceof Headers ? headers.get(name) : headerIn(headers, name)) ?? '';
  const id = field('webhook-id');
  const timestamp = field('webhook-timestamp');
  const [version, signature = '', ...rest] = field('webhook-signature').split(',');
  const body = typeof rawBody === 'string' ? Buffer.from(rawBody) : Buffer.from(rawBody);
  if (id === '' || secret === '' || version !== 'v3' || rest.length > 0 || !/^[0-9a-f]{64}$/i.test(signature)) {
    throw unauthorized('is not signed as WaveSpeed signs');
  }
  if (!/^\d+$/.test(timestamp) || Math.abs(now - Number(timestamp) * 1000) > maxAgeMs) {
    throw unauthorized('is too old or from the future');
  }
  const given = Buffer.from(signature, 'hex');
  const keys = [secret.replace(/^whsec_/, ''), secret];
  const matches = keys.map((key) => {
    const mac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
    return timingSafeEqual(mac, given);
  });
  if (!matches.includes(true)) throw unauthorized('has a wrong signature');
  return progressIn(body.toString('utf8'));
}

function progressIn(text: string): Progress {
  try {
    return progressOf(prediction.parse(dataIn(JSON.parse(text))));
  } catch {
    throw new StudioError('invalid_request', 'The body of this WaveSpeed webhook is no prediction.', {
      details: { issues: [{ path: [], message: 'Expected a prediction' }] },
    });
  }
}

function headerIn(headers: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  return Object.entries(headers).find(([field]) => field.toLowerCase() === name)?.[1];
}

function unauthorized(what: string): StudioError {
  return new StudioError('unauthorized', `This WaveSpeed webhook ${what}.`);
}
