import { acme, noon } from '@image-studio/core/contracts';
import { createStore, openDatabase } from '@image-studio/store';
import { expect, test } from 'vitest';

import { startChild } from './child.ts';
import { createPostgres } from './databases.ts';

test('four nodes that reserve at once never pass a budget together', async () => {
  const url = await createPostgres();
  const store = createStore(await openDatabase({ url }));
  await store.accounts.create({ id: 'acme', createdAt: noon });
  await store.accounts.setLimit({ ...acme, subject: 'account', meter: 'spend', limit: { max: 100_000 } });
  const nodes = Array.from({ length: 4 }, () => startChild('./reserve-many.ts', url, '50'));
  expect(await Promise.all(nodes.map((node) => node.line()))).toEqual(nodes.map(() => 'ready'));
  for (const node of nodes) node.say('go\n');
  const answers = await Promise.all(nodes.map((node) => node.line()));
  const accepted = answers.map((answer) => (JSON.parse(answer) as { readonly accepted: number }).accepted);
  await Promise.all(nodes.map((node) => node.finish()));
  expect(accepted.reduce((a, b) => a + b, 0)).toBe(100);
  expect(await store.ledger.usage(acme, noon)).toMatchObject([
    { held: 100 },
    { held: 100 },
    { used: 0, held: 100_000 },
  ]);
  expect(await store.journal.listRuns(acme, { limit: 1000 })).toHaveLength(100);
  await store.close();
});

test('nodes that start together on an empty database migrate it once', async () => {
  const url = await createPostgres();
  const databases = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url })));
  const settings = databases.map((database) => createStore(database).settings);
  const secrets = await Promise.all(settings.map((one, index) => one.getOrSet('secret', `of node ${index}`)));
  expect(new Set(secrets).size).toBe(1);
  await Promise.all(databases.map((database) => database.close()));
  const again = createStore(await openDatabase({ url }));
  expect(await again.settings.get('secret')).toBe(secrets[0]);
  await again.close();
});

test('an address that is none, or that nobody answers at, is a clear error', async () => {
  await expect(openDatabase({ url: 'mysql://localhost/a' })).rejects.toMatchObject({ code: 'invalid_request' });
  const nobody = openDatabase({ url: 'postgres://user:secret@127.0.0.1:1/a' });
  await expect(nobody).rejects.toMatchObject({ code: 'internal', message: expect.stringContaining('ECONNREFUSED') });
  await expect(nobody).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
});
