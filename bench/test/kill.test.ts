import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '@image-studio/store/test-server';
import { killAtEach, localPoints, paidPoints, pointsAt } from './kill-points.ts';

// A choice of the steps; `kill.long.ts` takes them all.
const paid = pointsAt(paidPoints, 'after post', 'before settle');
const local = pointsAt(localPoints, 'after asset');

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()), 60_000);
afterAll(() => server.stop());

const databases = [
  ['PGlite', async (): Promise<undefined> => undefined],
  ['PostgreSQL', (): Promise<string> => server.createDatabase()],
] as const;

test.each(databases)(
  'over %s, a node killed in a paid call costs one bill or none',
  { timeout: 120_000 },
  async (_name, open) => {
    const { verdict, turnedOut, posts } = await killAtEach(await open(), paid, 'edit');
    expect(turnedOut).toEqual(paid);
    expect(verdict.violations).toEqual([]);
    expect(posts).toBe(verdict.bills.length);
  },
);

test(
  'a node killed after a file of its own work was stored does not do the work again',
  { timeout: 120_000 },
  async () => {
    const { verdict, turnedOut } = await killAtEach(undefined, local, 'enlarge');
    expect(turnedOut).toEqual(local);
    expect(verdict.violations).toEqual([]);
  },
);
