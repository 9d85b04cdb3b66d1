import { errorOf } from '@image-studio/core/contracts';
import { createStability, stabilityPolicy } from '@image-studio/vendor-stability';
import { describe, expect, test } from 'vitest';
import { answers, jobId, png } from './answers.ts';
import { base, callOf, pretend, signal } from './pretend.ts';

const ticket = { id: jobId };
const url = `${base}/v2beta/results/${jobId}`;
const limits = { maxBytes: 1e6, signal };

describe('A job', () => {
  test('that is done is named by its address, which is opened with the key', async () => {
    const { stability, got } = pretend(answers.bytes);
    const progress = await stability.status(ticket, { signal });
    const reported = { seed: 343_940_597 };
    expect(progress).toEqual({ state: 'done', outputs: [{ url, mediaType: 'image/png' }], reported, ticket });
    const { stream } = await stability.open({ url }, limits);
    expect(Buffer.from(await new Response(stream as BodyInit).arrayBuffer()).toString('base64')).toBe(png);
    expect(got.map((one) => [one.method, one.url, one.headers.get('accept')])).toEqual([
      ['GET', url, 'image/*'],
      ['GET', url, 'image/*'],
    ]);
    expect(got[1]!.headers.get('authorization')).toMatch(/^Bearer /);
  });

  test('that was filtered has failed and is billed', async () => {
    const progress = await pretend(answers.filtered).stability.status(ticket, { signal });
    expect(progress).toMatchObject({ state: 'failed', billed: 'yes', error: { code: 'moderation_blocked' }, ticket });
  });

  test('that was flagged has failed and is not billed', async () => {
    const progress = await pretend(answers.flagged).stability.status(ticket, { signal });
    expect(progress).toMatchObject({ state: 'failed', billed: 'no', error: { code: 'moderation_blocked' }, ticket });
  });

  test('that is in progress is pending', async () => {
    expect(await pretend(answers.inProgress).stability.status(ticket, { signal })).toEqual({
      state: 'pending',
      ticket,
    });
  });

  test.each([
    ['404', answers.unknownResult],
    ['401', answers.unauthorized],
    ['500', answers.internal],
    ['a page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ])('may be alive behind %s', async (_what, answer) => {
    const progress = await pretend(answer).stability.status(ticket, { signal });
    expect(progress).toEqual({ state: 'pending', ticket, unsure: true });
  });

  test('is left alone for a minute after a lock-out', async () => {
    const { stability } = pretend(answers.lockedOut, { retry: { limit: 0 } });
    expect(await stability.status(ticket, { signal })).toMatchObject({ pollAfterMs: 60_000, unsure: true });
  });

  test.each([null, {}, { id: '' }, { id: '../../v1/user' }])(
    'with the ticket %j is none of Stability',
    async (other) => {
      const { stability, got } = pretend(answers.bytes);
      expect((await errorOf(stability.status(other, { signal }))).code).toBe('internal');
      expect(got).toEqual([]);
    },
  );
});

test.each(['https://elsewhere.test/v2beta/results/1', `${base}/v1/user/balance`])(
  'The key is not taken to %s',
  async (other) => {
    const { stability, got } = pretend(answers.bytes);
    expect((await errorOf(stability.open({ url: other }, limits))).code).toBe('vendor_output');
    expect(got).toEqual([]);
  },
);

test('A result that is larger than allowed is not opened', async () => {
  const { stability } = pretend(() => new Response('x'.repeat(20), { headers: { 'content-length': '20' } }));
  const error = await errorOf(stability.open({ url }, { maxBytes: 10, signal }));
  expect(error).toMatchObject({ code: 'vendor_output', billed: 'yes' });
});

test('The balance is in micro-dollars, a credit being a cent', async () => {
  const { stability, got } = pretend(answers.balance);
  expect(await stability.balance()).toBe(6337);
  expect(got[0]?.url).toBe(`${base}/v1/user/balance`);
});

test('A key that cannot be one is refused at once', () => {
  for (const apiKey of ['', '  ', 'sk-ä'])
    expect(() => createStability({ apiKey })).toThrow(expect.objectContaining({ code: 'unauthorized' }));
});

test('The transport is a provider, as many requests at once as it was told', async () => {
  const { stability } = pretend(answers.bytes, { concurrency: 3, timeouts: { paidMs: 1000 } });
  expect(stability.policy).toEqual({ ...stabilityPolicy, concurrency: 3, arrivesWithinMs: 1000 });
  expect(await stability.start(callOf({}))).toMatchObject({ state: 'done' });
});

test('While Stability locks the key out nothing is sent, whoever asks', async () => {
  let now = 0;
  const retry = { limit: 0 };
  const { stability, got } = pretend((_got, count) => (count === 1 ? answers.lockedOut() : answers.bytes()), {
    clock: { now: () => now },
    retry,
  });
  expect((await errorOf(stability.start(callOf({})))).retryAfterMs).toBe(60_000);
  now = 59_000;
  const kept = await errorOf(stability.start(callOf({})));
  expect(kept).toMatchObject({ code: 'rate_limited', failure: 'throttled', billed: 'no', retryAfterMs: 1000 });
  expect(await stability.status(ticket, { signal })).toMatchObject({ unsure: true, pollAfterMs: 1000 });
  expect(got).toHaveLength(1);
  now = 60_000;
  expect(await stability.start(callOf({}))).toMatchObject({ state: 'done' });
});

test('A lock-out that is said to last for months is tried again after ten minutes', async () => {
  let now = 0;
  const months = () => new Response(null, { status: 429, headers: { 'retry-after': '9999999' } });
  const { stability } = pretend((_got, count) => (count === 1 ? months() : answers.bytes()), {
    clock: { now: () => now },
    retry: { limit: 0 },
  });
  await errorOf(stability.start(callOf({})));
  now = 600_000;
  expect(await stability.start(callOf({}))).toMatchObject({ state: 'done' });
});
