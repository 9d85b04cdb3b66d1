import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { photo, useServer } from './server.ts';

const wait = { prefer: 'wait=60' };
const { current } = useServer();

async function plain(background: string): Promise<Blob> {
  const made = sharp({ create: { width: 64, height: 64, channels: 3, background } });
  return new Blob([new Uint8Array(await made.png().toBuffer())]);
}
const [front, back, left, face] = await Promise.all(['#a47', '#7a4', '#444', '#fc9'].map((color) => plain(color)));

/** A form whose parts may repeat. */
function form(parts: readonly (readonly [string, string | Blob])[]): FormData {
  const data = new FormData();
  for (const [name, value] of parts) data.append(name, value);
  return data;
}

const picture = { kind: 'image', width: expect.any(Number), height: expect.any(Number) };
const video = { kind: 'video', mediaType: 'video/mp4', width: 720, height: 480, seconds: 2 };
const model3d = { kind: 'model3d', scene: { meshes: 1, triangles: 7938, size: { x: expect.any(Number) } } };

describe('over HTTP, sent as multipart', { timeout: 30_000 }, () => {
  it.each([
    [
      'generate',
      [
        ['prompt', 'a harbour'],
        ['model', 'qwen-image'],
        ['size', '{"width":512,"height":768}'],
      ],
      { kind: 'image', width: 512, height: 768 },
    ],
    [
      'character',
      [
        ['references', photo],
        ['prompt', 'at sea'],
        ['references', face!],
        ['consent', 'true'],
      ],
      picture,
    ],
    [
      'edit',
      [
        ['image', photo],
        ['prompt', 'make it dusk'],
        ['model', 'qwen-edit'],
      ],
      picture,
    ],
    [
      'edit',
      [
        ['image', photo],
        ['prompt', 'make it dusk'],
        ['model', 'huggingface/black-forest-labs/FLUX.2-klein-9B'],
        ['outputFormat', 'webp'],
        ['seed', '0'],
      ],
      { ...picture, mediaType: 'image/webp' },
    ],
    [
      'upscale',
      [
        ['image', photo],
        ['model', 'lanczos3'],
      ],
      { ...picture, width: 192 },
    ],
    [
      '3d',
      [
        ['views.front', front!],
        ['views.left', left!],
        ['views.back', back!],
        ['model', 'hunyuan3d-v2-multi-view'],
      ],
      model3d,
    ],
    [
      '3d',
      [
        ['prompt', 'a chair'],
        ['formats', 'stl'],
        ['model', 'hyper3d-rodin-v2-text-to-3d'],
      ],
      { ...model3d, mediaType: 'model/stl' },
    ],
    [
      'faceswap',
      [
        ['image', photo],
        ['face', face!],
        ['faceIndex', '0'],
        ['model', 'image-face-swap'],
      ],
      picture,
    ],
    [
      'translate',
      [
        ['image', photo],
        ['targetLanguage', 'no'],
        ['model', 'image-translator'],
      ],
      picture,
    ],
    [
      'video',
      [
        ['image', photo],
        ['seconds', '2'],
        ['model', 'seedance-v1-lite-i2v-480p'],
      ],
      video,
    ],
  ] as const)('%s makes what it is asked for', async (operation, parts, output) => {
    const run = await current().call('POST', `/v1/${operation}`, { body: form(parts), headers: wait });
    expect(run.body).toMatchObject({ state: 'succeeded', operation, error: null, outputs: [output] });
    const file = await fetch(run.body.outputs[0].url);
    expect([file.status, (await file.arrayBuffer()).byteLength]).toEqual([200, run.body.outputs[0].size]);
    expect(run.body.charge).toEqual(run.body.cost);
  });
});

describe('a structured input', () => {
  const model = 'hunyuan3d-v2-multi-view';

  it('may be JSON with kept files, beside parts of its own, and is answered as it was sent', async () => {
    const send = (body: unknown) => current().call('POST', '/v1/3d', { body, headers: wait });
    const parts = form([
      ['views.front', front!],
      ['views.left', left!],
      ['views.back', back!],
      ['model', model],
    ]);
    const { views } = (await send(parts)).body.input;
    expect(Object.keys(views).toSorted()).toEqual(['back', 'front', 'left']);
    expect((await send({ model, views })).body).toMatchObject({ state: 'succeeded', input: { views } });
    const { left: _, ...two } = views;
    const mixed = form([
      ['views.left', left!],
      ['views', JSON.stringify(two)],
      ['model', model],
    ]);
    expect((await send(mixed)).body).toMatchObject({
      state: 'succeeded',
      input: { views: { ...two, left: expect.stringMatching(/^asset_/) } },
    });
  });

  it('is refused with the place of what is wrong', async () => {
    const refused = await current().call('POST', '/v1/3d', {
      body: form([
        ['views.top', front!],
        ['model', model],
      ]),
    });
    expect(refused).toMatchObject({ status: 400, body: { details: { issues: [{ path: ['views.top'] }] } } });
    const missing = await current().call('POST', '/v1/3d', {
      body: form([
        ['views.front', front!],
        ['model', model],
      ]),
    });
    expect(missing.body.details.issues.map(({ path }: { path: string[] }) => path)).toEqual([
      ['views', 'back'],
      ['views', 'left'],
    ]);
  });
});

it('a consent that is denied is none', async () => {
  const body = form([
    ['prompt', 'x'],
    ['reference', photo],
    ['consent', 'false'],
  ]);
  expect(await current().call('POST', '/v1/character', { body })).toMatchObject({ status: 400 });
});

it('a quote for every operation asks nobody and holds nothing', async () => {
  const image = `data:image/png;base64,${Buffer.from(await face!.arrayBuffer()).toString('base64')}`;
  const body = { image, prompt: 'x', model: 'wan-2.5-image-to-video', seconds: 7.6, resolution: '1080p' };
  const quote = await current().call('POST', '/v1/video/quote', { body });
  expect(quote.body).toMatchObject({
    price: { micros: 1_200_000 },
    warnings: [{ code: 'seconds_adjusted', asked: '7.6', planned: '8' }],
  });
});
