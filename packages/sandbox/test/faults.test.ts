import { expect, test } from 'vitest';
import { createSandbox, type FaultKind } from '../src/index.ts';
import { caller, plain, rejection, textModel } from './caller.ts';

const delayMs = { queue: 0, image: 0 };
const inputs = { prompt: 'x', size: '256*256' };

function withFault(kind: FaultKind) {
  const sandbox = createSandbox({ delayMs });
  sandbox.faults.add({ kind });
  const history = async () => (await caller(sandbox).post('predictions', {})).data['items'] as readonly unknown[];
  return { sandbox, history, ...caller(sandbox) };
}

test.each([
  ['error_before', 503],
  ['rejected', 400],
  ['vendor_quota', 403],
  ['too_many', 429],
] as const)('%s is answered %i and bills nothing', async (kind, status) => {
  const { sandbox, request, history } = withFault(kind);
  const answer = await request('POST', textModel, inputs);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ code: status, data: null });
  expect(answer.headers.get('retry-after')).toBe(kind === 'too_many' ? '1' : null);
  expect([sandbox.bills(), await history()]).toEqual([[], []]);
  expect((await request('POST', textModel, inputs)).status).toBe(200);
});

test('cut_before_billing looks like a reset connection and bills nothing', async () => {
  const { sandbox, request, history } = withFault('cut_before_billing');
  const error = await rejection(request('POST', textModel, inputs));
  expect([error.name, error.cause?.code]).toEqual(['TypeError', 'ECONNRESET']);
  expect([sandbox.bills(), await history()]).toEqual([[], []]);
});

test('cut_after_billing looks the same, but the job runs and is in the history', async () => {
  const { sandbox, request, history } = withFault('cut_after_billing');
  const error = await rejection(request('POST', textModel, inputs));
  expect([error.name, error.cause?.code]).toEqual(['TypeError', 'ECONNRESET']);
  expect(sandbox.bills()).toMatchObject([{ micros: 5000, refunded: false }]);
  expect(await history()).toMatchObject([{ status: 'completed', inputs }]);
});

test('error_after_billing is a 500 that was billed', async () => {
  const { sandbox, request, history } = withFault('error_after_billing');
  expect((await request('POST', textModel, inputs)).status).toBe(500);
  expect(sandbox.bills()).toHaveLength(1);
  expect(await history()).toMatchObject([{ status: 'completed' }]);
});

test('malformed is a 200 that cannot be parsed and was billed', async () => {
  const { sandbox, request } = withFault('malformed');
  const answer = await request('POST', textModel, inputs);
  expect(answer.status).toBe(200);
  expect((await rejection(answer.json())).name).toBe('SyntaxError');
  expect(sandbox.bills()).toHaveLength(1);
});

test('silence bills and never answers until the caller gives up', async () => {
  const { sandbox, request, history } = withFault('silence');
  const patience = new AbortController();
  const answer = request('POST', textModel, inputs, patience.signal);
  await expect.poll(() => sandbox.bills().length).toBe(1);
  patience.abort(new Error('enough'));
  expect((await rejection(answer)).message).toBe('enough');
  expect(await history()).toHaveLength(1);
});

test('sync_timeout answers a synchronous request as still processing', async () => {
  const { post, get } = withFault('sync_timeout');
  const { data } = await post(textModel, { ...inputs, enable_sync_mode: true });
  expect(data).toMatchObject({ status: 'processing', code: 5004, outputs: [] });
  expect(data.error).toContain('Sync mode timed out');
  expect((await get(data.urls.get)).data.status).toBe('completed');
});

test.each([
  ['moderation', 'failed', 1200, true],
  ['job_failed', 'failed', 1405, true],
  ['job_failed_billed', 'failed', 1405, false],
  ['job_stuck', 'processing', undefined, false],
  ['job_deleted', 'deleted', undefined, false],
] as const)('%s: the job is %s', async (kind, status, code, refunded) => {
  const { sandbox, run } = withFault(kind);
  const { code: envelope, data } = await run(textModel, inputs);
  expect({ envelope, status: data.status, code: data.code, outputs: data.outputs }).toEqual({
    envelope: 200,
    status,
    code,
    outputs: [],
  });
  expect(sandbox.bills()[0]?.refunded).toBe(refunded);
  expect(sandbox.balanceMicros()).toBe(refunded ? 1_000_000_000 : 999_995_000);
});

test('status_error spoils one status request', async () => {
  const { sandbox, post, request } = withFault('status_error');
  const { data } = await post(textModel, inputs);
  expect((await request('GET', data.urls.get)).status).toBe(503);
  expect((await request('GET', data.urls.get)).status).toBe(200);
  expect(sandbox.faults.list()).toEqual([]);
});

test('spoiled downloads: truncated, empty, a page, endless; the next one is whole', async () => {
  const sandbox = createSandbox({ delayMs });
  const { run, download } = caller(sandbox);
  const url = (await run(textModel, inputs)).data.outputs[0] ?? '';
  for (const kind of ['truncated_output', 'empty_output', 'wrong_output', 'oversize_output'] as const) {
    sandbox.faults.add({ kind });
  }
  const open = () => sandbox.fetch(new Request(url));
  const truncated = await open();
  const length = Number(truncated.headers.get('content-length'));
  const reader = truncated.body?.getReader();
  expect((await reader?.read())?.value?.byteLength).toBe(Math.floor(length / 2));
  expect((await rejection(reader?.read() ?? Promise.resolve())).message).toBe('terminated');
  expect((await (await open()).arrayBuffer()).byteLength).toBe(0);
  const page = await open();
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const endless = (await open()).body?.getReader();
  let seen = 0;
  while (seen < 20e6) seen += (await endless?.read())?.value?.byteLength ?? Infinity;
  expect(seen).toBeLessThan(30e6);
  await endless?.cancel();
  expect((await download(url)).byteLength).toBe(length);
});

test('faults strike in order, as often as they say, where they match', async () => {
  const sandbox = createSandbox({ delayMs });
  const { request } = caller(sandbox);
  sandbox.faults.add({ kind: 'too_many', retryAfterSeconds: 7, times: 2, match: { model: textModel } });
  sandbox.faults.add({ kind: 'error_before' });
  const statuses = async (model: string, count: number) => {
    const answers = Array.from({ length: count }, () => request('POST', model, inputs));
    return (await Promise.all(answers)).map(({ status }) => status);
  };
  expect(await statuses('wavespeed-ai/flux-dev', 1)).toEqual([503]);
  const first = await request('POST', textModel, inputs);
  expect([first.status, first.headers.get('retry-after')]).toEqual([429, '7']);
  expect(sandbox.faults.list()).toMatchObject([{ kind: 'too_many', times: 1 }]);
  expect(await statuses(textModel, 2)).toEqual([429, 200]);
});

test('a fault that names a path strikes a free request too', async () => {
  const sandbox = createSandbox({ delayMs });
  const { request, upload } = caller(sandbox);
  sandbox.faults.add({ kind: 'error_before', match: { path: '/api/v3/media/uploads' } });
  sandbox.faults.add({ kind: 'cut_before_billing', match: { path: '/wavespeed/files/*', method: 'PUT' } });
  expect((await request('POST', textModel, inputs)).status).toBe(200);
  expect((await request('POST', 'media/uploads', { filename: 'a.png', size: 1 })).status).toBe(503);
  expect((await rejection(upload(await plain(4, 4)))).cause?.code).toBe('ECONNRESET');
});

test('faults that make no sense are refused, and a plan can be cleared', async () => {
  const { faults } = createSandbox();
  expect(() => faults.add({ kind: 'nonsense' as FaultKind })).toThrow(RangeError);
  expect(() => faults.add({ kind: 'rejected', times: 0 })).toThrow(RangeError);
  faults.add({ kind: 'rejected' });
  faults.clear();
  expect(faults.list()).toEqual([]);
});
