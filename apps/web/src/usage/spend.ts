import type { Run } from '@image-studio/api-client';
import { useIfThere, useRuns } from '../data/queries.ts';
import { formatMoney } from '../parts/format.ts';
import { useSession } from '../session.tsx';

interface Spend {
  readonly label: string;
  /** Micro-dollars. */
  readonly value: number;
  readonly text: string;
}

const most = { day: 14, model: 8 };

/** What was charged by day (newest first) or by model (dearest first): the server's report, else summed over the runs known here. */
export function useSpend(by: 'day' | 'model'): readonly Spend[] {
  const { client } = useSession();
  const report = useIfThere(`report-${by}`, (signal) => client.usage.report({ by }, { signal }));
  const runs = useRuns().data?.pages[0]?.data ?? [];
  if (report.isPending) return [];
  const sums = report.data
    ? report.data.data.map(({ group, charge }) => [group ?? '', charge.micros] as const)
    : sumBy(runs, by === 'day' ? ({ createdAt }) => createdAt.slice(0, 10) : ({ model }) => model);
  const ordered = sums.toSorted(([one, paid], [other, alsoPaid]) =>
    by === 'day' ? other.localeCompare(one) : alsoPaid - paid,
  );
  return ordered.slice(0, most[by]).map(([name, value]) => ({
    label: by === 'day' ? dayOf(name) : name,
    value,
    text: formatMoney(value),
  }));
}

function dayOf(iso: string): string {
  return new Date(`${iso.slice(0, 10)}T12:00:00Z`).toLocaleDateString(undefined, { dateStyle: 'medium' });
}

function sumBy(runs: readonly Run[], nameOf: (run: Run) => string): (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const run of runs) {
    if (run.charge) sums.set(nameOf(run), (sums.get(nameOf(run)) ?? 0) + run.charge.micros);
  }
  return [...sums];
}
