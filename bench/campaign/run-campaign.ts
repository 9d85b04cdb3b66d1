import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestServer } from '@image-studio/store/test-server';
import { startAppFleet } from './app-fleet.ts';
import { type Act, drawPlan } from './draw-plan.ts';
import { type ClockSettings, clockFromNow } from './fast-clock.ts';
import { type Fleet, startFleet } from './fleet.ts';
import { type Ground, openGround } from './ground.ts';
import { judge, type Verdict } from './judge.ts';
import type { NodeSettings } from './messages.ts';
import { makePictures } from './pictures.ts';
import { watchResumes } from './resume-watch.ts';
import { type Scenario, type ScenarioName, scenarios, type Stage } from './scenarios.ts';

/** Which campaign. `server` is needed for all stages but PGlite; `nodes` counts for the stage `postgres`. */
export interface CampaignSettings {
  readonly scenario: ScenarioName;
  readonly seed: number;
  readonly runs: number;
  readonly nodes: number;
  readonly stage: Stage;
  readonly server?: TestServer | undefined;
  /** How many times faster than real time studio and vendor live; default 10, so that a lease lasts 3 s. */
  readonly speed?: number;
  /** How long to wait, in real ms, until the last run has ended; default two minutes. */
  readonly patienceMs?: number;
}

/** How a campaign went. */
export interface CampaignResult extends Verdict {
  readonly settings: Omit<CampaignSettings, 'server'>;
  /** How often each act was done. */
  readonly acts: ReadonlyMap<Act['act'], number>;
  readonly vendorFaults: number;
  readonly storageFaults: number;
  readonly refusals: ReadonlyMap<string, number>;
  readonly nodeFaults: ReadonlyMap<string, number>;
  /** Real ms from a kill to the next write on each call of the dead node (on PGlite: to a node that has taken all over). */
  readonly resumes: readonly number[];
  readonly seconds: number;
  /** Of them from the first request until all had ended. */
  readonly busySeconds: number;
}

const leaseMs = 30_000;
const mostUnanswered = 12;

/** Runs one campaign in a folder of its own, from nothing to the verdict. Leaves no process and no file behind. */
export async function runCampaign({ server, ...settings }: CampaignSettings): Promise<CampaignResult> {
  const { seed, runs, stage, speed = 10, patienceMs = 120_000 } = settings;
  const scenario = onStage(scenarios[settings.scenario], stage);
  const began = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'image-studio-campaign-'));
  const clock = clockFromNow(speed);
  const databaseUrl = stage === 'pglite' ? undefined : await databaseOn(server);
  const ground = await openGround({ stage, folder, databaseUrl, clock });
  const watch = ground.view && watchResumes(ground.view);
  try {
    const pictures = await makePictures(join(folder, 'pictures'));
    const fleet =
      stage === 'http'
        ? await startAppFleet(ground, { folder, clock, watch: watch! })
        : await startFleet(studiosOn(ground, { count: stage === 'pglite' ? 1 : settings.nodes, clock }), watch);
    const plan = drawPlan({ seed, runs, nodes: fleet.size, scenario, pictures, leaseMs: leaseMs / speed });
    const acts = new Map<Act['act'], number>();
    const faults = { drawn: 0, kept: 0 };
    const busySince = performance.now();
    for (const act of plan) {
      acts.set(act.act, (acts.get(act.act) ?? 0) + 1);
      if (act.act === 'kill') await fleet.kill(act.node);
      else if (act.act === 'deploy') await fleet.deploy(act.node);
      else if (act.act === 'freeze') fleet.freeze(act.node, act.forMs);
      else if (act.act === 'jump') fleet.jump(act.node, act.byMs);
      else if (act.act !== 'run') await ground.disturb(act);
      else {
        if (act.fault !== undefined) await ground.sandbox.addFault(act.fault);
        faults.drawn += act.fault === undefined ? 0 : (act.fault.times ?? 1);
        if (act.fault?.kind === 'job_failed_billed') faults.kept++;
        // A machine that is busy is not asked for more than it answers.
        await untilLess(fleet, patienceMs);
        fleet.ask(act);
        await pause(act.pauseMs);
      }
    }
    ground.heal();
    await drain(fleet, patienceMs, Math.max(200, runs));
    const busySeconds = (performance.now() - busySince) / 1000;
    const silent = fleet.unanswered();
    watch?.stop();
    await fleet.stop();
    const left = (await ground.sandbox.faultsLeft()).reduce((sum, { times = 1 }) => sum + times, 0);
    const { filesFolder, direct: database, bucket } = ground;
    const verdict = await judge({
      promises: fleet.promises,
      forgotten: fleet.forgotten,
      told: fleet.told,
      bills: await ground.sandbox.bills(),
      keptFaults: faults.kept,
      place: { database, filesFolder, bucketUrl: bucket?.url, clock },
    });
    const died = fleet.diedAlone.map((what) => ({ invariant: 'nodes live', run: 'none', what }) as const);
    return {
      ...verdict,
      violations: [...verdict.violations, ...died, ...neverAnswered(silent)],
      settings,
      acts,
      vendorFaults: faults.drawn - left,
      storageFaults: bucket?.struck() ?? 0,
      refusals: fleet.refusals,
      nodeFaults: fleet.faults,
      resumes: fleet.resumes,
      seconds: (performance.now() - began) / 1000,
      busySeconds,
    };
  } finally {
    watch?.stop();
    await ground.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A stage without a server has no connections to it that could break, and only one with a bucket has one that fails. */
function onStage(scenario: Scenario, stage: Stage): Scenario {
  const noServer = stage === 'pglite' ? { databaseCuts: 0, databaseStalls: 0 } : {};
  return { ...scenario, ...noServer, ...(stage === 'http' ? {} : { storageFaults: 0, forgets: 0 }) };
}

function neverAnswered(count: number): Verdict['violations'] {
  return count === 0 ? [] : [{ invariant: 'no run lost', run: 'none', what: `${count} requests were never answered` }];
}

function studiosOn(
  { database, filesFolder, sandbox }: Ground,
  { count, clock }: { readonly count: number; readonly clock: ClockSettings },
): readonly NodeSettings[] {
  return Array.from({ length: count }, (_, index) => {
    return { name: `node${index}`, database, filesFolder, sandboxUrl: sandbox.url, clock };
  });
}

async function untilLess(fleet: Fleet, patienceMs: number): Promise<void> {
  const until = performance.now() + patienceMs;
  while (fleet.unanswered() >= mostUnanswered && performance.now() < until) await pause(20);
}

/** Waits until nothing moves any more. What still moves when the patience is over is the judge's to name. */
async function drain(fleet: Fleet, patienceMs: number, everyMs: number): Promise<void> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const { moving, ended } = await fleet.report();
    const { told, forgotten } = fleet;
    const heard = told === undefined || ended.every((run) => told.has(run) || forgotten.has(run));
    if (moving.length === 0 && fleet.unanswered() === 0 && heard) return;
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
