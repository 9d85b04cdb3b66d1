import { parseArgs } from 'node:util';
import { startTestServer } from '@image-studio/store/test-server';
import { printResult } from './print-result.ts';
import { runCampaign } from './run-campaign.ts';
import { type DatabaseKind, type ScenarioName, scenarios } from './scenarios.ts';

// pnpm campaign [--scenario everything] [--seed 1] [--runs 200] [--database pglite|postgres] [--nodes 2] [--speed 10]

const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'everything' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '200' },
    database: { type: 'string', default: 'pglite' },
    nodes: { type: 'string', default: '2' },
    speed: { type: 'string', default: '10' },
  },
});

// An end in good order, in which the processes of the campaign end too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const database = oneOf<DatabaseKind>('database', values.database, ['pglite', 'postgres']);
const scenario = oneOf('scenario', values.scenario, Object.keys(scenarios) as ScenarioName[]);
const server = database === 'postgres' ? await startTestServer() : undefined;
try {
  const result = await runCampaign({
    scenario,
    database,
    server,
    seed: whole('seed', values.seed),
    runs: whole('runs', values.runs),
    nodes: whole('nodes', values.nodes),
    speed: whole('speed', values.speed),
  });
  console.log(printResult(result));
  process.exitCode = result.violations.length > 0 ? 1 : 0;
} finally {
  await server?.stop();
}

function oneOf<Name extends string>(option: string, given: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === given);
  if (found === undefined) throw new Error(`--${option} must be one of ${names.join(', ')}.`);
  return found;
}

function whole(option: string, given: string): number {
  if (!/^\d+$/.test(given)) throw new Error(`--${option} must be a whole number.`);
  return Number(given);
}
