import { errorOf } from '@image-studio/core/contracts';
import { createSandbox, type FaultKind, listen } from '@image-studio/sandbox';
import { describe, expect, test } from 'vitest';
import { createHuggingface } from '../src/index.ts';
import { callOf, fal, inference, signal } from './pretend.ts';

function setUp(fault?: FaultKind) {
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, baseUrl: 'http://sandbox.invalid' });
  if (fault !== undefined) sandbox.faults.add({ kind: fault });
  const huggingface = createHuggingface({
    token: 'hf_k',
    baseUrl: 'http://sandbox.invalid/huggingface',
    fetch: (request) => sandbox.fetch(request),
    retry: { limit: 1, firstMs: 1 },
    timeouts: { paidMs: fault === 'silence' ? 300 : 20_000 },
  });
  return { sandbox, huggingface };
}

describe('Against the sandbox', () => {
  test('a job of the fal route is paid, finishes and its files can be opened', async () => {
    const { sandbox, huggingface } = setUp();
    const started = await huggingface.start(callOf(fal, { prompt: 'a lake', image_size: 'square', num_images: 2 }));
    if (started.state !== 'pending') throw new Error(`Expected a job, got ${started.state}`);
    const done = await huggingface.status(started.ticket, { signal });
    if (done.state !== 'done') throw new Error(`Expected a finished job, got ${done.state}`);
    expect(done.outputs).toHaveLength(2);
    for (const output of done.outputs) {
      if (!('url' in output)) throw new Error('Expected an address');
      const file = await huggingface.open(output, { maxBytes: 10_000_000, signal });
      expect((await new Response(file.stream).bytes()).length).toBeGreaterThan(1000);
    }
    expect(sandbox.bills()).toMatchObject([{ micros: 50_000, refunded: false }]);
  });

  test('a picture of hf-inference comes with its cost, which is what was billed', async () => {
    const { sandbox, huggingface } = setUp();
    const done = await huggingface.start(callOf(inference, { inputs: 'a lake', size: { width: 256, height: 256 } }));
    if (done.state !== 'done') throw new Error(`Expected a picture, got ${done.state}`);
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([done.reported?.costMicros]);
  });

  test('the same goes over HTTP', async () => {
    const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 } });
    const { url, close } = await listen(sandbox);
    try {
      const huggingface = createHuggingface({ token: 'hf_k', baseUrl: `${url}/huggingface` });
      const body = { prompt: 'a lake', image_size: 'square' };
      const started = await huggingface.start(callOf(fal, body));
      if (started.state !== 'pending') throw new Error(`Expected a job, got ${started.state}`);
      const done = await huggingface.status(started.ticket, { signal });
      const [output] = done.state === 'done' ? done.outputs : [];
      if (output === undefined || !('url' in output)) throw new Error('Expected an address');
      const file = await huggingface.open(output, { maxBytes: 10_000_000, signal });
      expect((await new Response(file.stream).bytes()).length).toBeGreaterThan(1000);
      const picture = await huggingface.start(callOf(inference, { inputs: 'a lake' }));
      const [streamed] = picture.state === 'done' ? picture.outputs : [];
      if (streamed === undefined || !('body' in streamed)) throw new Error('Expected a body');
      expect((await new Response(streamed.body).bytes()).length).toBeGreaterThan(1000);
    } finally {
      await close();
    }
  });

  const refusals: readonly (readonly [FaultKind, string, number])[] = [
    ['too_many', 'throttled', 0],
    ['rejected', 'refused', 0],
    ['vendor_quota', 'refused', 0],
    ['error_before', 'uncertain', 0],
    ['cut_before_billing', 'uncertain', 0],
    ['error_after_billing', 'uncertain', 1],
    ['cut_after_billing', 'uncertain', 1],
    ['malformed', 'uncertain', 1],
    ['silence', 'uncertain', 1],
  ];
  test.each(
    refusals.flatMap(([fault, failure, bills]) => [fal, inference].map((at) => [fault, at, failure, bills] as const)),
  )('%s at %s is %s with %i bill', async (fault, endpoint, failure, bills) => {
    const { sandbox, huggingface } = setUp(fault);
    const body = endpoint === fal ? { prompt: 'x' } : { inputs: 'x' };
    expect(await errorOf(huggingface.start(callOf(endpoint, body)))).toMatchObject({ failure });
    expect(sandbox.bills()).toHaveLength(bills);
  });

  test.each([
    ['moderation', 'moderation_blocked', 'yes', false],
    ['job_failed', 'vendor_unavailable', 'no', true],
    ['job_failed_billed', 'vendor_output', 'yes', false],
  ] as const)('a job with %s fails as %s, billed %s', async (fault, code, billed, refunded) => {
    const { sandbox, huggingface } = setUp(fault);
    const started = await huggingface.start(callOf(fal, { prompt: 'x' }));
    if (started.state !== 'pending') throw new Error(`Expected a job, got ${started.state}`);
    expect(await huggingface.status(started.ticket, { signal })).toMatchObject({
      state: 'failed',
      error: { code },
      billed,
    });
    expect(sandbox.bills()).toMatchObject([{ refunded }]);
  });
});
