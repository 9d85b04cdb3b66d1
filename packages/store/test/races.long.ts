import { acme, noon } from '@image-studio/core/contracts';
import { createStore, openDatabase } from '@image-studio/store';
import { startTestServer, type TestServer } from '@image-studio/store/test-server';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { expectExact, prepareRace, raceAcross, raceHere } from './race.ts';

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.stop());

test.each(Array.from({ length: 20 }, (_, round) => round))(
  'round %i: 4 processes with 500 requests each, zero over, zero short',
  async () => {
    const url = await server.createDatabase();
    const database = await openDatabase({ url });
    await prepareRace(database);
    await expectExact(database, await raceAcross(url, 4, 500));
    await database.close();
  },
);

test.each(Array.from({ length: 20 }, (_, round) => round))(
  'round %i: exactly 100 outputs of 2,000 requests from 4 processes',
  async () => {
    const url = await server.createDatabase();
    const database = await openDatabase({ url });
    const { accounts } = createStore(database);
    await accounts.create({ id: 'acme', createdAt: noon });
    await accounts.setLimit({ ...acme, subject: 'account', meter: 'edit', limit: { max: 100 } });
    expect(await raceAcross(url, 4, 500)).toHaveLength(100);
    await database.close();
  },
);

test.each(Array.from({ length: 20 }, (_, round) => round))('round %i: 2,000 at once on PGlite', async () => {
  const database = await openDatabase({ memory: true });
  await prepareRace(database);
  await expectExact(database, await raceHere(database, 2000));
  await database.close();
});
