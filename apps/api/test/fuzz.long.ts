import { expect, it } from 'vitest';
import { fuzzApi } from './fuzz-api.ts';
import { useServer } from './server.ts';

const { current } = useServer();

it('50,000 requests drawn from the API’s own document', { timeout: 7_200_000 }, async () => {
  expect.hasAssertions();
  await fuzzApi(current(), { requests: 50_000, seed: 1 });
});
