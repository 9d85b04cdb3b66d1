import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { banner } from '../src/banner.ts';
import { pageRoutes } from '../src/routes/page.ts';

let folder: string;
let app: ReturnType<typeof pageRoutes>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'image-studio-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>the page');
  await writeFile(join(folder, 'assets/main-abc.js'), 'run()');
  await writeFile(join(folder, 'assets/main-abc.js.gz'), gzipSync('run()'));
  await writeFile(join(folder, 'inputs.txt'), 'hash');
  app = pageRoutes(folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe('the page', () => {
  it.each(['/', '/create/edit', '/runs/run_1', '/history', '/models', '/usage', '/keys', '/webhooks'])(
    'answers at %s',
    async (path) => {
      const answer = await app.request(path);
      expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html>the page']);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/,
      );
    },
  );

  it.each(['/nothing', '/v1/nothing', '/assets/gone.js', '/inputs.txt', '/create', '/../package.json'])(
    'does not stand in for %s',
    async (path) => expect((await app.request(path)).status).toBe(404),
  );

  it('tells who typed an address that does not exist, and nobody else', async () => {
    const typed = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };
    const answer = await app.request('/nothing', typed);
    expect([answer.status, await answer.text()]).toEqual([404, '<!doctype html>the page']);
    for (const path of ['/v1/nothing', '/assets/gone.js', '/webhooks/wavespeed/x'])
      expect(await (await app.request(path, typed)).text()).not.toContain('the page');
  });

  it('lets browsers keep what has a hash in its name, packed where they can unpack', async () => {
    const plain = await app.request('/assets/main-abc.js');
    expect(plain.headers.get('cache-control')).toContain('immutable');
    const packed = await app.request('/assets/main-abc.js', { headers: { 'accept-encoding': 'br, gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(await plain.text());
    const known = await app.request('/', {
      headers: { 'if-none-match': (await app.request('/')).headers.get('etag')! },
    });
    expect(known.status).toBe(304);
  });

  it('says how to get it where it was not built', async () => {
    const answer = await pageRoutes(join(folder, 'nowhere')).request('/');
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('pnpm start')]);
  });

  it('is opened by a link that carries the key where no server sees it', () => {
    const said = banner({ url: 'http://127.0.0.1:8787', key: 'is_test_k', adminKey: undefined, live: false });
    expect(said).toContain('http://127.0.0.1:8787/#key=is_test_k\n');
  });
});
