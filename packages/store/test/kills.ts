import { acme, noon } from '@image-studio/core/contracts';
import { auditLedger, createStore, type DatabaseLocation, openDatabase } from '@image-studio/store';
import { expect } from 'vitest';

import { startChild } from './child.ts';

/** Kills a writing process so often, each time after some lines of its own; nothing that it acknowledged may be lost. Answers how much. */
export async function killWriters(location: DatabaseLocation, rounds: number): Promise<number> {
  await prepare(location);
  const place = 'url' in location ? [location.url, 'url'] : 'folder' in location ? [location.folder] : [];
  let acknowledged = 0;
  for (let round = 0; round < rounds; round++) {
    const writer = startChild('./write-under-load.ts', ...place);
    expect(await writer.line()).toBe('{"ready":true}');
    const lines: string[] = [];
    for (let line = 0; line < 20 + ((round * 37) % 60); line++) lines.push(await writer.line());
    await writer.kill();
    acknowledged += await expectKept(location, lines);
  }
  return acknowledged;
}

async function prepare(location: DatabaseLocation): Promise<void> {
  const store = createStore(await openDatabase(location));
  await store.accounts.create({ id: 'acme', createdAt: noon });
  await store.accounts.setLimit({
    ...acme,
    subject: 'user',
    subjectId: 'ada',
    meter: 'spend',
    limit: { max: 10 ** 12 },
  });
  await store.close();
}

async function expectKept(location: DatabaseLocation, lines: readonly string[]): Promise<number> {
  const database = await openDatabase(location);
  const store = createStore(database);
  for (const line of lines) {
    const said = JSON.parse(line) as { readonly reserved?: string; readonly ended?: string; readonly run?: string };
    const found = await store.journal.getRun(acme, said.reserved ?? said.run ?? '');
    expect(found).toBeDefined();
    if (said.ended !== undefined)
      expect(found?.calls.find(({ id }) => id === said.ended)?.step).toMatch(/^(settled|released)$/);
  }
  expect((await auditLedger(database)).differences).toEqual([]);
  await store.close();
  return lines.length;
}
