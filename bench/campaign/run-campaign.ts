import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawPlan } from './draw-plan.ts';
import { clockFromNow } from './fast-clock.ts';
import { type Fleet, startFleet } from './fleet.ts';
import { judge, type Verdict } from './judge.ts';
import type { NodeSettings } from './messages.ts';
import { makePictures } from './pictures.ts';
import type { TestServer } from '@image-studio/store/test-server';
import { startSandbox } from './sandbox-process.ts';
import { type DatabaseKind, type Scenario, type ScenarioName, scenarios } from './scenarios.ts';

/** Which campaign. PGlite takes one node; `server` is needed for PostgreSQL. */
export interface CampaignSettings {
  readonly scenario: ScenarioName;
  readonly seed: number;
  readonly runs: number;
  readonly nodes: number;
  readonly database: DatabaseKind;
  readonly server?: TestServer | undefined;
  /** How many times faster than real time studio and vendor live; default 10, so that a lease lasts 3 s. */
  readonly speed?: number;
  /** How long to wait, in real ms, until the last run has ended; default two minutes. */
  readonly patienceMs?: number;
}

/** How a campaign went. */
export interface CampaignResult extends Verdict {
  readonly settings: Omit<CampaignSettings, 'server'>;
  readonly kills: number;
  readonly freezes: number;
  readonly faultsStruck: number;
  readonly refusals: ReadonlyMap<string, number>;
  readonly nodeFaults: ReadonlyMap<string, number>;
  readonly seconds: number;
}

const leaseMs = 30_000;

/** Runs one campaign in a folder of its own, from nothing to the verdict. Leaves no process and no file behind. */
export async function runCampaign({ server, ...settings }: CampaignSettings): Promise<CampaignResult> {
  const { scenario: name, seed, runs, nodes, database, speed = 10, patienceMs = 120_000 } = settings;
  const scenario: Scenario = scenarios[name];
  const began = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'image-studio-campaign-'));
  const clock = clockFromNow(speed);
  const sandbox = await startSandbox(clock);
  try {
    const place = database === 'pglite' ? { folder: join(folder, 'database') } : { url: await databaseOn(server) };
    const nodeSettings = Array.from({ length: database === 'pglite' ? 1 : nodes }, (_, index): NodeSettings => {
      return {
        name: `node${index}`,
        database: place,
        filesFolder: join(folder, 'files'),
        sandboxUrl: sandbox.url,
        clock,
      };
    });
    const pictures = await makePictures(join(folder, 'pictures'));
    const longestFreezeMs = Math.round((2 * leaseMs) / speed);
    const plan = drawPlan({ seed, runs, nodes: nodeSettings.length, scenario, pictures, longestFreezeMs });
    const fleet = await startFleet(nodeSettings);
    const counts = { kill: 0, freeze: 0, fault: 0, kept: 0 };
    for (const act of plan) {
      if (act.act === 'kill') await fleet.kill(act.node);
      else if (act.act === 'freeze') fleet.freeze(act.node, act.forMs);
      else {
        if (act.fault !== undefined) await sandbox.addFault(act.fault);
        counts.fault += act.fault?.times ?? (act.fault === undefined ? 0 : 1);
        if (act.fault?.kind === 'job_failed_billed') counts.kept++;
        fleet.ask(act.node, act.run, { cancelAfterMs: act.cancelAfterMs });
        if (act.repeat) fleet.ask((act.node + 1) % nodeSettings.length, act.run);
        await pause(act.pauseMs);
      }
      if (act.act !== 'run') counts[act.act]++;
    }
    await drain(fleet, patienceMs, Math.max(200, runs));
    await fleet.stop();
    const left = (await sandbox.faultsLeft()).reduce((sum, { times = 1 }) => sum + times, 0);
    const bills = await sandbox.bills();
    const verdict = await judge({ promises: fleet.promises, bills, keptFaults: counts.kept, node: nodeSettings[0]! });
    return {
      ...verdict,
      settings,
      kills: counts.kill,
      freezes: counts.freeze,
      faultsStruck: counts.fault - left,
      refusals: fleet.refusals,
      nodeFaults: fleet.faults,
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Waits until nothing moves any more. What still moves when the patience is over is the judge's to name. */
async function drain(fleet: Fleet, patienceMs: number, everyMs: number): Promise<void> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const { moving } = await fleet.report();
    if (moving.length === 0 && fleet.isAnswered()) return;
    await pause(everyMs);
  }
}

function databaseOn(server: TestServer | undefined): Promise<string> {
  if (server === undefined) throw new Error('A campaign over PostgreSQL needs a server.');
  return server.createDatabase();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
