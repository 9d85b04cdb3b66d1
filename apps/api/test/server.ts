import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@image-studio/core';
import { pino } from 'pino';
import sharp from 'sharp';
import { afterAll, beforeAll, inject } from 'vitest';
import { readConfig } from '../src/config.ts';
import { localTestKey } from '../src/local-key.ts';
import { serve } from '../src/serve.ts';
import { noTracing } from '../src/tracing/tracing.ts';

/** A 96x64 photo. */
export const photo = new Blob([
  new Uint8Array(
    await sharp({ create: { width: 96, height: 64, channels: 3, background: '#47a' } })
      .jpeg()
      .toBuffer(),
  ),
]);

/** An empty data folder; `remove` deletes it. */
async function dataFolder() {
  const path = await mkdtemp(join(tmpdir(), 'image-studio-api-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The app on a free port over a data folder, with its test key and the lines it logged. */
export async function startServer(folder: string, environment: Record<string, string> = {}, tracing = noTracing) {
  const logged: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const config = readConfig({
    PORT: '0',
    IMAGE_STUDIO_DATA: folder,
    IMAGE_STUDIO_ADMIN_KEY: 'the-operators-own-key',
    ...environment,
  });
  const database = join(folder, 'database');
  // The long suites have none prepared.
  const prepared: string | undefined = inject('preparedDatabase');
  if (config.databaseUrl === undefined && prepared !== undefined && !existsSync(database))
    await cp(prepared, database, { recursive: true });
  const server = await serve(config, { clock: systemClock, logger, tracing });
  const key = await localTestKey(server.composition.services, folder);

  const call = async (
    method: string,
    path: string,
    options: { body?: unknown; key?: string; headers?: Record<string, string> } = {},
  ) => {
    const { body, headers = {} } = options;
    const json = body !== undefined && !(body instanceof FormData);
    const response = await fetch(new URL(path, server.url), {
      method,
      headers: {
        authorization: `Bearer ${options.key ?? key}`,
        ...(json ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as FormData) }),
    });
    const text = await response.clone().text();
    return {
      response,
      status: response.status,
      headers: response.headers,
      text,
      body: text.startsWith('{') ? JSON.parse(text) : undefined,
    };
  };

  const form = (fields: Record<string, string | Blob>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return data;
  };

  const keyFor = async (account: string, test = true): Promise<string> =>
    (await call('POST', '/v1/admin/keys', { key: 'the-operators-own-key', body: { account, test } })).body.key;

  return { ...server, key, call, form, keyFor, logged };
}

/** A server of its own for a test file: `current()` is the one that runs now, `restart()` stops and starts it on the same folder. */
export function useServer() {
  let folder: Awaited<ReturnType<typeof dataFolder>>;
  let server: Awaited<ReturnType<typeof startServer>>;
  beforeAll(async () => {
    folder = await dataFolder();
    server = await startServer(folder.path);
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await folder.remove();
  });
  return {
    current: () => server,
    folder: () => folder.path,
    restart: async () => {
      await server.close();
      server = await startServer(folder.path);
    },
  };
}
