import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createSandbox, memoryFiles, type SandboxOptions } from '../src/index.ts';
import { plain } from './caller.ts';
import { manualClock } from './manual-clock.ts';
import { bytesOf, type ErrorBody, stabilityCaller } from './stability-caller.ts';

const core = 'stable-image/generate/core';
const photo = await plain(96, 64);

function setUp(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, ...options });
  return { sandbox, ...stabilityCaller(sandbox) };
}

describe('work that goes on', () => {
  test('is answered with an id, is in progress, is done; in another sandbox with the same files too', async () => {
    const clock = manualClock();
    const files = memoryFiles();
    const delayMs = { queue: 100, image: 900 };
    const { sandbox, get, post } = setUp({ clock, files, delayMs });
    const { id } = (await (await post('stable-image/upscale/creative', { image: photo, prompt: 'x' })).json()) as {
      id: string;
    };
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([600_000]);
    const running = await get(`v2beta/results/${id}`);
    expect([running.status, await running.json()]).toEqual([202, { id, status: 'in-progress' }]);
    clock.advance(1000);
    const later = setUp({ clock, files });
    const done = await later.get(`v2beta/results/${id}`);
    expect([done.status, done.headers.get('finish-reason')]).toEqual([200, 'SUCCESS']);
    expect(await sharp(await bytesOf(done)).metadata()).toMatchObject({ width: 4096, height: 2731 });
    expect((await stabilityCaller(sandbox, 'sk-other').get(`v2beta/results/${id}`)).status).toBe(404);
    clock.advance(24 * 3600e3);
    expect((await get(`v2beta/results/${id}`)).status).toBe(404);
  });
});

test.each([
  ['moderation', 403, 'content_moderation', 0],
  ['rejected', 400, 'bad_request', 0],
  ['vendor_quota', 402, 'payment_required', 0],
  ['job_failed', 500, 'internal_error', 0],
  ['too_many', 429, 'rate_limit_exceeded', 0],
] as const)('the fault %s is answered %i %s', async (kind, status, name, billed) => {
  const { sandbox, post } = setUp();
  sandbox.faults.add({ kind });
  const answer = await post(core, { prompt: 'x' });
  expect([answer.status, ((await answer.json()) as ErrorBody).name]).toEqual([status, name]);
  expect(sandbox.bills()).toHaveLength(billed);
  expect((await post(core, { prompt: 'x' })).status).toBe(200);
});

test('a picture that was filtered is blurred, billed, and answered 200', async () => {
  const { sandbox, post } = setUp();
  sandbox.faults.add({ kind: 'job_failed_billed' });
  const [filtered, whole] = [
    await post(core, { prompt: 'x', seed: '7' }),
    await post(core, { prompt: 'x', seed: '7' }),
  ];
  expect([filtered.status, filtered.headers.get('finish-reason')]).toEqual([200, 'CONTENT_FILTERED']);
  expect(await bytesOf(filtered)).not.toEqual(await bytesOf(whole));
  expect(sandbox.bills()).toHaveLength(2);
});
