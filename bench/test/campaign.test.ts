import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '@image-studio/store/test-server';
import { printResult } from '../campaign/print-result.ts';
import { runCampaign } from '../campaign/run-campaign.ts';

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()), 60_000);
afterAll(() => server.stop());

// The seeds are such that nodes are killed. `campaign.long.ts` goes on for thousands of runs.
test.each([
  { scenario: 'everything', seed: 3, runs: 30, nodes: 1, stage: 'pglite' },
  { scenario: 'everything', seed: 3, runs: 30, nodes: 2, stage: 'postgres' },
  { scenario: 'everything', seed: 3, runs: 30, nodes: 4, stage: 'http' },
] as const)('$scenario on $stage: no promise is broken', { timeout: 180_000 }, async (settings) => {
  const result = await runCampaign({ ...settings, server, speed: 20 });
  expect(result.violations, printResult(result)).toEqual([]);
  expect(result.runs).toBe(settings.runs);
  expect(result.acts.get('kill')).toBeGreaterThan(0);
  expect(result.vendorFaults).toBeGreaterThan(0);
});
