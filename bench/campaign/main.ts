import { parseArgs } from 'node:util';
import { startTestServer } from '@image-studio/store/test-server';
import { fullCampaign } from './full-campaign.ts';
import { printResult } from './print-result.ts';
import { runCampaign } from './run-campaign.ts';
import { type ScenarioName, scenarios, type Stage } from './scenarios.ts';

// pnpm campaign [--scenario everything] [--seed 1] [--runs 200] [--stage pglite|postgres|http] [--nodes 2] [--speed 10] [--patience 120]
// pnpm campaign --full [--seed 1] [--runs 10000]: every scenario on every stage.

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    scenario: { type: 'string', default: 'everything' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string' },
    stage: { type: 'string', default: 'pglite' },
    nodes: { type: 'string', default: '2' },
    speed: { type: 'string', default: '10' },
    patience: { type: 'string', default: '120' },
  },
});

// An end in good order, in which the processes of the campaign end too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const stage = oneOf<Stage>('stage', values.stage, ['pglite', 'postgres', 'http']);
const scenario = oneOf('scenario', values.scenario, Object.keys(scenarios) as ScenarioName[]);
const seed = whole('seed', values.seed);
const server = values.full || stage !== 'pglite' ? await startTestServer() : undefined;
try {
  const { runs = values.full ? '10000' : '200' } = values;
  const size = { seed, runs: whole('runs', runs), speed: whole('speed', values.speed) };
  if (values.full) await playAll(size);
  else await playOne(size);
} finally {
  await server?.stop();
}

async function playOne(size: { readonly seed: number; readonly runs: number; readonly speed: number }): Promise<void> {
  const nodes = whole('nodes', values.nodes);
  const patienceMs = whole('patience', values.patience) * 1000;
  const result = await runCampaign({ ...size, scenario, stage, server, nodes, patienceMs });
  console.log(printResult(result));
  process.exitCode = result.violations.length > 0 ? 1 : 0;
}

async function playAll(size: { readonly seed: number; readonly runs: number; readonly speed: number }): Promise<void> {
  const { broken, lines } = await fullCampaign(size, server!, (result) => console.log(`${printResult(result)}\n`));
  console.log(lines.join('\n'));
  process.exitCode = broken > 0 ? 1 : 0;
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
