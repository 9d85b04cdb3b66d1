import { callAsset, errorOf } from '@image-studio/core/contracts';
import { createSandbox, type FaultKind, listen } from '@image-studio/sandbox';
import { createStability } from '@image-studio/vendor-stability';
import { describe, expect, onTestFinished, test } from 'vitest';
import { png } from './answers.ts';
import { bytesOf, callOf, signal } from './pretend.ts';

const core = 'stable-image/generate/core';
const relight = 'stable-image/edit/replace-background-and-relight';
const one = Buffer.from(png, 'base64');

/** A transport that speaks to a sandbox over HTTP. */
async function overHttp(paidMs = 20_000) {
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 } });
  const { url, close } = await listen(sandbox);
  onTestFinished(close);
  const timeouts = { paidMs };
  const stability = createStability({
    apiKey: 'sk-test',
    baseUrl: `${url}/stability`,
    retry: { firstMs: 1 },
    timeouts,
  });
  return { sandbox, stability, call: callOf({ prompt: 'a lake' }, { endpoint: core }) };
}

describe('Against the sandbox, over HTTP', () => {
  test('a picture comes with the answer and costs what the balance lacks', async () => {
    const { sandbox, stability, call } = await overHttp();
    const before = await stability.balance();
    const progress = await stability.start(call);
    expect((await bytesOf(progress)).subarray(1, 4).toString()).toBe('PNG');
    expect(progress).toMatchObject({ state: 'done', reported: { seed: expect.any(Number) } });
    expect(before - (await stability.balance())).toBe(30_000);
    expect(sandbox.bills()).toMatchObject([{ model: core, inputs: { prompt: 'a lake' } }]);
  });

  test('files stream into the form, and a result is read twice', async () => {
    const { sandbox, stability, call } = await overHttp();
    const bytes = await bytesOf(await stability.start(call));
    const asset = (name: string) =>
      callAsset(name, { size: bytes.length, open: () => Promise.resolve(new Blob([bytes]).stream()) });
    const body = { subject_image: { $asset: 'a' }, background_prompt: 'a beach' };
    const started = await stability.start(callOf(body, { endpoint: relight, asset }));
    if (started.state !== 'pending') throw new Error('Expected a job.');
    const done = await stability.status(started.ticket, { signal });
    if (done.state !== 'done' || !('url' in done.outputs[0]!)) throw new Error('Expected an address.');
    const { url } = done.outputs[0];
    const limits = { maxBytes: 1e8, signal };
    const read = async () => new Response((await stability.open({ url }, limits)).stream as BodyInit).bytes();
    expect(await read()).toEqual(await read());
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([30_000, 80_000]);
  });

  test('a picture that the vendor finds unfit is refused in its words', async () => {
    const { sandbox, stability } = await overHttp();
    const asset = (name: string) => callAsset(name, { size: one.length, open: async () => new Blob([one]).stream() });
    const call = callOf({ image: { $asset: 'a' } }, { endpoint: 'stable-image/edit/erase', asset });
    const error = await errorOf(stability.start(call));
    expect(error).toMatchObject({ code: 'vendor_rejected', billed: 'no' });
    expect(error.message).toContain('at least 64');
    expect(sandbox.bills()).toEqual([]);
  });

  test.each<readonly [FaultKind, string, number]>([
    ['error_before', 'uncertain', 0],
    ['cut_before_billing', 'uncertain', 0],
    ['error_after_billing', 'uncertain', 1],
    ['cut_after_billing', 'uncertain', 1],
    ['silence', 'uncertain', 1],
    ['malformed', 'uncertain', 1],
    ['too_many', 'throttled', 0],
    ['job_failed', 'job_failed', 0],
  ])('%s is %s, sent once, billed %d times', async (kind, failure, bills) => {
    const { sandbox, stability, call } = await overHttp(kind === 'silence' ? 500 : 20_000);
    sandbox.faults.add({ kind });
    expect((await errorOf(stability.start(call))).failure).toBe(failure);
    expect(sandbox.bills()).toHaveLength(bills);
    expect(sandbox.requests().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('a file that breaks off is found out', async () => {
    const { sandbox, stability, call } = await overHttp();
    sandbox.faults.add({ kind: 'truncated_output' });
    const progress = await stability.start(call);
    expect(await errorOf(bytesOf(progress))).toMatchObject({ code: 'vendor_output', billed: 'yes' });
  });
});
