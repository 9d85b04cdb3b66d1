import { acme, noon } from '@image-studio/core/contracts';
import { auditLedger, createStore, openDatabase } from '@image-studio/store';
import { expect, test } from 'vitest';

import { createPostgres } from './databases.ts';
import { expectExact, prepareRace, raceAcross, raceHere } from './race.ts';

test('four nodes that reserve at once let exactly through what fits limits of account, key and users', async () => {
  const url = await createPostgres();
  const database = await openDatabase({ url });
  await prepareRace(database);
  await expectExact(database, await raceAcross(url, 4, 60));
  await database.close();
});

test('four nodes meet a budget of exactly 100 outputs', async () => {
  const url = await createPostgres();
  const database = await openDatabase({ url });
  const { accounts } = createStore(database);
  await accounts.create({ id: 'acme', createdAt: noon });
  await accounts.setLimit({ ...acme, subject: 'account', meter: 'edit', limit: { max: 100 } });
  expect(await raceAcross(url, 4, 60)).toHaveLength(100);
  expect((await auditLedger(database)).differences).toEqual([]);
  await database.close();
});

test('one process that reserves all at once on PGlite lets exactly through what fits', async () => {
  const database = await openDatabase({ memory: true });
  await prepareRace(database);
  await expectExact(database, await raceHere(database, 250));
  await database.close();
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
