import type { CampaignResult } from './run-campaign.ts';

/** The result as lines for people: counts, money, and how to see each broken invariant again. */
export function printResult(result: CampaignResult): string {
  const { settings, states, violations } = result;
  const { scenario, seed, runs, nodes, database } = settings;
  const counts = (map: Iterable<readonly [string, number]>) => [...map].map(([name, n]) => `${n} x ${name}`).join('; ');
  const rows: readonly (readonly [string, string])[] = [
    ['scenario', `${scenario}, seed ${seed}`],
    ['database', database === 'pglite' ? 'pglite, 1 node' : `postgres, ${nodes} nodes`],
    ['runs', `${result.runs} of ${runs} (${result.calls} calls)`],
    ['states', counts(Object.entries(states))],
    ['refused', counts(result.refusals) || 'none'],
    ['kills, freezes, vendor faults', `${result.kills}, ${result.freezes}, ${result.faultsStruck}`],
    ['faults told by nodes', counts(result.nodeFaults) || 'none'],
    ['billed, cost, charge', `${result.billedMicros}, ${result.costMicros}, ${result.chargeMicros} micros`],
    ['kept by the vendor unsaid', `${result.keptMicros} micros`],
    ['files checked', String(result.files)],
    ['seconds', result.seconds.toFixed(1)],
    ['broken invariants', String(violations.length)],
  ];
  const replay = `pnpm campaign --scenario ${scenario} --seed ${seed} --runs ${runs} --database ${database} --nodes ${nodes}`;
  return [
    ...rows.map(([name, value]) => `  ${name.padEnd(32)}${value}`),
    ...violations.slice(0, 50).map(({ invariant, run, what }) => `  ! ${invariant}: ${run}: ${what}`),
    ...(violations.length > 0 ? [`  again: ${replay}`] : []),
  ].join('\n');
}
