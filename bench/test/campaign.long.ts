import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '@image-studio/store/test-server';
import { printResult } from '../campaign/print-result.ts';
import { runCampaign } from '../campaign/run-campaign.ts';
import { type Scenario, type ScenarioName, scenarios } from '../campaign/scenarios.ts';

/** In all scenarios and databases together some thousands of runs, and hundreds of kills. */
const runs = 400;

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.stop());

const campaigns = (Object.entries(scenarios) as [ScenarioName, Scenario][]).flatMap(([scenario, { databases }]) =>
  databases.map((database, index) => ({ scenario, database, seed: 100 + index })),
);

test.each(campaigns)('$scenario over $database: no promise is broken', async ({ scenario, database, seed }) => {
  const result = await runCampaign({ scenario, database, seed, runs, nodes: 3, server, patienceMs: 300_000 });
  console.log(printResult(result));
  expect(result.violations, printResult(result)).toEqual([]);
  expect(result.runs).toBe(runs);
});
