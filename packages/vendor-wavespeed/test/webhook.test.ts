import { createHmac } from 'node:crypto';
import { isStudioError } from '@image-studio/core';
import { verifyWebhook, type WebhookDelivery } from '@image-studio/vendor-wavespeed';
import { describe, expect, test } from 'vitest';

// The documented delivery, with the signature that the documented algorithm gives for it.
const id = '45b392b22c3b449fa935bd4dc';
const output =
  'https://d2p7pge43lyniu.cloudfront.net/output/18058184-5df8-4d05-9e1b-7ad84c8b963e-u1_9bfd4537-e541-4ad0-a0f6-4812b11a37f1.jpeg';
const get = `https://api.wavespeed.ai/api/v3/predictions/${id}2219dfe/result`;
const rawBody = JSON.stringify({
  id,
  model: 'wavespeed-ai/flux-dev',
  outputs: [output],
  urls: { get },
  has_nsfw_contents: [false],
  status: 'completed',
  created_at: '2025-09-25T09:12:48.239112031Z',
  error: '',
  executionTime: 6710,
  timings: { inference: 6710 },
});
const secret = 'whsec_e9EE3BdyXSxcB4ZyZUKjQUEoQX4sF9P1+eMpb/KluCM=';
const signature = 'v3,7a32ef7ef2c0cc05dbf74c9456add530c638730d40b36ecbce282a4251feaba7';
const sentAt = 1_758_798_328_000;

const delivery: WebhookDelivery = {
  headers: { 'webhook-id': id, 'webhook-timestamp': '1758798328', 'webhook-signature': signature },
  rawBody,
  secret,
  now: sentAt + 1_000,
};

function codeOf(fields: Partial<WebhookDelivery>): string {
  try {
    verifyWebhook({ ...delivery, ...fields });
    return 'accepted';
  } catch (error) {
    return isStudioError(error) ? error.code : 'another error';
  }
}

const withHeader = (name: string, value: string | undefined) => ({ headers: { ...delivery.headers, [name]: value } });

describe('A webhook', () => {
  test('that is rightly signed answers where its job stands', () => {
    expect(verifyWebhook(delivery)).toEqual({ state: 'done', outputs: [{ url: output }], ticket: { id, url: get } });
  });

  test('may come with Headers of any case and as bytes', () => {
    const headers = new Headers(delivery.headers as Record<string, string>);
    expect(codeOf({ headers, rawBody: new TextEncoder().encode(rawBody) })).toBe('accepted');
    const upper = { 'Webhook-Id': id, 'Webhook-Timestamp': '1758798328', 'Webhook-Signature': signature };
    expect(codeOf({ headers: upper })).toBe('accepted');
  });

  test.each([
    ['a changed body', { rawBody: rawBody.replace('completed', 'completeD') }],
    ['another secret', { secret: 'whsec_another' }],
    ['no secret', { secret: '' }],
    ['another id', withHeader('webhook-id', 'x')],
    ['another time', withHeader('webhook-timestamp', '1758798329')],
    ['no time', withHeader('webhook-timestamp', undefined)],
    ['a time that is no number', withHeader('webhook-timestamp', 'NaN')],
    ['no id', withHeader('webhook-id', undefined)],
    ['no signature', withHeader('webhook-signature', undefined)],
    ['another version', withHeader('webhook-signature', signature.replace('v3', 'v2'))],
    ['two signatures', withHeader('webhook-signature', `${signature},${signature.slice(3)}`)],
    ['half a signature', withHeader('webhook-signature', signature.slice(0, 40))],
    ['a signature of all zeros', withHeader('webhook-signature', `v3,${'0'.repeat(64)}`)],
    ['more than 300 s of age', { now: sentAt + 300_001 }],
    ['a time in the future', { now: sentAt - 300_001 }],
  ])('with %s is unauthorized', (_name, fields) => {
    expect(codeOf(fields)).toBe('unauthorized');
  });

  test.each([sentAt + 300_000, sentAt - 300_000])('is accepted up to 300 s off', (now) => {
    expect(codeOf({ now })).toBe('accepted');
  });

  test('with a secret signed including its prefix is accepted', () => {
    const mac = createHmac('sha256', secret).update(`${id}.1758798328.${rawBody}`).digest('hex');
    expect(codeOf(withHeader('webhook-signature', `v3,${mac}`))).toBe('accepted');
  });

  const signed = (body: string) => {
    const key = secret.slice('whsec_'.length);
    const mac = createHmac('sha256', key).update(`${id}.1758798328.${body}`).digest('hex');
    return { ...delivery, rawBody: body, ...withHeader('webhook-signature', `v3,${mac}`) };
  };

  test.each(['', 'not json', '[]', '{"status":"completed"}'])('rightly signed but "%s" is invalid', (body) => {
    expect(codeOf(signed(body))).toBe('invalid_request');
  });

  test('of a failed job tells the failure', () => {
    const body = JSON.stringify({ id, status: 'failed', code: 1402, error: 'Failed to download image.' });
    expect(verifyWebhook(signed(body))).toMatchObject({ state: 'failed', billed: 'no', ticket: { id } });
  });
});
