import { callAsset, errorOf } from '@image-studio/core/contracts';
import { createSandbox, type FaultKind, listen } from '@image-studio/sandbox';
import { createWavespeed, verifyWebhook } from '@image-studio/vendor-wavespeed';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Client } from 'wavespeed';
import { callOf, signal } from './pretend.ts';

const instant = { queue: 0, image: 0 };
const textModel = 'wavespeed-ai/z-image/turbo';
const baseUrl = 'http://wavespeed.sandbox.invalid';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

function inProcess(paidMs = 20_000) {
  const sandbox = createSandbox({ delayMs: instant, baseUrl });
  const wavespeed = createWavespeed({
    apiKey: 'k',
    baseUrl,
    fetch: (request) => sandbox.fetch(request),
    retry: { limit: 1, firstMs: 1 },
    timeouts: { paidMs },
  });
  return { sandbox, wavespeed, call: callOf({ prompt: 'a lake', size: '256*256' }, { endpoint: textModel }) };
}

async function finish(wavespeed: ReturnType<typeof createWavespeed>, call: ReturnType<typeof callOf>) {
  const started = await wavespeed.start(call);
  if (started.state !== 'pending') return started;
  return await wavespeed.status(started.ticket, { signal });
}

describe('Against the sandbox', () => {
  test('a run is paid, finishes and its file can be opened', async () => {
    const { sandbox, wavespeed, call } = inProcess();
    const done = await finish(wavespeed, call);
    if (done.state !== 'done') throw new Error(`Expected a finished job, got ${done.state}`);
    const [output] = done.outputs;
    if (output === undefined || !('url' in output)) throw new Error('Expected an address');
    const file = await wavespeed.open(output, { maxBytes: 10_000_000, signal });
    const bytes = await new Response(file.stream).bytes();
    expect(file.mediaType).toMatch(/^image\//);
    expect(bytes.length).toBeGreaterThan(100);
    expect(sandbox.bills()).toHaveLength(1);
  });

  test('an edit uploads its picture and the sandbox can read it', async () => {
    const { wavespeed } = inProcess();
    const asset = () => callAsset('a', { size: png.length, open: () => Promise.resolve(new Blob([png]).stream()) });
    const planned = callOf({ prompt: 'x', image: { $asset: 'a' } }, { asset });
    const body = await wavespeed.prepare(planned);
    expect(await finish(wavespeed, { ...planned, body })).toMatchObject({ state: 'done' });
  });

  test('the free price is what a run costs', async () => {
    const { sandbox, wavespeed, call } = inProcess();
    const before = await wavespeed.balance();
    const { paidMicros } = await wavespeed.price(textModel, call.body);
    await finish(wavespeed, call);
    expect(before - (await wavespeed.balance())).toBe(paidMicros);
    expect((await wavespeed.billings({ page_size: 10 })).items).toMatchObject([{ price: paidMicros / 1e6 }]);
    expect(sandbox.bills()).toMatchObject([{ micros: paidMicros }]);
  });

  const paid: readonly (readonly [FaultKind, string])[] = [
    ['error_after_billing', 'uncertain'],
    ['cut_after_billing', 'uncertain'],
    ['silence', 'uncertain'],
    ['malformed', 'uncertain'],
  ];
  test.each(paid)('a job taken without an answer (%s) is found again', async (kind, failure) => {
    const { sandbox, wavespeed, call } = inProcess(kind === 'silence' ? 500 : undefined);
    sandbox.faults.add({ kind });
    const from = Date.now();
    expect(await errorOf(wavespeed.start(call))).toMatchObject({ failure, billed: 'unknown' });
    expect(sandbox.bills()).toHaveLength(1);
    const found = await wavespeed.find(call, { from, until: Date.now() }, { signal });
    expect(found).toMatchObject({ complete: true, candidates: [{ inputs: call.body }] });
    const ticket = found.candidates[0]?.ticket ?? null;
    expect(await wavespeed.status(ticket, { signal })).toMatchObject({ state: 'done' });
  });

  const unpaid: readonly (readonly [FaultKind, string])[] = [
    ['too_many', 'throttled'],
    ['error_before', 'uncertain'],
    ['cut_before_billing', 'uncertain'],
    ['rejected', 'refused'],
    ['vendor_quota', 'refused'],
  ];
  test.each(unpaid)('%s costs nothing and a complete listing shows no job', async (kind, failure) => {
    const { sandbox, wavespeed, call } = inProcess();
    sandbox.faults.add({ kind });
    const from = Date.now();
    expect((await errorOf(wavespeed.start(call))).failure).toBe(failure);
    expect(sandbox.bills()).toHaveLength(0);
    expect(sandbox.requests().filter(({ method }) => method === 'POST')).toHaveLength(1);
    const found = await wavespeed.find(call, { from, until: Date.now() }, { signal });
    expect(found).toEqual({ candidates: [], complete: true });
  });

  const endings: readonly (readonly [FaultKind, object])[] = [
    ['moderation', { state: 'failed', billed: 'no', error: { code: 'moderation_blocked' } }],
    ['job_failed', { state: 'failed', billed: 'no', error: { code: 'vendor_output' } }],
    ['job_stuck', { state: 'pending' }],
    ['job_deleted', { state: 'pending', unsure: true }],
    ['sync_timeout', { state: 'done' }],
  ];
  test.each(endings)('%s', async (kind, expected) => {
    const { sandbox, wavespeed, call } = inProcess();
    sandbox.faults.add({ kind });
    expect(await finish(wavespeed, call)).toMatchObject(expected);
  });

  const files: readonly FaultKind[] = ['truncated_output', 'oversize_output'];
  test.each(files)('a file that is %s is an error of the vendor, and opens at the next try', async (kind) => {
    const { sandbox, wavespeed, call } = inProcess();
    const done = await finish(wavespeed, call);
    const output = done.state === 'done' ? done.outputs[0] : undefined;
    if (output === undefined || !('url' in output)) throw new Error('Expected an address');
    const read = async () => {
      const { stream } = await wavespeed.open(output, { maxBytes: 10_000_000, signal });
      return new Response(stream).bytes();
    };
    sandbox.faults.add({ kind });
    expect(await errorOf(read())).toMatchObject({ code: 'vendor_output', billed: 'yes' });
    expect((await read()).length).toBeGreaterThan(100);
  });

  test('its webhook is verified with its secret', async () => {
    const delivered = Promise.withResolvers<Request>();
    const fetch = (input: string | URL | Request, init?: RequestInit) => {
      delivered.resolve(new Request(input, init));
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    const sandbox = createSandbox({ delayMs: instant, baseUrl, fetch });
    const wavespeed = createWavespeed({ apiKey: 'k', baseUrl, fetch: (request) => sandbox.fetch(request) });
    const webhookUrl = new URL('https://studio.test/webhooks/wavespeed/token');
    const started = await wavespeed.start(callOf({ prompt: 'x' }, { endpoint: textModel, webhookUrl }));
    const request = await delivered.promise;
    expect(request.url).toBe(webhookUrl.href);
    const delivery = {
      headers: request.headers,
      rawBody: await request.text(),
      secret: await wavespeed.webhookSecret(),
    };
    const progress = verifyWebhook({ ...delivery, now: Date.now() });
    expect(progress).toMatchObject({ state: 'done', ticket: 'ticket' in started ? started.ticket : null });
  });
});

test('Over a socket the official client and ours get the same files for the same upload and request', async () => {
  const server = await listen(createSandbox({ delayMs: instant }));
  onTestFinished(() => server.close());
  const wavespeed = createWavespeed({ apiKey: 'k', baseUrl: server.url });
  const body = { prompt: 'a lake', size: '256*256' };
  const official = await new Client('k', { baseUrl: server.url }).run(textModel, body, { pollInterval: 0.01 });
  const ours = await finish(wavespeed, callOf(body, { endpoint: textModel }));
  const read = async (url: unknown) => {
    const { stream } = await wavespeed.open({ url: String(url) }, { maxBytes: 1e8, signal });
    return Buffer.from(await new Response(stream).arrayBuffer());
  };
  const output = ours.state === 'done' ? ours.outputs[0] : undefined;
  if (output === undefined || !('url' in output)) throw new Error('Expected an address');
  expect((await read(output.url)).length).toBeGreaterThan(100);
  expect(official.outputs).toHaveLength(1);
  expect((await read(official.outputs[0])).length).toBeGreaterThan(100);
});
