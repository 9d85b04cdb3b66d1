import { type Client, createClient } from '@image-studio/api-client';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { photo, useServer } from './server.ts';

const { current } = useServer();

interface Media {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}
interface Operation {
  readonly tags: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: Media;
  readonly responses: Readonly<Record<string, Media>>;
}
let document: { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
let ajv: Ajv2020;
let client: Client;
/** Routes that the client has called, and what about its requests and their answers stands against the document. */
const called = new Set<string>();
const faults: unknown[] = [];

beforeAll(async () => {
  document = (await current().call('GET', '/openapi.json')).body;
  ajv = new Ajv2020({ strict: false, validateFormats: false });
  const watched = async (input: RequestInfo | URL, init?: RequestInit) => {
    const answer = await fetch(input, init);
    await compare(new URL(String(input)), init ?? {}, answer.clone());
    return answer;
  };
  client = createClient({ url: current().url, key: current().key, fetch: watched });
});

async function compare(url: URL, { method = 'GET', body }: RequestInit, answer: Response): Promise<void> {
  const path = pathOf(url.pathname);
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) return void faults.push(`${method} ${url.pathname} is not in the document`);
  called.add(`${method.toLowerCase()} ${path}`);
  const known = new Set(operation.parameters?.flatMap(({ name, in: place }) => (place === 'query' ? [name] : [])));
  for (const name of url.searchParams.keys()) if (!known.has(name)) faults.push(`${path}?${name} is unknown`);
  if (typeof body === 'string') check(`${path} body`, operation.requestBody, JSON.parse(body));
  const told = operation.responses[String(answer.status)];
  if (!told) faults.push(`${path} answers ${answer.status}, which is not in the document`);
  if (answer.headers.get('content-type') === 'application/json') check(path, told, await answer.json());
}

function check(name: string, media: Media | undefined, value: unknown): void {
  const schema = media?.content?.['application/json']?.schema;
  if (!schema) return void faults.push(`${name} has no schema`);
  const fits = ajv.compile(schema);
  if (!fits(value)) faults.push([name, fits.errors]);
}

/** The path of the document that an address is of. */
function pathOf(address: string): string {
  const pattern = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
  const paths = Object.keys(document.paths).filter((path) => pattern(path).test(address));
  return paths.toSorted((one, other) => one.split('{').length - other.split('{').length)[0] ?? address;
}

describe('the client beside the OpenAPI document', { timeout: 60_000 }, () => {
  it('sends and gets what stands there, and calls every route that is an account’s', async () => {
    const kept = await client.assets.upload(photo);
    await client.assets.get(kept.id);
    await client.assets.content(kept.id);
    const runs = [];
    for (const path of Object.keys(document.paths).filter((one) => one.endsWith('/quote'))) {
      const operation = path.split('/')[2] ?? '';
      const media = document.paths[`/v1/${operation}`]?.['post']?.requestBody?.content?.['application/json'];
      const example = JSON.stringify((media as { example?: unknown } | undefined)?.example);
      const request = JSON.parse(example.replaceAll('asset_…', kept.id)) as Record<string, string>;
      const { quoteId } = await client.quote(operation, request);
      runs.push(await client.start(operation, { ...request, quoteId }, { idempotencyKey: `contract-${operation}` }));
    }
    expect(runs).toHaveLength(8);
    const [first, second] = runs as [(typeof runs)[number], (typeof runs)[number]];
    await client.runs.get(first.id);
    await client.runs.cancel(second.id);
    for (const { id } of runs) await client.runs.wait(id);
    await client.runs.list({ operation: 'edit', state: 'succeeded', user: 'ada', limit: 2 });
    await client.runs.delete(first.id);
    await client.assets.delete((await client.assets.upload(photo)).id);
    const every = { kind: 'inpaint', vendor: 'stability', tier: 'mid', capability: 'mask', accepts: 'mask' };
    await client.models.list({ operation: 'edit', ...every, maxPrice: 90_000, runnable: true, limit: 3 });
    await client.models.get('qwen-edit');
    await client.usage.get();
    await client.usage.events({ limit: 3 });
    await client.usage.report({ by: 'model', from: '2026-01-01T00:00:00Z' });
    expect(await client.usage.eventsCsv()).toContain('wavespeed/');
    await client.limits({ user: 'ada' });
    await client.alerts({ limit: 3 });
    const made = await client.keys.create({
      name: 'shop',
      scopes: ['read'],
      budget: 1,
      expiresAt: '2099-01-01T00:00:00Z',
    });
    expect(made.key).toMatch(/^is_test_/);
    expect((await client.keys.list()).data.map(({ name }) => name)).toContain('shop');
    await client.keys.revoke(made.id);
    const hook = await client.webhooks.create({ url: 'https://example.com/', events: ['run.succeeded'] });
    expect(hook.secret).toMatch(/^whsec_/);
    await client.webhooks.list();
    await client.webhooks.get(hook.id);
    expect(await client.webhooks.change(hook.id, { active: false })).toMatchObject({ active: false });
    await client.webhooks.deliveries(hook.id, { limit: 3 });
    await expect(client.webhooks.redeliver(hook.id, 'evt_none')).rejects.toMatchObject({ code: 'not_found' });
    await client.webhooks.delete(hook.id);

    expect(faults).toEqual([]);
    const own = /^(runs|quotes|operations|assets|models|usage|keys|webhooks)$/;
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { tags }]) => own.test(tags[0] ?? ''))
        .map(([method]) => `${method} ${path}`),
    );
    expect(routes.filter((route) => !called.has(route))).toEqual([]);
    expect(routes.length).toBeGreaterThan(40);
  });
});
