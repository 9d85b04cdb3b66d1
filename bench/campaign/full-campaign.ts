import type { TestServer } from '@image-studio/store/test-server';
import { percentiles } from './print-result.ts';
import { type CampaignResult, runCampaign } from './run-campaign.ts';
import { type Scenario, type ScenarioName, scenarios, type Stage } from './scenarios.ts';

/** One campaign among all. */
export interface Piece {
  readonly scenario: ScenarioName;
  readonly stage: Stage;
  readonly seed: number;
  readonly runs: number;
}

/** Every scenario on every stage it knows, with about `runs` in all: `everything` gets three parts where the others get one. */
export function piecesOf(runs: number, seed: number): readonly Piece[] {
  const all = (Object.entries(scenarios) as [ScenarioName, Scenario][]).flatMap(([scenario, { stages }]) =>
    stages.map((stage) => ({ scenario, stage, parts: scenario === 'everything' ? 3 : 1 })),
  );
  const parts = all.reduce((sum, piece) => sum + piece.parts, 0);
  return all.map((piece, index) => {
    const { scenario, stage } = piece;
    return { scenario, stage, seed: seed * 100 + index, runs: Math.ceil((runs * piece.parts) / parts) };
  });
}

/** Plays all pieces one after the other. `lines` is the sum in words. */
export async function fullCampaign(
  { runs, seed, speed }: { readonly runs: number; readonly seed: number; readonly speed: number },
  server: TestServer,
  onResult: (result: CampaignResult) => void,
): Promise<{ readonly broken: number; readonly lines: readonly string[] }> {
  const results: CampaignResult[] = [];
  for (const piece of piecesOf(runs, seed)) {
    const result = await runCampaign({ ...piece, nodes: 3, server, speed, patienceMs: 300_000 });
    onResult(result);
    results.push(result);
  }
  const sum = (of: (result: CampaignResult) => number) => results.reduce((total, result) => total + of(result), 0);
  const acts = new Map<string, number>();
  for (const result of results) for (const [act, n] of result.acts) acts.set(act, (acts.get(act) ?? 0) + n);
  const broken = sum(({ violations }) => violations.length);
  const stages = (['pglite', 'postgres', 'http'] as const).map((stage) => {
    const own = results.filter(({ settings }) => settings.stage === stage);
    const seconds = own.reduce((total, { busySeconds }) => total + busySeconds, 0);
    const ran = own.reduce((total, result) => total + result.runs, 0);
    const resumes = own.flatMap((result) => result.resumes);
    return `  ${stage.padEnd(9)} ${ran} runs, ${(ran / seconds).toFixed(1)} a second; ${resumes.length} calls resumed, ${percentiles(resumes)}`;
  });
  const befell = [...acts].filter(([act]) => act !== 'run').map(([act, n]) => `${n} x ${act}`);
  return {
    broken,
    lines: [
      `${sum(({ runs: ran }) => ran)} runs, ${sum(({ calls }) => calls)} calls, ${broken} broken invariants, ${sum(({ seconds }) => seconds).toFixed(0)} s`,
      `  ${befell.join('; ')}; ${sum(({ vendorFaults }) => vendorFaults)} x vendor fault; ${sum(({ storageFaults }) => storageFaults)} x storage fault`,
      ...stages,
    ],
  };
}
