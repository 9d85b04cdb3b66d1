import type { CampaignResult } from './run-campaign.ts';

const places = {
  pglite: () => 'PGlite, 1 node',
  postgres: (nodes: number) => `PostgreSQL, ${nodes} nodes`,
  http: () => 'PostgreSQL and a bucket, 2 API nodes and 2 workers over HTTP',
} as const;

/** The result as lines for people: counts, money, and how to see each broken invariant again. */
export function printResult(result: CampaignResult): string {
  const { settings, states, violations, acts, resumes } = result;
  const { scenario, seed, runs, nodes, stage, speed = 10 } = settings;
  const counts = (map: Iterable<readonly [string, number]>) => [...map].map(([name, n]) => `${n} x ${name}`).join('; ');
  const rows: readonly (readonly [string, string])[] = [
    ['scenario', `${scenario}, seed ${seed}`],
    ['stage', places[stage](nodes)],
    ['runs', `${result.runs} of ${runs} (${result.calls} calls)`],
    ['states', counts(Object.entries(states))],
    ['refused', counts(result.refusals) || 'none'],
    ['what befell', counts([...acts].filter(([act]) => act !== 'run')) || 'nothing'],
    ['faults of vendor, of storage', `${result.vendorFaults}, ${result.storageFaults}`],
    ['faults told by nodes', counts(result.nodeFaults) || 'none'],
    ['billed, cost, charge', `${result.billedMicros}, ${result.costMicros}, ${result.chargeMicros} micros`],
    ['kept by the vendor unsaid', `${result.keptMicros} micros`],
    ['files checked, in storage', `${result.files}, ${result.filesInStorage}`],
    ['resumed after a kill', `${resumes.length} calls, ${percentiles(resumes)} at speed ${speed}`],
    ['seconds, runs a second', `${result.seconds.toFixed(1)}, ${(runs / result.busySeconds).toFixed(1)}`],
    ['broken invariants', String(violations.length)],
  ];
  const replay = `pnpm campaign --scenario ${scenario} --seed ${seed} --runs ${runs} --stage ${stage} --nodes ${nodes} --speed ${speed}`;
  return [
    ...rows.map(([name, value]) => `  ${name.padEnd(32)}${value}`),
    ...violations.slice(0, 50).map(({ invariant, run, what }) => `  ! ${invariant}: ${run}: ${what}`),
    ...(violations.length > 0 ? [`  again: ${replay}`] : []),
  ].join('\n');
}

/** Real milliseconds. */
export function percentiles(times: readonly number[]): string {
  if (times.length === 0) return 'p50 -, p99 -';
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(0);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}
