import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '@image-studio/store/test-server';
import { piecesOf } from '../campaign/full-campaign.ts';
import { printResult } from '../campaign/print-result.ts';
import { runCampaign } from '../campaign/run-campaign.ts';

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.stop());

// The full size, as `pnpm campaign --full`.
test.each(piecesOf(10_000, 1))('$scenario on $stage, $runs runs: no promise is broken', async (piece) => {
  const result = await runCampaign({ ...piece, nodes: 3, server, patienceMs: 300_000 });
  console.log(printResult(result));
  expect(result.violations, printResult(result)).toEqual([]);
  expect(result.runs).toBe(piece.runs);
});
