import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { photo, useServer } from './server.ts';

const wait = { prefer: 'wait=60' };
const { current } = useServer();

interface Document {
  readonly paths: Record<string, Record<string, { readonly responses: object; readonly requestBody?: object }>>;
}
let document: Document;
let ajv: Ajv2020;
beforeAll(async () => {
  document = (await current().call('GET', '/openapi.json')).body;
  ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(document, 'api.json');
});

/** Does this fit the schema that stands at these names of the document? */
function faults(value: unknown, ...names: string[]): unknown {
  const pointer = names.map((name) => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const fits = ajv.compile({ $ref: `api.json#/${pointer}` });
  return fits(value) ? [] : fits.errors;
}
const answerOf = (method: string, path: string, status: number, type = 'application/json') =>
  ['paths', path, method, 'responses', String(status), 'content', type, 'schema'] as const;

describe('the OpenAPI document', () => {
  it('tells of every route and of every operation with its own inputs', () => {
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((one) => `${one} ${path}`),
    );
    for (const route of [
      'post /v1/edit',
      'post /v1/3d/quote',
      'get /v1/usage',
      'post /v1/admin/keys',
      'get /v1/models/{id}',
    ])
      expect(told).toContain(route);
    const names = (operation: string) => Object.keys(bodyOf(operation).properties as object);
    expect(names('edit')).toContain('mask');
    expect(names('faceswap')).toContain('face');
    expect(names('upscale')).not.toContain('mask');
  });

  function bodyOf(operation: string, type = 'application/json') {
    const body = document.paths[`/v1/${operation}`]?.['post']?.requestBody as {
      content: Record<string, { schema: Record<string, unknown>; example: unknown }>;
    };
    return { ...body.content[type]!.schema, example: body.content[type]!.example } as Record<string, unknown>;
  }

  it('has examples that fit and that the API takes', async () => {
    const kept = await current().call('POST', '/v1/assets', { body: current().form({ file: photo }) });
    for (const operation of ['generate', 'character', 'edit', 'upscale', '3d', 'faceswap', 'translate', 'video']) {
      const { example } = bodyOf(operation);
      expect(
        faults(example, 'paths', `/v1/${operation}`, 'post', 'requestBody', 'content', 'application/json', 'schema'),
      ).toEqual([]);
      const body = JSON.parse(JSON.stringify(example).replaceAll('asset_…', kept.body.id));
      const quote = await current().call('POST', `/v1/${operation}/quote`, { body });
      expect([operation, quote.status, quote.body.detail]).toEqual([operation, 200, undefined]);
      expect(faults(quote.body, ...answerOf('post', `/v1/${operation}/quote`, 200))).toEqual([]);
    }
  });

  it('describes the answers as they are', async () => {
    const call = current().call;
    const upscale = { body: current().form({ image: photo, model: 'lanczos3' }), headers: wait };
    const run = (await call('POST', '/v1/upscale', upscale)).body;
    expect(faults(run, ...answerOf('post', '/v1/upscale', 201))).toEqual([]);
    expect(faults((await call('GET', '/v1/runs')).body, ...answerOf('get', '/v1/runs', 200))).toEqual([]);
    const asset = (await call('GET', `/v1/assets/${run.outputs[0].id}`)).body;
    expect(faults(asset, ...answerOf('get', '/v1/assets/{id}', 200))).toEqual([]);
    const hook = (await call('POST', '/v1/webhooks', { body: { url: 'https://example.com/' } })).body;
    expect(faults(hook, ...answerOf('post', '/v1/webhooks', 201))).toEqual([]);
    const hooks = (await call('GET', '/v1/webhooks')).body;
    expect(faults(hooks, ...answerOf('get', '/v1/webhooks', 200))).toEqual([]);
    const refused = await call('POST', '/v1/edit', { body: {} });
    expect(faults(refused.body, ...answerOf('post', '/v1/edit', 400, 'application/problem+json'))).toEqual([]);
  });

  it('is a page too, without a script', async () => {
    const page = await current().call('GET', '/docs');
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.text).toContain('/v1/runs/{id}/events');
    expect(page.text).not.toContain('<script');
  });
});
