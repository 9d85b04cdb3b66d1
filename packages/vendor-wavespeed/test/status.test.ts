import { errorOf } from '@image-studio/core/contracts';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import { describe, expect, test } from 'vitest';
import { base, id, model, pretend, signal } from './pretend.ts';

const url = 'https://cdn.wavespeed.test/output/one.jpeg';
const ticket = { id };

async function statusOf(data: Readonly<Record<string, unknown>>) {
  const { wavespeed } = pretend(() => ({ code: 200, message: 'success', data: { id, model, ...data } }));
  return wavespeed.status(ticket, { signal });
}

describe('A status', () => {
  test.each(['created', 'processing', 'pending'])('%s is pending', async (status) => {
    expect(await statusOf({ status, outputs: [] })).toEqual({ state: 'pending', ticket });
  });

  test.each(['deleted', 'warming', undefined])('%s is pending and says nothing about the money', async (status) => {
    expect(await statusOf({ status })).toEqual({ state: 'pending', ticket, unsure: true });
  });

  test('processing with code 5004 is pending', async () => {
    expect(await statusOf({ status: 'processing', code: 5004, error: 'Sync mode timed out' })).toEqual({
      state: 'pending',
      ticket,
    });
  });

  test('without an envelope is read by its task code', async () => {
    const { wavespeed } = pretend(() => ({ id, status: 'failed', code: 1200 }));
    expect(await wavespeed.status(ticket, { signal })).toMatchObject({ error: { code: 'moderation_blocked' } });
  });

  test('completed is done', async () => {
    const progress = await statusOf({ status: 'completed', outputs: [url], has_nsfw_contents: [false] });
    expect(progress).toEqual({ state: 'done', outputs: [{ url }], ticket });
  });

  test.each([
    ['failed', {}, 'vendor_output'],
    ['failed', { code: 1200 }, 'moderation_blocked'],
    ['failed', { code: 1400 }, 'vendor_rejected'],
    ['failed', { code: 1401 }, 'vendor_rejected'],
    ['failed', { code: 1402 }, 'vendor_rejected'],
    ['failed', { code: 1403 }, 'vendor_output'],
    ['failed', { code: 1405 }, 'vendor_output'],
    ['failed', { code: 1499 }, 'vendor_rejected'],
    ['failed', { code: 5000 }, 'vendor_unavailable'],
    ['failed', { code: 5003 }, 'vendor_unavailable'],
    ['failed', { code: 5004 }, 'vendor_unavailable'],
    ['failed', { code: 5999 }, 'vendor_unavailable'],
    ['failed', { error: 'NSFW content found' }, 'moderation_blocked'],
    ['cancelled', {}, 'canceled'],
    ['timeout', {}, 'vendor_unavailable'],
  ])('%s %o is refunded: %s', async (status, fields, code) => {
    const progress = await statusOf({ status, ...fields });
    expect(progress).toMatchObject({ state: 'failed', billed: 'no', ticket, error: { code, billed: 'no' } });
  });

  test('failed tells nothing of what was sent, although the answer does not repeat the inputs', async () => {
    const prompt = 'a very private wedding at the harbour';
    const data = { id, model, status: 'failed', error: `cannot draw ${prompt}` };
    const { wavespeed } = pretend(() => ({ code: 200, message: 'success', data }));
    const progress = await wavespeed.status(ticket, { signal, sent: { prompt } });
    expect(progress).toMatchObject({ state: 'failed', error: { message: expect.stringContaining('cannot draw') } });
    expect(JSON.stringify(progress)).not.toContain('wedding');
  });

  test('failed tells what WaveSpeed said, without inputs, addresses and long quotations', async () => {
    const prompt = 'my neighbour Eleanor in her garden';
    const error = `Bad input: ${prompt} at https://files.test/secret?sig=1, 'some other long quotation here'.`;
    const progress = await statusOf({ status: 'failed', code: 1401, error, inputs: { prompt } });
    expect(progress).toMatchObject({ error: { message: expect.stringContaining('Bad input') } });
    expect(JSON.stringify(progress)).not.toMatch(/Eleanor|secret|other long/);
  });
});

describe('Outputs', () => {
  const outputsOf = async (outputs: unknown) => {
    const progress = await statusOf({ status: 'completed', outputs });
    return progress.state === 'done' ? progress.outputs : progress;
  };
  test('may be objects that hold an address', async () => {
    expect(await outputsOf([{ url }, { video_url: url, seed: 4 }])).toEqual([{ url }, { url }]);
  });

  test('may be more than asked for, and text among them is no file', async () => {
    expect(await outputsOf([url, 'a caption', url, { text: 'x' }, 7, null])).toEqual([{ url }, { url }]);
  });

  test.each([
    ['image/png', '89504e470d0a1a0a'],
    ['image/jpeg', 'ffd8ffe000104a46'],
    ['image/webp', '524946460000000057454250'],
    ['video/mp4', '0000001c6674797069736f6d'],
    ['model/gltf-binary', '676c5446020000000'],
  ])('may be bare base64, recognised by its bytes: %s', async (mediaType, head) => {
    const bytes = Buffer.concat([Buffer.from(head, 'hex'), Buffer.alloc(80, 1)]);
    const outputs = await outputsOf([bytes.toString('base64')]);
    const [output] = Array.isArray(outputs) ? outputs : [];
    expect(output).toMatchObject({ mediaType });
    expect(Buffer.from(await new Response(output.body).arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('may be data URLs', async () => {
    const bytes = Buffer.alloc(80, 7);
    const outputs = await outputsOf([`data:image/avif;base64,${bytes.toString('base64')}`]);
    expect(outputs).toMatchObject([{ mediaType: 'image/avif' }]);
  });

  test.each([[null], [[]], [['only text']], [[{}]]])(
    'that are %j of a completed job are a paid failure',
    async (outputs) => {
      expect(await outputsOf(outputs)).toMatchObject({
        state: 'failed',
        billed: 'yes',
        error: { code: 'vendor_output', billed: 'yes' },
      });
    },
  );
});

describe('A question that is not answered', () => {
  test.each([
    ['404', () => Response.json({ code: 404, message: 'not found' }, { status: 404 })],
    ['401', () => Response.json({ code: 401, message: 'Invalid API key' }, { status: 401 })],
    ['500', () => new Response('', { status: 500 })],
    ['a page', () => new Response('<html>')],
    ['a code of failure', () => Response.json({ code: 500, message: 'oops', data: null })],
    ['another shape', () => Response.json({ code: 200, data: [] })],
  ])('but with %s leaves the job pending, unsure', async (_name, answer) => {
    const { wavespeed } = pretend(answer);
    expect(await wavespeed.status(ticket, { signal })).toEqual({ state: 'pending', ticket, unsure: true });
  });

  test('for lack of a network too', async () => {
    const fetch = () => Promise.reject(new TypeError('fetch failed'));
    const wavespeed = createWavespeed({ apiKey: 'k', baseUrl: base, fetch, retry: { limit: 0 } });
    expect(await wavespeed.status(ticket, { signal })).toMatchObject({ state: 'pending', unsure: true });
  });

  test('but with 429 waits as long as it is told', async () => {
    const { wavespeed } = pretend(() => new Response('', { status: 429, headers: { 'retry-after': '90' } }));
    expect(await wavespeed.status(ticket, { signal })).toMatchObject({ unsure: true, pollAfterMs: 90_000 });
  });

  test('because it was stopped is canceled', async () => {
    const { wavespeed } = pretend(() => ({}));
    expect((await errorOf(wavespeed.status(ticket, { signal: AbortSignal.abort() }))).code).toBe('canceled');
  });

  test('is asked again after a hiccup', async () => {
    const { wavespeed, got } = pretend((_got, count) =>
      count === 1 ? new Response('', { status: 502 }) : { code: 200, data: { id, status: 'processing' } },
    );
    expect(await wavespeed.status(ticket, { signal })).toEqual({ state: 'pending', ticket });
    expect(got).toHaveLength(2);
  });
});

describe('The address of a result', () => {
  const ours = `${base}/api/v3/predictions/${id}/result`;
  test.each([
    ['is made of the id', undefined, ours],
    ['is the named one on our origin', `${base}/api/v3/predictions/${id}/result?x=1`, `${ours}?x=1`],
    ['is never on another origin, which would get the key', `https://evil.test/${id}`, ours],
    ['is not one without the id', `${base}/api/v3`, ours],
    ['is not nonsense', 'nonsense', ours],
  ])('%s', async (_rule, named, expected) => {
    const { wavespeed, got } = pretend(() => ({ data: { id, status: 'processing' } }));
    await wavespeed.status(named === undefined ? { id } : { id, url: named }, { signal });
    expect(got.map((request) => [request.method, request.url])).toEqual([['GET', expected]]);
  });

  test.each([null, 'x', {}, { id: '' }, { id: 5 }])('cannot be had from the ticket %j', async (bad) => {
    const { wavespeed, got } = pretend(() => ({}));
    expect((await errorOf(wavespeed.status(bad, { signal }))).code).toBe('internal');
    expect(got).toHaveLength(0);
  });
});
