import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { photo, useServer } from './server.ts';

const wait = { prefer: 'wait=60' };
const { current } = useServer();

describe('a run over HTTP', () => {
  it('enlarges a photo on this machine, sent as multipart with the file first', async () => {
    const body = current().form({ image: photo, scale: '2', model: 'local/lanczos3' });
    const run = await current().call('POST', '/v1/upscale', { body, headers: wait });
    expect(run.status).toBe(201);
    expect(run.body).toMatchObject({
      operation: 'upscale',
      model: 'local/lanczos3',
      state: 'succeeded',
      test: true,
      charge: { micros: 0 },
    });
    const picture = await fetch(run.body.outputs[0].url);
    const bytes = new Uint8Array(await picture.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 192, height: 128 });
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(run.body.outputs[0].sha256);
  });

  it('edits it in test mode, counted and priced like a live one', async () => {
    const before = await current().call('GET', '/v1/usage');
    const body = current().form({
      model: 'qwen-edit',
      prompt: 'make it dusk',
      image: photo,
      options: '{"seed":0}',
      metadata: '{"job":"a1"}',
    });
    const run = await current().call('POST', '/v1/edit', { body, headers: wait });
    expect(run.body).toMatchObject({
      state: 'succeeded',
      charge: { micros: 20_000, currency: 'USD' },
      metadata: { job: 'a1' },
      error: null,
    });
    expect(run.body.input).toMatchObject({
      prompt: 'make it dusk',
      options: { seed: 0 },
      image: expect.stringMatching(/^asset_/),
    });
    const spent = (usage: typeof before) =>
      usage.body.meters.find(({ meter }: { meter: string }) => meter === 'spend')?.used ?? 0;
    const after = await current().call('GET', '/v1/usage');
    expect(spent(after) - spent(before)).toBe(20_000);
    for (const { meter, held } of after.body.meters) expect([meter, held]).toEqual([meter, 0]);
    const again = await current().call('GET', `/v1/runs/${run.body.id}`);
    // Who waits is told by the process that did it, who reads by the database: links are signed anew, all else is the same.
    const withoutLinks = ({ outputs, ...rest }: typeof run.body) => ({
      ...rest,
      outputs: outputs.map(({ url: _url, ...facts }: { url: string }) => facts),
    });
    expect(withoutLinks(again.body)).toEqual(withoutLinks(run.body));
    expect(run.body.outputs).toHaveLength(1);
  });

  it('answers 202 at once without a wish to wait, and an asset as the next input', async () => {
    const first = await current().call('POST', '/v1/upscale', {
      body: current().form({ image: photo, model: 'lanczos3' }),
      headers: wait,
    });
    const body = { model: 'qwen-edit', prompt: 'x', image: first.body.outputs[0].id };
    const started = await current().call('POST', '/v1/edit', { body });
    expect(started.status).toBe(202);
    expect(started.headers.get('location')).toBe(`/v1/runs/${started.body.id}`);
    await expect
      .poll(async () => (await current().call('GET', `/v1/runs/${started.body.id}`)).body.state, { timeout: 20_000 })
      .toBe('succeeded');
  });

  it('is the same run under the same idempotency key, and a conflict under another request', async () => {
    const headers = { ...wait, 'idempotency-key': 'once' };
    const send = (prompt: string) =>
      current().call('POST', '/v1/edit', {
        body: current().form({ model: 'qwen-edit', prompt, image: photo }),
        headers,
      });
    const [first, second] = [await send('x'), await send('x')];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.id).toBe(first.body.id);
    expect(await send('y')).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  it('quotes without spending', async () => {
    const before = (await current().call('GET', '/v1/usage')).text;
    const body = current().form({ image: photo, prompt: 'x', model: '{"prefer":"quality"}' });
    const quote = await current().call('POST', '/v1/edit/quote', { body });
    expect(quote.body).toMatchObject({
      model: expect.stringContaining('wavespeed/'),
      reason: expect.stringContaining('quality'),
    });
    expect(quote.body.price.micros).toBe(
      quote.body.lines.reduce((sum: number, line: { micros: number }) => sum + line.micros, 0),
    );
    expect((await current().call('GET', '/v1/usage')).text).toBe(before);
  });
});

describe('a file', () => {
  it('is answered whole, in ranges, or not at all when the client has it', async () => {
    const run = await current().call('POST', '/v1/upscale', {
      body: current().form({ image: photo, model: 'lanczos3' }),
      headers: wait,
    });
    const { id, size, sha256 } = run.body.outputs[0];
    const get = (headers: Record<string, string>) => current().call('GET', `/v1/assets/${id}/content`, { headers });
    const whole = await get({});
    expect([whole.status, whole.headers.get('content-length'), whole.headers.get('x-content-type-options')]).toEqual([
      200,
      String(size),
      'nosniff',
    ]);
    const part = await get({ range: 'bytes=2-5' });
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
      206,
      `bytes 2-5/${size}`,
      '4',
    ]);
    expect((await get({ range: `bytes=${size}-` })).status).toBe(416);
    expect((await get({ 'if-none-match': `"${sha256}"` })).status).toBe(304);
  });

  it('is not opened by an altered link or another account', async () => {
    const run = await current().call('POST', '/v1/upscale', {
      body: current().form({ image: photo, model: 'lanczos3' }),
      headers: wait,
    });
    const { id, url } = run.body.outputs[0];
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url.replace('account=local', 'account=other'))).status).toBe(404);
    expect((await fetch(url.replace(/expires=\d+/, 'expires=9999999999'))).status).toBe(404);
    const other = await current().keyFor('other');
    expect((await current().call('GET', `/v1/assets/${id}/content`, { key: other })).status).toBe(404);
    expect((await current().call('GET', `/v1/runs/${run.body.id}`, { key: other })).status).toBe(404);
    const body = { model: 'lanczos3', image: id };
    expect(await current().call('POST', '/v1/upscale', { key: other, body })).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
  });
});
