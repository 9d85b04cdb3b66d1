import { expect } from 'vitest';
import { hostile, randomNumbers } from './hostile-values.ts';
import { photo, type startServer } from './server.ts';

type Server = Awaited<ReturnType<typeof startServer>>;
type Schema = Readonly<Record<string, unknown>>;
interface Told {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly bodies: readonly (readonly [string, Schema])[];
}

const marker = 'the-victims-own-words';
/**
 * Sends requests drawn from the server's own OpenAPI document: right ones, ones with a fault, hostile ones, some about another account's
 * things. Expects no fault of ours, nothing of the other account, and that the account paid for its runs and nothing else.
 */
export async function fuzzApi(server: Server, { requests, seed }: { requests: number; seed: number }): Promise<void> {
  const random = randomNumbers(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const routes = await routesOf(server);
  const key = await server.keyFor('fuzz');
  const victim = await victimOf(server);
  const { accounts } = server.composition.store;
  const limit = { subject: 'account', meter: 'spend', limit: { max: 200_000 } } as const;
  await accounts.setLimit({ account: 'fuzz', test: true, ...limit });
  const own = (await server.call('POST', '/v1/assets', { key, body: server.form({ file: photo }) })).body.id as string;
  const names = [own, victim.asset, victim.run, victim.webhook, 'asset_none', 'run_none'];

  /** A value for a schema; now and then one that does not fit. */
  function draw(schema: Schema, depth = 0): unknown {
    if (random() < 0.04 || depth > 6) return pick(hostile);
    const options = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
    if (options) return draw(pick(options), depth + 1);
    if (schema['enum']) return pick(schema['enum'] as unknown[]);
    if ('const' in schema) return schema['const'];
    const least = Number(schema['minimum'] ?? 0);
    switch (schema['type']) {
      case 'integer':
        return least + Math.floor(random() * Math.min(50, Number(schema['maximum'] ?? 50) - least + 1));
      case 'number':
        return least + random() * 4;
      case 'boolean':
        return random() < 0.5;
      case 'array':
        return Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
          draw((schema['items'] ?? {}) as Schema, depth + 1),
        );
      case 'object': {
        const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
        const required = new Set((schema['required'] ?? []) as string[]);
        const chosen = properties.filter(([name]) => required.has(name) || random() < 0.35);
        return Object.fromEntries(chosen.map(([name, part]) => [name, draw(part, depth + 1)]));
      }
      case 'string':
        return pick([
          ...names,
          'x',
          'make it dusk',
          'qwen-edit',
          'local/lanczos3',
          'no',
          '16:9',
          'https://example.test/',
        ]);
      default:
        return pick(hostile);
    }
  }

  async function send({ method, path, parameters, bodies }: Told): Promise<void> {
    const place = path.replaceAll(/\{\w+\}/g, () =>
      encodeURIComponent(String(random() < 0.8 ? pick(names) : pick(hostile)).toWellFormed()),
    );
    const url = new URL(place, server.url);
    const headers: Record<string, string> = { authorization: `Bearer ${random() < 0.95 ? key : 'is_test_none'}` };
    for (const { name, in: where, schema } of parameters) {
      if (random() < 0.5) continue;
      const value = String(draw(schema)).toWellFormed();
      if (where === 'query') url.searchParams.set(name, value);
      else if (where === 'header' && name !== 'prefer')
        headers[name] = value.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 500);
    }
    const [type, schema] = bodies.length > 0 ? pick(bodies) : [undefined, {}];
    const body = type === undefined ? undefined : bodyFor(type, draw(schema));
    if (type !== undefined && !(body instanceof FormData)) headers['content-type'] = type;
    const signal = AbortSignal.timeout(30_000);
    const answer = await fetch(url, {
      method: method.toUpperCase(),
      headers,
      signal,
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    const told = `${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`;
    if (answer.status >= 500) {
      const logged = server.logged.filter((line) => line.includes(answer.headers.get('x-request-id') ?? 'none'));
      expect(`${told}\n${logged.join('')}`).toContain('"code":"vendor_unavailable"');
    }
    expect(text.includes(marker) || /node_modules|\bat .*\.ts:\d/.test(text) ? told : '').toBe('');
  }

  function bodyFor(type: string, value: unknown): string | FormData {
    if (!type.startsWith('multipart/')) return random() < 0.03 ? '{"broken":' : JSON.stringify(value);
    const form = new FormData();
    for (const [name, part] of Object.entries((value ?? {}) as object)) {
      const file = /image|mask|face|file|reference|view/.test(name) && random() < 0.7;
      form.append(name, file ? photo : typeof part === 'string' ? part.toWellFormed() : JSON.stringify(part));
    }
    if (random() < 0.3) form.append('image', photo);
    return form;
  }

  for (let sent = 0; sent < requests; sent += 4)
    await Promise.all(Array.from({ length: Math.min(4, requests - sent) }, () => send(pick(routes))));
  await judge(server, key, victim);
}

/** An operation of the document. */
interface ToldAs {
  readonly parameters?: Told['parameters'];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

async function routesOf(server: Server): Promise<readonly Told[]> {
  const document = (await server.call('GET', '/openapi.json')).body;
  return Object.entries(document.paths as Record<string, Record<string, ToldAs>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => ({
      method,
      path,
      parameters: told.parameters ?? [],
      bodies: Object.entries(told.requestBody?.content ?? {}).map(([type, { schema }]) => [type, schema] as const),
    })),
  );
}

/** Another account with a run, a file and a webhook of its own. */
async function victimOf(server: Server) {
  const key = await server.keyFor('victim');
  const form = server.form({ image: photo, model: 'lanczos3', metadata: JSON.stringify({ secret: marker }) });
  const run = (await server.call('POST', '/v1/upscale', { key, body: form, headers: { prefer: 'wait=60' } })).body;
  const webhook = (await server.call('POST', '/v1/webhooks', { key, body: { url: `https://example.test/${marker}` } }))
    .body;
  return { key, run: run.id as string, asset: run.outputs[0].id as string, webhook: webhook.id as string };
}

/** The books: holds gone, the account charged exactly for its runs, the victim untouched. */
async function judge(
  server: Server,
  key: string,
  victim: { key: string; run: string; asset: string; webhook: string },
) {
  const spend = async () => {
    const { body } = await server.call('GET', '/v1/usage', { key });
    return body.meters.find(({ meter }: { meter: string }) => meter === 'spend') ?? { used: 0, held: 0 };
  };
  await expect.poll(async () => (await spend()).held, { timeout: 120_000, interval: 500 }).toBe(0);
  const { ledger } = server.composition.store;
  let charged = 0;
  let before: string | undefined;
  for (;;) {
    const page = await ledger.events({ account: 'fuzz', test: true }, { limit: 500, ...(before ? { before } : {}) });
    charged += page.reduce((sum, { chargeMicros }) => sum + chargeMicros, 0);
    if (page.length < 500) break;
    before = page.at(-1)!.id;
  }
  expect((await spend()).used).toBe(charged);
  expect(charged).toBeLessThanOrEqual(200_000);
  for (const path of [`/v1/runs/${victim.run}`, `/v1/assets/${victim.asset}`, `/v1/webhooks/${victim.webhook}`])
    expect([path, (await server.call('GET', path, { key: victim.key })).status]).toEqual([path, 200]);
}
