import { inspect } from 'node:util';
import { callAsset, errorOf } from '@image-studio/core/contracts';
import { describe, expect, test } from 'vitest';
import { createHuggingface } from '../src/index.ts';
import { base, callOf, fal, inference, path, pretend } from './pretend.ts';

const taken = { request_id: '764cabcf', status: 'IN_QUEUE', response_url: `https://queue.fal.run${path}` };
const picture = () => new Response('picture', { headers: { 'content-type': 'image/png', 'x-compute-time': '4.25' } });

describe('A request over the fal route', () => {
  test('is one POST of the body to the queue behind the router, and its ticket is a path', async () => {
    const { huggingface, got } = pretend(() => taken);
    const call = callOf(fal, { prompt: 'dusk', image_size: { width: 640, height: 384 } });
    expect(await huggingface.start(call)).toEqual({ state: 'pending', ticket: { path } });
    expect(got).toHaveLength(1);
    expect(got[0]).toMatchObject({ method: 'POST', url: `${base}/fal-ai/fal-ai/flux/dev?_subdomain=queue` });
    expect(JSON.parse(got[0]!.body)).toEqual(call.body);
    expect(got[0]!.headers.get('authorization')).toBe('Bearer hf_secret_0123456789');
  });

  test('carries files as data URLs, or as addresses where the storage signs them', async () => {
    const { huggingface, got } = pretend(() => taken);
    const body = { image_url: { $asset: 'a' }, image_urls: [{ $asset: 'b' }] };
    const signed = async () => new URL('https://files.test/b?signature=1');
    await huggingface.start(callOf(fal, body, { asset: (id) => callAsset(id, id === 'b' ? { signed } : {}) }));
    expect(JSON.parse(got[0]!.body)).toEqual({
      image_url: `data:image/png;base64,${Buffer.from('bytes of a').toString('base64')}`,
      image_urls: ['https://files.test/b?signature=1'],
    });
  });

  test('with a file that is too large for a request is never sent', async () => {
    const { huggingface, got } = pretend(() => taken);
    const asset = (id: string) => callAsset(id, { size: 30_000_000 });
    const error = await errorOf(huggingface.start(callOf(fal, { image_url: { $asset: 'a' } }, { asset })));
    expect(error).toMatchObject({ code: 'input_too_large', failure: 'refused', billed: 'no' });
    expect(got).toHaveLength(0);
  });

  test.each([
    ['no address', { request_id: 'x' }],
    ['an address that is no job', { ...taken, response_url: 'https://queue.fal.run/keys' }],
    ['an address that climbs', { ...taken, response_url: 'https://queue.fal.run/a/../../requests/x' }],
    ['no JSON', new Response('<html>')],
  ])('that is answered with %s may have been taken', async (_what, answer) => {
    const error = await errorOf(pretend(() => answer).huggingface.start(callOf(fal, {})));
    expect(error).toMatchObject({ code: 'in_doubt', failure: 'uncertain', billed: 'unknown' });
  });
});

describe('A request to hf-inference', () => {
  test('nests its parameters, streams the picture on and costs its computing time', async () => {
    const { huggingface, got } = pretend(picture);
    const body = { inputs: 'dusk', seed: 7, size: { width: 640, height: 384 } };
    const progress = await huggingface.start(callOf(inference, body));
    if (progress.state !== 'done') throw new Error(`Expected a picture, got ${progress.state}`);
    expect(progress.reported).toEqual({ costMicros: 510 });
    const [output] = progress.outputs;
    if (output === undefined || !('body' in output)) throw new Error('Expected a body');
    expect([output.mediaType, await new Response(output.body).text()]).toEqual(['image/png', 'picture']);
    expect(JSON.parse(got[0]!.body)).toEqual({
      inputs: 'dusk',
      parameters: { seed: 7, width: 640, height: 384 },
    });
  });

  test.each([
    ['a page', 'text/html'],
    ['JSON', 'application/json'],
  ])('that is answered with %s may have worked all the same', async (_what, type) => {
    const answer = () => new Response('{}', { headers: { 'content-type': type } });
    const error = await errorOf(pretend(answer).huggingface.start(callOf(inference, { inputs: 'x' })));
    expect(error).toMatchObject({ code: 'in_doubt', failure: 'uncertain', billed: 'unknown' });
  });
});

describe('What an unsuccessful answer means', () => {
  const detail = (type: string) => ({ detail: [{ loc: ['body', 'prompt'], msg: 'field required', type }] });
  test.each([
    [401, { error: 'Invalid username or password.' }, 'vendor_quota', 'refused'],
    [402, { error: 'You have exceeded your monthly included credits.' }, 'vendor_quota', 'refused'],
    [403, { error: { message: 'No permission.' } }, 'vendor_quota', 'refused'],
    [404, { error: 'Model not supported by provider fal-ai' }, 'vendor_rejected', 'refused'],
    [400, { error: 'The prompt was flagged by the safety check.' }, 'moderation_blocked', 'refused'],
    [422, detail('value_error.missing'), 'vendor_rejected', 'refused'],
    [422, detail('content_policy_violation'), 'moderation_blocked', 'refused'],
    [429, { error: 'Too Many Requests' }, 'rate_limited', 'throttled'],
    [503, { error: 'Model is currently loading', estimated_time: 20 }, 'vendor_unavailable', 'throttled'],
    [503, { error: 'Service Unavailable' }, 'in_doubt', 'uncertain'],
    [404, '<html>', 'in_doubt', 'uncertain'],
  ])('%i %j is %s, %s', async (status, body, code, failure) => {
    const answer = () => (typeof body === 'string' ? new Response(body, { status }) : Response.json(body, { status }));
    const { huggingface, got } = pretend(answer);
    const error = await errorOf(huggingface.start(callOf(fal, { prompt: 'a wish that nobody shall read' })));
    expect(error).toMatchObject({ code, failure });
    expect(got).toHaveLength(1);
    expect(inspect(error, { depth: 9 })).not.toMatch(/hf_secret|a wish that/);
  });

  test('a path that no route serves is never sent', async () => {
    const { huggingface, got } = pretend(() => taken);
    const error = await errorOf(huggingface.start(callOf('nscale/v1/images/generations', {})));
    expect(error).toMatchObject({ failure: 'refused', billed: 'no' });
    expect(got).toHaveLength(0);
  });
});

test('A token that cannot be one is refused at once; an organization that pays is named', async () => {
  expect(() => createHuggingface({ token: ' \n' })).toThrow(expect.objectContaining({ code: 'unauthorized' }));
  const { huggingface, got } = pretend(() => taken, { billTo: 'acme' });
  await huggingface.start(callOf(fal, {}));
  expect(got[0]!.headers.get('x-hf-bill-to')).toBe('acme');
});
