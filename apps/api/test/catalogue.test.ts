import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photo, startServer, useServer } from './server.ts';

const { current } = useServer();
const get = async (path: string) => (await current().call('GET', path)).body;

describe('the list of models', () => {
  it('has a row for each operation and id, with its price, and what OpenAI’s clients look for', async () => {
    const { object, data, nextCursor } = await get('/v1/models');
    expect({ object, nextCursor }).toEqual({ object: 'list', nextCursor: null });
    expect(data.length).toBeGreaterThan(500);
    const row = data.find(({ alias }: { alias: string }) => alias === 'nano-banana-pro-edit-ultra');
    expect(row).toMatchObject({
      object: 'model',
      id: 'wavespeed/google/nano-banana-pro/edit-ultra',
      operation: 'edit',
      kinds: ['instruct'],
      vendor: 'wavespeed',
      owned_by: 'wavespeed',
      tier: 'premium',
      runnable: true,
      price: { defaultMicros: 150_000, minMicros: 150_000, basis: 'exact', unit: 'image' },
    });
    expect(row.created).toBe(Date.parse(row.asOf) / 1000);
    expect(row.price.lines.reduce((sum: number, line: { micros: number }) => sum + line.micros, 0)).toBe(150_000);
  });

  it.each([
    ['operation=upscale&vendor=local', ({ id }: { id: string }) => id === 'local/lanczos3'],
    ['operation=edit&kind=inpaint', ({ kinds }: { kinds: string[] }) => kinds.includes('inpaint')],
    ['tier=premium', ({ tier }: { tier: string }) => tier === 'premium'],
    ['maxPrice=10000', ({ price }: { price: { defaultMicros: number } }) => price.defaultMicros <= 10_000],
    ['accepts=mask,prompt', ({ inputs }: { inputs: string[] }) => inputs.includes('mask') && inputs.includes('prompt')],
    ['runnable=true', ({ runnable }: { runnable: boolean }) => runnable],
  ])('keeps to %s', async (query, fits) => {
    const { data } = await get(`/v1/models?${query}`);
    expect(data.length).toBeGreaterThan(0);
    expect(data.filter((row: never) => !fits(row))).toEqual([]);
  });

  it('comes in pages where that is asked for', async () => {
    const whole = await get('/v1/models?operation=faceswap');
    const first = await get('/v1/models?operation=faceswap&limit=4');
    const rest = await get(`/v1/models?operation=faceswap&limit=4&after=${encodeURIComponent(first.nextCursor)}`);
    expect([...first.data, ...rest.data]).toEqual(whole.data);
    expect(rest.nextCursor).toBeNull();
  });

  it.each(['tier=cheap', 'maxPrice=-1', 'limit=0', 'colour=red', 'after=nothing'])('refuses %s', async (query) => {
    const refused = await current().call('GET', `/v1/models?${query}`);
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect(refused.body.details.issues[0].path).toEqual([query.split('=')[0]]);
  });
});

describe('one model', () => {
  it.each([
    'qwen-edit',
    'wavespeed/wavespeed-ai/qwen-image/edit',
    encodeURIComponent('wavespeed/wavespeed-ai/qwen-image/edit'),
    'wavespeed-ai/qwen-image/edit',
  ])('at %s has its options as JSON Schema and its price rule', async (path) => {
    expect(await get(`/v1/models/${path}`)).toMatchObject({
      id: 'wavespeed/wavespeed-ai/qwen-image/edit',
      options: { type: 'object', properties: { seed: { type: 'integer' } }, additionalProperties: false },
      rule: { basis: 'exact', unit: 'image', lines: [{ label: 'per image', amount: 20_000 }] },
    });
  });

  it('that serves several operations is there for each, or for the one that is named', async () => {
    const { data } = await get('/v1/models/vidu-reference-to-image-q2');
    expect(data.map(({ operation }: { operation: string }) => operation)).toEqual(['generate', 'character']);
    const one = await get('/v1/models/vidu-reference-to-image-q2?operation=character');
    expect(one.operation).toBe('character');
  });

  it('that was retired is answered with its successor', async () => {
    const gone = await current().call('GET', '/v1/models/seededit-v3');
    expect(gone).toMatchObject({ status: 404, body: { code: 'unknown_model' } });
    expect(gone.body.detail).toContain('its successor is seedream-v4.5-edit');
  });
});

describe('a catalogue file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'image-studio-catalog-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('changes what is listed, planned and paid', async () => {
    const file = new URL('../../../examples/catalog.json', import.meta.url).pathname;
    const server = await startServer(join(folder, 'data'), { IMAGE_STUDIO_CATALOG: file });
    try {
      const listed = (await server.call('GET', '/v1/models?operation=edit')).body.data as { id: string }[];
      const ids = listed.map(({ id }) => id);
      expect(ids).not.toContain('wavespeed/google/nano-banana-pro/edit-ultra');
      expect(ids).toContain('wavespeed/alibaba/wan-2.7/image-edit-pro-2k');
      expect((await server.call('GET', '/v1/models/qwen-edit')).body.price.defaultMicros).toBe(18_000);
      const quote = async (model: string) => {
        const body = server.form({ model, prompt: 'make it dusk', image: photo });
        return (await server.call('POST', '/v1/edit/quote', { body })).body;
      };
      expect((await quote('qwen-edit')).price.micros).toBe(18_000);
      expect((await quote('wan-2.7-edit-2k')).price.micros).toBe(75_000);
      expect(await quote('nano-banana-pro-edit-ultra')).toMatchObject({ code: 'unknown_model' });
      const body = server.form({
        model: 'wan-2.7-edit-2k',
        prompt: 'make it dusk',
        image: photo,
        options: '{"seed":7}',
      });
      const run = await server.call('POST', '/v1/edit', { body, headers: { prefer: 'wait=60' } });
      expect(run.body).toMatchObject({ state: 'succeeded', charge: { micros: 75_000 } });
    } finally {
      await server.close();
    }
  });

  it.each([
    ['{', /Expected property name|JSON/],
    ['{"models": {}}', /models: /],
    ['{"models": [{ "id": "wavespeed/no/such", "off": true }]}', /models\.0\.id: No model "wavespeed\/no\/such"/],
    ['{"models": [{ "id": "local/lanczos3", "price": -1 }]}', /models\.0\.price: /],
    ['{"models": [{ "id": "local/new", "operation": "upscale" }]}', /models\.0\.name: /],
  ])('%s is refused at the start, with the place of the fault', async (text, says) => {
    const file = join(folder, 'wrong.json');
    await writeFile(file, text);
    const starting = startServer(join(folder, 'unused'), { IMAGE_STUDIO_CATALOG: file });
    await expect(starting).rejects.toThrow(says);
    await expect(starting).rejects.toThrow(/The catalogue file .*wrong\.json cannot be used/);
  });
});
