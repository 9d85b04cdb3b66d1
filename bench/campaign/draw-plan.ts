import type { Fault } from '@image-studio/sandbox';
import type { RunRequest } from './messages.ts';
import { createRandom, type Random } from './random.ts';
import { type Scenario, type VendorFault, vendorFaults } from './scenarios.ts';

/** One thing that the supervisor does. Pauses and durations in real ms; `node` counts from 0. */
export type Act =
  | {
      readonly act: 'run';
      readonly node: number;
      readonly run: RunRequest;
      readonly fault: Fault | undefined;
      readonly cancelAfterMs: number | undefined;
      readonly repeat: boolean;
      readonly pauseMs: number;
    }
  | { readonly act: 'kill'; readonly node: number }
  | { readonly act: 'freeze'; readonly node: number; readonly forMs: number };

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

/** How a campaign is drawn. `pictures` are files that the requests name. */
export interface PlanSettings {
  readonly seed: number;
  readonly runs: number;
  readonly nodes: number;
  readonly scenario: Scenario;
  readonly pictures: readonly string[];
  /** The longest freeze, in real ms. */
  readonly longestFreezeMs: number;
}

/** Everything that a campaign will do, in order: the same for the same settings. When a kill hits is up to the machine. */
export function drawPlan(settings: PlanSettings): readonly Act[] {
  const { seed, runs, nodes, scenario, longestFreezeMs } = settings;
  const random = createRandom(seed);
  const chance = (perThousand: number) => random.next() * 1000 < perThousand;
  return Array.from({ length: runs }, (_, index) => {
    const acts: Act[] = [drawRun(random, settings, index + 1)];
    if (chance(scenario.kills)) acts.push({ act: 'kill', node: random.whole(0, nodes - 1) });
    if (chance(scenario.freezes)) {
      const forMs = random.whole(longestFreezeMs / 4, longestFreezeMs);
      acts.push({ act: 'freeze', node: random.whole(0, nodes - 1), forMs });
    }
    return acts;
  }).flat();
}

function drawRun(random: Random, { nodes, scenario, pictures }: PlanSettings, n: number): Act {
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
    pauseMs: random.whole(0, 60),
  };
}
