import { afterAll, beforeAll, test } from 'vitest';
import { startTestServer, type TestServer } from '@image-studio/store/test-server';
import { expectFoundAgain, expectNothingTwice, sleeps, sleepsAlone } from './frozen.ts';

// A choice of the points; `frozen-nodes.long.ts` takes them all.
let server: TestServer;
beforeAll(async () => void (server = await startTestServer()), 60_000);
afterAll(() => server.stop());

test.each(sleeps.slice(0, 1))(
  'a node that slept $side $moment sends nothing and writes nothing when it wakes',
  (sleep) => expectNothingTwice(server, sleep),
);

test.each(sleepsAlone.slice(0, 1))(
  'a node alone that slept %s %s finds its own call again, however busy it is',
  (...sleep) => expectFoundAgain(server, sleep),
);
