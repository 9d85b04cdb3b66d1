import { expect, test } from 'vitest';
import { createSandbox, wavespeedSignature } from '../src/index.ts';
import { caller, textModel } from './caller.ts';
import { manualClock } from './manual-clock.ts';

interface Delivery {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A receiver that answers with the given statuses, one after the other. */
function receiver(...statuses: number[]) {
  const deliveries: Delivery[] = [];
  const receive = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    deliveries.push({ url: request.url, headers: request.headers, body: await request.text() });
    return new Response(null, { status: statuses[deliveries.length - 1] ?? 200 });
  };
  return { deliveries, receive };
}

const target = 'https://studio.example/webhooks/wavespeed/token?a=1';
const submitPath = `${textModel}?webhook=${encodeURIComponent(target)}`;

test('the signature follows the documented algorithm', () => {
  const body =
    '{"id":"45b392b22c3b449fa935bd4dc","model":"wavespeed-ai/flux-dev","outputs":["https://d2p7pge43lyniu.cloudfront.net/output/18058184-5df8-4d05-9e1b-7ad84c8b963e-u1_9bfd4537-e541-4ad0-a0f6-4812b11a37f1.jpeg"],"urls":{"get":"https://api.wavespeed.ai/api/v3/predictions/45b392b22c3b449fa935bd4dc2219dfe/result"},"has_nsfw_contents":[false],"status":"completed","created_at":"2025-09-25T09:12:48.239112031Z","error":"","executionTime":6710,"timings":{"inference":6710}}';
  const secret = 'whsec_e9EE3BdyXSxcB4ZyZUKjQUEoQX4sF9P1+eMpb/KluCM=';
  const delivery = { id: '45b392b22c3b449fa935bd4dc', timestamp: '1758798328', body };
  expect(wavespeedSignature(secret, delivery)).toBe(
    'v3,7a32ef7ef2c0cc05dbf74c9456add530c638730d40b36ecbce282a4251feaba7',
  );
});

test('the end of a job is delivered as the bare prediction, signed with the secret of the key', async () => {
  const clock = manualClock();
  const { deliveries, receive } = receiver();
  const sandbox = createSandbox({ clock, delayMs: { queue: 100, image: 1000 }, fetch: receive });
  const { post, get } = caller(sandbox, 'my-key');
  const { data } = await post(submitPath, { prompt: 'x' });
  await clock.asleep();
  expect(deliveries).toEqual([]);
  clock.advance(1500);
  await expect.poll(() => deliveries.length).toBe(1);
  const [delivery] = deliveries;
  if (delivery === undefined) throw new Error('Nothing was delivered.');
  expect(delivery.url).toBe(target);
  expect(JSON.parse(delivery.body)).toEqual((await get(data.urls.get)).data);
  const id = delivery.headers.get('webhook-id') ?? '';
  const timestamp = delivery.headers.get('webhook-timestamp') ?? '';
  expect([id, timestamp]).toEqual([data.id, String(Math.floor(clock.now() / 1000))]);
  const secret = (await get('webhook/secret')).data['secret'] as string;
  expect(secret).toMatch(/^whsec_/);
  const signature = wavespeedSignature(secret, { id, timestamp, body: delivery.body });
  expect(delivery.headers.get('webhook-signature')).toBe(signature);
});

test('a delivery is tried four times, with growing pauses, until it is taken', async () => {
  const clock = manualClock();
  const { deliveries, receive } = receiver(500, 404, 302, 503);
  const sandbox = createSandbox({ clock, delayMs: { queue: 0, image: 0 }, fetch: receive });
  sandbox.faults.add({ kind: 'job_failed' });
  await caller(sandbox).post(submitPath, { prompt: 'x' });
  const pauses: number[] = [];
  for (const count of [1, 2, 3]) {
    const pause = await clock.asleep();
    expect(deliveries).toHaveLength(count);
    pauses.push(pause);
    clock.advance(pause);
  }
  await expect.poll(() => deliveries.length).toBe(4);
  expect(pauses).toEqual([1000, 2000, 4000]);
  expect(JSON.parse(deliveries[3]?.body ?? '')).toMatchObject({ status: 'failed', code: 1405 });
});
