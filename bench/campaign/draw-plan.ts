import type { Fault } from '@image-studio/sandbox';
import type { BucketFault } from './bucket-process.ts';
import type { RunRequest } from './messages.ts';
import { createRandom, type Random } from './random.ts';
import { type Scenario, type VendorFault, vendorFaults } from './scenarios.ts';

/** A request, with what its client and its vendor do to it. Pauses in real ms. */
export interface RunAct {
  readonly act: 'run';
  readonly node: number;
  readonly run: RunRequest;
  readonly fault: Fault | undefined;
  readonly cancelAfterMs: number | undefined;
  readonly repeat: boolean;
  readonly forget: boolean;
  readonly pauseMs: number;
}

/** One thing that the supervisor does. Durations in real ms, jumps in ms of the studio's clock; `node` counts from 0. */
export type Act =
  | RunAct
  | { readonly act: 'kill' | 'deploy'; readonly node: number }
  | { readonly act: 'freeze'; readonly node: number; readonly forMs: number }
  | { readonly act: 'jump'; readonly node: number; readonly byMs: number }
  | { readonly act: 'cut-database' | 'cut-network' }
  | { readonly act: 'stall-database' | 'stall-network'; readonly forMs: number }
  | { readonly act: 'spoil-storage'; readonly fault: BucketFault };

/** What is asked for: models with and without a seed of their own, with a list of pictures, in several calls, and this machine's own work. */
const requests = {
  'qwen-edit': 4,
  'seedream-v4.5-edit': 2,
  'flux-kontext-pro-edit': 2,
  'bria-increase-resolution': 2,
  lanczos3: 2,
} as const;

type Model = keyof typeof requests;

const endpoints: Readonly<Record<Model, string>> = {
  'qwen-edit': 'wavespeed-ai/qwen-image/edit',
  'seedream-v4.5-edit': 'bytedance/seedream-v4.5/edit',
  'flux-kontext-pro-edit': 'wavespeed-ai/flux-kontext-pro',
  'bria-increase-resolution': 'bria/increase-resolution',
  lanczos3: 'lanczos3',
};

const storageFaults = { error: 3, unavailable: 3, slow: 2, cut: 3, lost: 3 } as const;

/** How a campaign is drawn. `pictures` are files that the requests name. */
export interface PlanSettings {
  readonly seed: number;
  readonly runs: number;
  readonly nodes: number;
  readonly scenario: Scenario;
  readonly pictures: readonly string[];
  /** How long a lease lasts, in real ms: freezes last up to twice as long, stalls as long. */
  readonly leaseMs: number;
}

/** Everything that a campaign will do, in order: the same for the same settings. When a kill hits is up to the machine. */
export function drawPlan(settings: PlanSettings): readonly Act[] {
  const random = createRandom(settings.seed);
  return Array.from({ length: settings.runs }, (_, index) => [
    drawRun(random, settings, index + 1),
    ...drawMishaps(random, settings),
  ]).flat();
}

function drawMishaps(random: Random, { nodes, scenario, leaseMs }: PlanSettings): readonly Act[] {
  const acts: Act[] = [];
  const happens = (perThousand: number) => random.next() * 1000 < perThousand;
  const node = () => random.whole(0, nodes - 1);
  const a = (longestMs: number) => random.whole(longestMs / 4, longestMs);
  if (happens(scenario.kills)) acts.push({ act: 'kill', node: node() });
  if (happens(scenario.freezes)) acts.push({ act: 'freeze', node: node(), forMs: a(2 * leaseMs) });
  if (happens(scenario.deploys)) acts.push({ act: 'deploy', node: node() });
  if (happens(scenario.jumps)) acts.push({ act: 'jump', node: node(), byMs: random.whole(-120, 120) * 1_000 });
  if (happens(scenario.databaseCuts)) acts.push({ act: 'cut-database' });
  if (happens(scenario.databaseStalls)) acts.push({ act: 'stall-database', forMs: a(leaseMs) });
  if (happens(scenario.networkCuts)) acts.push({ act: 'cut-network' });
  if (happens(scenario.networkStalls)) acts.push({ act: 'stall-network', forMs: a(leaseMs) });
  if (happens(scenario.storageFaults)) {
    const fault = { kind: random.pick<keyof typeof storageFaults>(storageFaults), times: random.whole(1, 5) };
    acts.push({ act: 'spoil-storage', fault });
  }
  return acts;
}

function drawRun(random: Random, { nodes, scenario, pictures }: PlanSettings, n: number): RunAct {
  const model = random.pick(requests);
  const image = { file: pictures[random.whole(0, pictures.length - 1)]! };
  const chance = (perThousand: number) => random.next() * 1000 < perThousand;
  const upscale = model === 'lanczos3' || model === 'bria-increase-resolution';
  const several = random.next() < 0.15 ? { count: random.whole(2, 3) } : {};
  const request = upscale
    ? { model, image, scale: 2, ...several }
    : { model, image, prompt: `picture ${n}`, ...several };
  const fault = random.pick<VendorFault | 'none'>(scenario.weights);
  return {
    act: 'run',
    node: random.whole(0, nodes - 1),
    run: { n, operation: upscale ? 'upscale' : 'edit', request },
    fault: fault === 'none' || model === 'lanczos3' ? undefined : vendorFaults[fault](endpoints[model]),
    cancelAfterMs: chance(scenario.cancels) ? random.whole(0, 400) : undefined,
    repeat: chance(scenario.repeats),
    forget: chance(scenario.forgets),
    pauseMs: random.whole(0, 60),
  };
}
