import { type Database, openDatabase, type Signal } from '@image-studio/store';
import { afterEach, describe, expect, it } from 'vitest';

import { createPostgres } from './databases.ts';
import { onServer } from './on-server.ts';

const open: Database[] = [];
afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});
async function node(location: Parameters<typeof openDatabase>[0]) {
  const database = await openDatabase(location);
  open.push(database);
  const heard: Signal[] = [];
  const stop = database.signals.listen((signal) => heard.push(signal));
  return { ...database, heard, stop };
}
const wake = { kind: 'wake', token: 'a' } as const;
const cancel = { kind: 'cancel', account: 'acme', test: true, runId: 'run_1' } as const;

const listeners = (url: string) =>
  onServer(url, async (client) => {
    const found = await client.query(
      `select from pg_stat_activity where query like 'listen %' and state = 'idle' and datname = current_database()`,
    );
    return found.rowCount;
  });

describe('signals', () => {
  it('are heard by every node on one PostgreSQL, until it stops listening', async () => {
    const url = await createPostgres();
    const [first, second] = [await node({ url }), await node({ url })];
    // Who sends has waited for its own connection, not for those of others.
    await expect.poll(() => listeners(url)).toBe(2);
    await second.signals.send(wake);
    await first.signals.send(cancel);
    for (const { heard } of [first, second]) await expect.poll(() => heard).toEqual([wake, cancel]);
    second.stop();
    await first.signals.send(wake);
    await expect.poll(() => first.heard).toHaveLength(3);
    expect(second.heard).toHaveLength(2);
  });

  it('are heard again after the connection was cut', async () => {
    const url = await createPostgres();
    const one = await node({ url });
    await one.signals.send(wake);
    await expect.poll(() => one.heard).toHaveLength(1);
    await onServer(url, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`,
      ),
    );
    const again = async () => {
      await one.signals.send(cancel).catch(() => undefined);
      return one.heard.some(({ kind }) => kind === 'cancel');
    };
    await expect.poll(again, { timeout: 10_000 }).toBe(true);
  });

  it('stay within the process with the embedded database', async () => {
    const one = await node({ memory: true });
    await one.signals.send(wake);
    expect(one.heard).toEqual([wake]);
  });
});
