import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { callAsset, errorOf } from '@image-studio/core/contracts';
import { createStability } from '@image-studio/vendor-stability';
import { describe, expect, onTestFinished, test } from 'vitest';
import { answers, jobId, png } from './answers.ts';
import { base, bytesOf, callOf, pretend } from './pretend.ts';

const slot = { image: { $asset: 'photo' }, mask: { $asset: 'half' } };
const relight = 'stable-image/edit/replace-background-and-relight';

describe('The paid request', () => {
  test('is one form: texts, then files with their type and length', async () => {
    const { stability, got } = pretend(answers.bytes);
    await stability.start(callOf({ ...slot, prompt: 'a “fox”', grow_mask: 0, strength: 0.5 }));
    expect(got).toMatchObject([{ method: 'POST', url: `${base}/v2beta/stable-image/edit/inpaint` }]);
    const [{ form, headers }] = got as [(typeof got)[0]];
    expect([...form.keys()]).toEqual(['prompt', 'grow_mask', 'strength', 'image', 'mask']);
    expect([form.get('prompt'), form.get('grow_mask'), form.get('strength')]).toEqual(['a “fox”', '0', '0.5']);
    const image = form.get('image') as File;
    expect([image.name, image.type, await image.text()]).toEqual(['image.png', 'image/png', 'bytes of photo']);
    expect(headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
    expect(Number(headers.get('content-length'))).toBeGreaterThan(100);
    expect(headers.get('authorization')).toBe('Bearer sk-secret0123456789abcdef');
  });

  test.each([
    ['a picture', 'stable-image/upscale/fast', 'image/*'],
    ['whatever comes', '3d/stable-fast-3d', '*/*'],
    ['whatever comes', relight, '*/*'],
  ])('asks for %s at %s', async (_what, endpoint, accept) => {
    const { stability, got } = pretend(answers.started);
    await stability.start(callOf({}, { endpoint })).catch(() => undefined);
    expect(got[0]?.headers.get('accept')).toBe(accept);
  });

  test('names the model that its endpoint names, and whether there is a picture', async () => {
    const { stability, got } = pretend(answers.bytes);
    const endpoint = 'stable-image/generate/sd3?model=sd3.5-medium';
    await stability.start(callOf({ prompt: 'x' }, { endpoint }));
    await stability.start(callOf({ prompt: 'x', image: slot.image }, { endpoint }));
    expect(got.map(({ url, form }) => [url, form.get('model'), form.get('mode')])).toEqual([
      [`${base}/v2beta/stable-image/generate/sd3`, 'sd3.5-medium', null],
      [`${base}/v2beta/stable-image/generate/sd3`, 'sd3.5-medium', 'image-to-image'],
    ]);
  });

  test('of more than 10 MiB is refused before anything is sent', async () => {
    const { stability, got } = pretend(answers.bytes);
    const asset = (name: string) => callAsset(name, { size: 6 * 1024 * 1024 });
    const error = await errorOf(stability.start(callOf(slot, { asset })));
    expect(error).toMatchObject({ code: 'input_too_large', failure: 'refused', billed: 'no' });
    expect(got).toEqual([]);
  });

  test('whose file is shorter than it should be is not a whole one for the vendor', async () => {
    const { stability } = pretend(answers.bytes);
    const asset = (name: string) => callAsset(name, { size: 99 });
    expect((await errorOf(stability.start(callOf(slot, { asset })))).failure).toBe('uncertain');
  });
});

describe('An answer', () => {
  const start = (answer: () => Response, endpoint?: string) =>
    pretend(answer).stability.start(callOf({ prompt: 'x' }, endpoint === undefined ? {} : { endpoint }));

  test.each([
    ['bytes', answers.bytes, undefined, 'image/png', { seed: 343_940_597 }],
    ['JSON', answers.asJson, undefined, 'image/png', { seed: 343_940_597 }],
    ['a 3D model', answers.glb, '3d/stable-fast-3d', 'model/gltf-binary', undefined],
  ] as const)('of %s is the file, with the seed it names', async (_what, answer, endpoint, mediaType, reported) => {
    const progress = await start(answer, endpoint);
    expect(progress).toMatchObject({ state: 'done', outputs: [{ mediaType }] });
    expect('reported' in progress ? progress.reported : undefined).toEqual(reported);
    const bytes = await bytesOf(progress);
    if (mediaType === 'image/png') expect(bytes.toString('base64')).toBe(png);
    else expect(bytes.subarray(0, 4).toString()).toBe('glTF');
  });

  test.each([
    ['bytes', answers.filtered],
    ['JSON', answers.filteredAsJson],
  ] as const)('of %s that was filtered is a billed refusal, although its status is 200', async (_what, answer) => {
    const error = { code: 'moderation_blocked', billed: 'yes' };
    expect(await start(answer)).toMatchObject({ state: 'failed', billed: 'yes', error });
  });

  test('that names a job is pending', async () => {
    expect(await start(answers.started, relight)).toEqual({ state: 'pending', ticket: { id: jobId } });
  });

  test.each([
    ['an unfinished JSON', () => new Response('{"id":"', { headers: { 'content-type': 'application/json' } })],
    ['a page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['an id where a picture should be', answers.started],
  ])('of %s is in doubt', async (_what, answer) => {
    expect(await errorOf(start(answer))).toMatchObject({ code: 'in_doubt', failure: 'uncertain', billed: 'unknown' });
  });

  test('whose file breaks off is found out when the file is read', async () => {
    const headers = { 'content-type': 'image/png', 'content-length': '100' };
    const progress = await start(() => new Response('half', { headers }));
    expect(progress.state).toBe('done');
    expect(await errorOf(bytesOf(progress))).toMatchObject({ code: 'vendor_output', billed: 'yes' });
  });

  test.each([
    ['400', answers.badRequest, 'refused', 'vendor_rejected'],
    ['400 about a small picture', answers.tooSmall, 'refused', 'vendor_rejected'],
    ['401', answers.unauthorized, 'refused', 'vendor_quota'],
    ['402', answers.outOfCredits, 'refused', 'vendor_quota'],
    ['403 about the key', answers.notAllowed, 'refused', 'vendor_quota'],
    ['403 about content', answers.flagged, 'refused', 'moderation_blocked'],
    ['404', answers.unknownResult, 'refused', 'vendor_rejected'],
    ['413', answers.tooLarge, 'refused', 'input_too_large'],
    ['422 about language', answers.language, 'refused', 'vendor_rejected'],
    ['422 about a public figure', answers.publicFigure, 'refused', 'moderation_blocked'],
    ['429', answers.lockedOut, 'throttled', 'rate_limited'],
    ['500 of its own', answers.internal, 'job_failed', 'vendor_unavailable'],
    ['500 of a gateway', answers.gateway, 'uncertain', 'in_doubt'],
    ['404 of a stranger', () => new Response('not here', { status: 404 }), 'uncertain', 'in_doubt'],
    ['408', () => Response.json({}, { status: 408 }), 'uncertain', 'in_doubt'],
    ['409', () => Response.json({ name: 'conflict', errors: [] }, { status: 409 }), 'uncertain', 'in_doubt'],
    ['302', () => new Response(null, { status: 302, headers: { location: '/login' } }), 'uncertain', 'in_doubt'],
  ])('%s', async (_name, answer, failure, code) => {
    const { stability, got } = pretend(answer);
    const error = await errorOf(stability.start(callOf({ prompt: 'x' })));
    expect(error).toMatchObject({ failure, code, billed: failure === 'uncertain' ? 'unknown' : 'no' });
    expect(got).toHaveLength(1);
  });

  test('429 means a minute, unless it says otherwise', async () => {
    expect((await errorOf(start(answers.lockedOut))).retryAfterMs).toBe(60_000);
    const told = () => new Response('', { status: 429, headers: { 'retry-after': '12' } });
    expect((await errorOf(start(told))).retryAfterMs).toBe(12_000);
  });

  test('is never quoted with the prompt or the key', async () => {
    const prompt = 'my neighbour Eleanor in her garden';
    const said = `prompt '${prompt}' of sk-secret0123456789abcdef is not allowed`;
    const { stability } = pretend(() => Response.json({ name: 'bad_request', errors: [said] }, { status: 400 }));
    const error = await errorOf(stability.start(callOf({ prompt })));
    expect(error.message).toContain('is not allowed');
    expect(inspect(error, { depth: 20, showHidden: true })).not.toMatch(/Eleanor|sk-secret/);
  });
});

describe('On a real connection a paid request is sent once, whatever happens', () => {
  const endings: readonly (readonly [string, (response: ServerResponse) => unknown])[] = [
    ['500', (response) => response.writeHead(500).end()],
    ['429', (response) => response.writeHead(429).end()],
    ['a reset', (response) => response.destroy()],
    ['silence', () => undefined],
  ];
  test.each(endings)('%s', async (_name, end) => {
    let posts = 0;
    const server = createServer((request, response) => {
      posts += 1;
      request.resume().on('end', () => end(response));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const stability = createStability({ apiKey: 'k', baseUrl, timeouts: { paidMs: 1500 } });
    expect((await errorOf(stability.start(callOf(slot)))).failure).toMatch(/uncertain|throttled/);
    expect(posts).toBe(1);
  });
});
