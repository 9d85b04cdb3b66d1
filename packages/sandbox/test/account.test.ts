import { expect, test } from 'vitest';
import { createSandbox } from '../src/index.ts';
import { base, caller, editModel, plain, textModel, type UploadTicket } from './caller.ts';
import { manualClock } from './manual-clock.ts';

const instant = { queue: 0, image: 0 };

test("the price of a run is what the vendor's formula gives, and what is charged", async () => {
  const sandbox = createSandbox({ delayMs: instant });
  const { post } = caller(sandbox);
  const inputs = { prompt: 'x', resolution: '4k' };
  const model_id = 'google/nano-banana-pro/text-to-image';
  const quoted = await post('model/price', { model_id, inputs });
  expect(quoted.data).toEqual({ model_id, price: 0.24, discounted_price: 0.24, currency: 'USD' });
  expect((await post('model/pricing', { model_id, inputs })).data['unit_price']).toBe(0.24);
  await post(model_id, inputs);
  expect(sandbox.bills()).toMatchObject([{ model: model_id, micros: 240_000, refunded: false, inputs }]);
});

test('a formula without a value is the base price, and so is no formula', async () => {
  const { post } = caller(createSandbox());
  expect((await post('model/price', { model_id: 'alibaba/wan-2.5/text-to-image' })).data['price']).toBe(0.03);
  expect((await post('model/price', { model_id: textModel })).data['price']).toBe(0.005);
  expect((await post('model/price', { model_id: 'no/such' })).code).toBe(404);
});

test('every model of the catalogue is listed with its schema and has a price', async () => {
  const { get, post } = caller(createSandbox());
  const rows = (await get('models')).data as unknown as readonly {
    model_id: string;
    api_schema: { api_schemas: readonly { request_schema: { type: string } }[] };
  }[];
  expect(rows.length).toBeGreaterThan(500);
  for (const { model_id, api_schema } of rows) {
    expect(api_schema.api_schemas[0]?.request_schema.type).toBe('object');
    const { data } = await post('model/price', { model_id });
    expect(data['price']).toBeGreaterThanOrEqual(0);
  }
});

test('every schema can be applied: an empty body is refused or accepted, never a fault of the sandbox', async () => {
  const sandbox = createSandbox({ delayMs: instant });
  const { get, request } = caller(sandbox);
  const rows = (await get('models')).data as unknown as readonly { model_id: string }[];
  const statuses = new Set<number>();
  for (const { model_id } of rows) statuses.add((await request('POST', model_id, {})).status);
  expect([...statuses].sort()).toEqual([200, 400]);
});

test('the history shows jobs newest first with their inputs, filtered and paged', async () => {
  const clock = manualClock();
  const { post } = caller(createSandbox({ clock, delayMs: instant }));
  for (const prompt of ['one', 'two', 'three']) {
    await post(textModel, { prompt });
    clock.advance(1000);
  }
  await post('wavespeed-ai/flux-dev', { prompt: 'four' });
  const list = async (query: object) => {
    const { data } = await post('predictions', query);
    const items = data['items'] as readonly { inputs: { prompt: string } }[];
    return { total: data['total'], prompts: items.map(({ inputs }) => inputs.prompt) };
  };
  expect(await list({})).toEqual({ total: 4, prompts: ['four', 'three', 'two', 'one'] });
  expect(await list({ model: textModel, page: 2, page_size: 2 })).toEqual({ total: 3, prompts: ['one'] });
  const second = new Date(clock.now() - 2000).toISOString();
  expect(await list({ created_after: second, created_before: second })).toEqual({ total: 1, prompts: ['two'] });
  expect((await post('predictions', { page_size: 101 })).code).toBe(400);
});

test('a deleted prediction is gone, and one of eight days ago too', async () => {
  const clock = manualClock();
  const { post, get } = caller(createSandbox({ clock, delayMs: instant }));
  const deleted = await post(textModel, { prompt: 'x' });
  const old = await post(textModel, { prompt: 'y' });
  await post('predictions/delete', { ids: [deleted.data.id] });
  expect((await get(deleted.data.urls.get)).code).toBe(404);
  expect((await get(old.data.urls.get)).code).toBe(200);
  clock.advance(8 * 24 * 3600e3);
  expect((await get(old.data.urls.get)).code).toBe(404);
  expect((await get('predictions/nonsense/result')).code).toBe(404);
});

test('billings show the charge at once and the refund when the job has failed', async () => {
  const clock = manualClock();
  const sandbox = createSandbox({ clock, delayMs: { queue: 0, image: 1000 }, balanceMicros: 1_000_000 });
  const { post, get } = caller(sandbox);
  sandbox.faults.add({ kind: 'job_failed' });
  const { data } = await post(textModel, { prompt: 'x' });
  const kinds = async () => {
    const found = await post('billings/search', { prediction_uuids: [data.id], sort: 'created_at ASC' });
    const items = found.data['items'] as readonly { billing_type: string; price: number; order: { state: string } }[];
    return items.map(({ billing_type, price, order }) => [billing_type, price, order.state]);
  };
  expect(await kinds()).toEqual([['deduct', 0.005, 'pre']]);
  expect((await get('balance')).data['balance']).toBe(0.995);
  clock.advance(1250);
  expect(await kinds()).toEqual([
    ['deduct', 0.005, 'done'],
    ['refund', 0.005, 'done'],
  ]);
  expect((await get('balance')).data['balance']).toBe(1);
});

test('an upload takes exactly the headers and the bytes of its ticket, once they are signed', async () => {
  const clock = manualClock();
  const sandbox = createSandbox({ clock });
  const { post } = caller(sandbox);
  const picture = await plain(10, 10);
  const ticket = await post('media/uploads', { filename: 'a.png', size: picture.length, content_type: 'image/png' });
  const { url, method, headers } = ticket.data['upload'] as UploadTicket;
  const put = async (address: string, sent: Record<string, string>, body: BodyInit) =>
    (await sandbox.fetch(new Request(address, { method, headers: sent, body }))).status;
  expect(await put(url, { 'content-type': 'image/jpeg' }, picture)).toBe(403);
  expect(await put(url.replace('signature=', 'signature=0'), headers, picture)).toBe(403);
  expect(await put(url, headers, picture.subarray(1))).toBe(400);
  expect(await put(url, headers, new Uint8Array([...picture, 0]))).toBe(400);
  expect((await sandbox.fetch(new Request(ticket.data['download_url'] as string))).status).toBe(404);
  expect(await put(url, headers, picture)).toBe(200);
  const kept = await sandbox.fetch(new Request(ticket.data['download_url'] as string));
  expect(kept.headers.get('content-type')).toBe('image/png');
  expect(new Uint8Array(await kept.arrayBuffer())).toEqual(picture);
  clock.advance(2 * 3600e3);
  expect(await put(url, headers, picture)).toBe(403);
  expect((await post('media/uploads', { filename: 'a.png' })).code).toBe(400);
});

test('the older upload takes one multipart field', async () => {
  const sandbox = createSandbox({ delayMs: instant });
  const body = new FormData();
  body.set('file', new File([await plain(20, 10)], 'b.png', { type: 'image/png' }));
  const headers = { authorization: 'Bearer key' };
  const sent = await sandbox.fetch(
    new Request(`${base}/api/v3/media/upload/binary`, { method: 'POST', headers, body }),
  );
  const { data } = (await sent.json()) as { data: { type: string; download_url: string; filename: string } };
  expect(data).toMatchObject({ type: 'image', filename: 'b.png' });
  const done = await caller(sandbox).run(editModel, { prompt: 'x', image: data.download_url });
  expect(done.data.status).toBe('completed');
});
