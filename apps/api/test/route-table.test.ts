import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { openApiDocument } from '../src/openapi/document.ts';
import { provedElsewhere, routeCases } from './route-cases.ts';
import { type Fixtures, makeFixtures, operatorKey, type RouteRequest } from './route-fixtures.ts';
import { useServer } from './server.ts';

interface Told {
  readonly responses: object;
  readonly requestBody?: { readonly content: object };
  readonly security?: readonly Readonly<Record<string, unknown>>[];
}

const { current } = useServer();
let fixtures: Fixtures;
beforeAll(async () => {
  fixtures = await makeFixtures(current());
}, 120_000);

/** Every route that the document tells, with every status it may answer. */
const { paths } = openApiDocument('http://document') as { paths: Record<string, Record<string, Told>> };
const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { responses, requestBody, security = [] }]) => ({
    name: `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    statuses: Object.keys(responses).map(Number),
    takes: Object.keys(requestBody?.content ?? {})[0],
    isOperators: security.some((one) => 'admin' in one),
    isPublic: security.length === 0,
  })),
);
type Route = (typeof routes)[number];

const happyStatus = ({ name }: Route) =>
  Number(Object.keys(routeCases[name] ?? {}).find((status) => Number(status) < 300));
const happy = async ({ name }: Route, route: Route) => routeCases[name]?.[happyStatus(route)]?.(fixtures);

/** What a status means on every route that has it. */
async function general(route: Route, status: number): Promise<RouteRequest | undefined> {
  const usual = (await happy(route, route)) ?? { path: route.path };
  switch (status) {
    case 400:
      return route.takes ? { ...usual, body: [] } : { ...usual, path: `${usual.path.split('?')[0]}?nonsense=1` };
    case 401:
      return { ...usual, key: '' };
    case 403:
      return { ...usual, key: lesserKey(route) };
    case 404:
      return { ...usual, path: route.path.replaceAll(/\{\w+\}/g, 'none') };
    default:
      return undefined;
  }
}

function lesserKey({ isOperators, method, path }: Route): string {
  if (isOperators) return fixtures.key;
  return method === 'GET' || path.startsWith('/v1/keys') ? fixtures.onlyRun : fixtures.onlyRead;
}

const keyFor = ({ isOperators }: Route) => (isOperators ? operatorKey : fixtures.key);

async function statusOf(route: Route, { path, ...options }: RouteRequest) {
  return (await current().call(route.method, path, { key: keyFor(route), ...options })).status;
}

/** Sends a head and the beginning of a body, and hears the status or hangs up. */
function beginRequest(route: Route, path: string, { length, hangUp }: { length: number; hangUp: boolean }) {
  const { hostname, port } = new URL(current().url);
  return new Promise<number>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      const body = route.takes ? `content-type: ${route.takes}\r\ncontent-length: ${length}\r\n` : '';
      const head = `${route.method} ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${keyFor(route)}\r\n${body}\r\n`;
      socket.write(`${head}${route.takes ? '{"prompt":' : ''}`, () => {
        if (!hangUp) return;
        socket.destroy();
        resolve(0);
      });
    });
    socket.once('data', (data) => {
      resolve(Number(/^HTTP\/1.1 (\d+)/.exec(data.toString())?.[1]));
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

describe('every answer of every route', { timeout: 180_000 }, () => {
  it('has a case here, and every case an answer', () => {
    const told = routes.flatMap(({ name, statuses }) => statuses.map((status) => `${name} ${status}`));
    const cases = Object.entries(routeCases).flatMap(([name, made]) =>
      Object.keys(made).map((one) => `${name} ${one}`),
    );
    const isGeneral = (line: string) => /\{[^ ]* 404$| (400|401|403|413)$/.test(line);
    const covered = (line: string) => isGeneral(line) || cases.includes(line) || line in provedElsewhere;
    expect(told.filter((line) => !covered(line))).toEqual([]);
    expect([...cases, ...Object.keys(provedElsewhere)].filter((line) => !told.includes(line))).toEqual([]);
  });

  it.each(routes.map((route) => [route.name, route] as const))('%s', async (_, route) => {
    const seen: [number, number][] = [];
    // A key used once for 201 is used again for 200.
    for (const status of route.statuses.toSorted((a, b) => Number(a === 200) - Number(b === 200))) {
      if (`${route.name} ${status}` in provedElsewhere) continue;
      const make = routeCases[route.name]?.[status];
      if (status === 413) {
        const { path } = (await happy(route, route)) ?? route;
        seen.push([status, await beginRequest(route, path, { length: 1e9, hangUp: false })]);
        continue;
      }
      const request = make ? await make(fixtures) : await general(route, status);
      if (request) seen.push([status, await statusOf(route, request)]);
    }
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.map(([, found]) => found)).toEqual(seen.map(([wanted]) => wanted));
  });
});

describe('another account’s key', { timeout: 120_000 }, () => {
  it.each(
    routes
      .filter(({ isOperators, isPublic }) => !isOperators && !isPublic)
      .map((route) => [route.name, route] as const),
  )('sees and changes nothing by %s', async (_, route) => {
    const { stranger: key, run, asset, input, webhook } = fixtures;
    const request = (await happy(route, route)) ?? { path: route.path };
    const isOwnThing = request.path !== route.path && route.path.includes('{id}') && !route.path.includes('/models/');
    if (isOwnThing) return expect(await statusOf(route, { ...request, key })).toBe(404);
    const { text } = await current().call(route.method, request.path, { ...request, key });
    for (const id of [run, asset, input, webhook, 'owner']) expect(text).not.toContain(`"${id}"`);
  });
});

describe('a client that disconnects', { timeout: 120_000 }, () => {
  it('in the middle of any request harms nothing, and holds nothing', async () => {
    const key = fixtures.key;
    const held = async () => {
      const { meters } = (await current().call('GET', '/v1/usage', { key })).body;
      return meters.find(({ meter }: { meter: string }) => meter === 'spend')?.held;
    };
    const runs = async () => (await current().call('GET', '/v1/runs', { key })).body.data[0].id;
    const before = [await held(), await runs()];
    // The call that was adopted above has no vendor here, and meets that fault again and again.
    const failedRequests = () => current().logged.filter((line) => JSON.parse(line).msg === 'request failed');
    const failedBefore = failedRequests().length;
    for (const route of routes.filter(({ method }) => method !== 'DELETE')) {
      const { path } = (await happy({ ...route, name: `get ${route.path}` }, route)) ?? route;
      await beginRequest(route, path.replaceAll(/\{\w+\}/g, 'none'), { length: 1000, hangUp: true });
    }
    expect((await current().call('GET', '/health')).status).toBe(200);
    expect([await held(), await runs()]).toEqual(before);
    expect(failedRequests().slice(failedBefore).join('')).toBe('');
    const answered = () => current().logged.map((line) => JSON.parse(line).status);
    await expect.poll(answered, { timeout: 10_000 }).toContain(499);
    expect(answered().filter((status) => status >= 500 && status !== 503)).toEqual([]);
  });
});
