import { expect, it } from 'vitest';
import { fuzzApi } from './fuzz-api.ts';
import { useServer } from './server.ts';

const { current } = useServer();

it(
  'no request drawn from the API’s own document brings it down, leaks or costs without a run',
  { timeout: 120_000 },
  async () => {
    expect.hasAssertions();
    await fuzzApi(current(), { requests: 400, seed: 7 });
  },
);
