import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '@image-studio/store/test-server';
import { killAtEach, localPoints, paidPoints } from './kill-points.ts';

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.stop());

describe.each([
  ['PGlite', async (): Promise<undefined> => undefined],
  ['PostgreSQL', (): Promise<string> => server.createDatabase()],
] as const)('over %s, a node killed', (_name, open) => {
  test('at any step of a paid call costs one bill or none, and nothing is lost', async () => {
    const { verdict, turnedOut, posts } = await killAtEach(await open(), paidPoints, 'edit');
    expect(turnedOut).toEqual(paidPoints);
    expect(verdict.violations).toEqual([]);
    expect(posts).toBe(verdict.bills.length);
  });

  test('at any step of work that answers with bytes never does stored work again', async () => {
    const { verdict, turnedOut } = await killAtEach(await open(), localPoints, 'enlarge');
    expect(turnedOut).toEqual(localPoints);
    expect(verdict.violations).toEqual([]);
  });
});
