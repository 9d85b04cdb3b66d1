import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
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

describe('the OpenAPI document', { timeout: 60_000 }, () => {
  it('tells of every route of the app and of nothing else', () => {
    const routes = createApp(current().composition.services)
      .routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)(\{[^/]*\})?/g, '{$1}')}`);
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(routes.filter((route) => !told.includes(route))).toEqual([]);
    expect(told.filter((route) => !routes.includes(route))).toEqual([]);
  });

  it('refers only to what stands in it', () => {
    const references = JSON.stringify(document).match(/"\$ref":"[^"]*"/g);
    expect(new Set(references)).toEqual(new Set(['"$ref":"#/components/schemas/Problem"']));
  });

  it('tells the inputs of each operation', () => {
    const names = (operation: string) => Object.keys(bodyOf(operation).properties as object);
    expect(names('edit')).toEqual(expect.arrayContaining(['mask', 'model', 'quoteId']));
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

  it('has examples of all other bodies, too', () => {
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, { requestBody }] of Object.entries(methods)) {
        const media = (requestBody as { content: Record<string, { example?: unknown }> } | undefined)?.content;
        const example = media?.['application/json']?.example;
        if (example === undefined) continue;
        const names = ['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'];
        expect([path, faults(example, ...names)]).toEqual([path, []]);
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

  it('describes models, usage, keys and all that is the operator’s as they are', async () => {
    const { call, keyFor, form } = current();
    const operator = { key: 'the-operators-own-key' };
    const account = '/v1/admin/accounts/described';
    const told = async (method: string, path: string, status: number, options: object = operator, pattern = path) => {
      const answer = await call(method, path, options);
      const route = pattern.replace(/\?.*/, '').replace(account, '/v1/admin/accounts/{id}');
      expect([path, answer.status, answer.body?.detail]).toEqual([path, status, undefined]);
      expect([path, faults(answer.body, ...answerOf(method.toLowerCase(), route, status))]).toEqual([path, []]);
      return answer.body;
    };
    const body = (fields: object) => ({ ...operator, body: fields });
    await told('POST', '/v1/admin/accounts', 201, body({ id: 'described', plan: 'basic' }));
    await told('PUT', `${account}/limits`, 200, body({ meter: 'spend', limit: { max: 40_000 } }));
    await told('PUT', `${account}/limits`, 200, body({ user: 'ada', meter: 'edit', limit: { unlimited: true } }));
    await told('PATCH', account, 200, body({ interval: 'yearly' }));
    const key = await keyFor('described');
    const edit = { model: 'qwen-edit', prompt: 'x', image: photo, user: 'ada' };
    expect((await call('POST', '/v1/edit', { key, body: form(edit), headers: wait })).status).toBe(201);
    const own = { key };
    const events = (await told('GET', '/v1/usage/events', 200, own)).data;
    const correction = { micros: 1000, reference: 'a', reason: 'a bad picture' };
    await told('POST', `${account}/refunds`, 201, body({ ...correction, callId: events[0].callId }));
    await told('POST', `${account}/adjustments`, 201, body({ ...correction, reference: 'b' }));
    for (const path of ['/v1/usage', '/v1/usage/events', '/v1/usage/report?by=user', '/v1/limits?user=ada', '/v1/keys'])
      await told('GET', path, 200, own);
    expect((await told('GET', '/v1/alerts', 200, own)).data).not.toEqual([]);
    const made = await told('POST', '/v1/keys', 201, { ...own, body: { name: 'mine', budget: 1 } });
    await told('DELETE', `/v1/keys/${made.id}`, 200, own, '/v1/keys/{id}');
    const owned = '?account=described';
    const second = await told('POST', '/v1/admin/keys', 201, body({ account: 'described' }));
    await told('GET', `/v1/admin/keys${owned}`, 200);
    await told('DELETE', `/v1/admin/keys/${second.id}${owned}`, 200, operator, '/v1/admin/keys/{id}');
    for (const path of ['/v1/admin/accounts', account, `${account}/limits`, `${account}/users`, '/v1/admin/plans'])
      await told('GET', path, 200);
    const plan = { name: 'Mine', rank: 5, markupBasisPoints: 0 };
    await told('PUT', '/v1/admin/plans/mine', 200, body(plan), '/v1/admin/plans/{id}');
    await told('GET', '/v1/admin/billing?test=true', 200);
    await told('GET', '/v1/models', 200, own);
    await told('GET', '/v1/models/qwen-edit', 200, own, '/v1/models/{id}');
  });

  it('is shown by Scalar, with a script of our own origin that a cache may keep', async () => {
    const page = await current().call('GET', '/docs');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
    const scripts = [...page.text.matchAll(/<script src="([^"]+)"/g)].map(([, path = '']) => path);
    expect(scripts).toEqual(['/docs/scalar.js', '/docs/start.js']);
    const [scalar, plain] = await Promise.all(
      ['gzip', 'identity'].map((encoding) =>
        current().call('GET', '/docs/scalar.js', { headers: { 'accept-encoding': encoding } }),
      ),
    );
    expect(scalar?.text).toContain('createApiReference');
    expect([scalar?.headers.get('content-encoding'), plain?.headers.get('content-encoding')]).toEqual(['gzip', null]);
    expect(plain?.text).toBe(scalar?.text);
    const etag = scalar?.headers.get('etag') ?? '';
    const again = await current().call('GET', '/docs/scalar.js', { headers: { 'if-none-match': etag } });
    expect([etag.length > 10, again.status]).toEqual([true, 304]);
    expect((await current().call('GET', '/docs/start.js')).text).toMatch(
      /^Scalar\.createApiReference\('#reference', \{/,
    );
  });

  it('is a page too, without a script', async () => {
    const page = await current().call('GET', '/docs/plain');
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.text).toContain('/v1/runs/{id}/events');
    expect(page.text).not.toContain('<script');
  });
});
