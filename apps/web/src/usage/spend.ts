import type { Run } from '@image-studio/api-client';

const shownDays = 14;
const shownModels = 8;

/** What runs charged by day of this browser's calendar, newest first. */
export function spendByDay(runs: readonly Run[]): readonly { readonly day: string; readonly micros: number }[] {
  const day = ({ createdAt }: Run) => new Date(createdAt).toLocaleDateString(undefined, { dateStyle: 'medium' });
  return sumBy(runs, day)
    .slice(0, shownDays)
    .map(([name, micros]) => ({ day: name, micros }));
}

/** What runs charged by model, the dearest first. */
export function spendByModel(runs: readonly Run[]): readonly { readonly model: string; readonly micros: number }[] {
  const sums = sumBy(runs, ({ model }) => model).toSorted(([, one], [, other]) => other - one);
  return sums.slice(0, shownModels).map(([model, micros]) => ({ model, micros }));
}

function sumBy(runs: readonly Run[], nameOf: (run: Run) => string): (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const run of runs) {
    if (run.charge) sums.set(nameOf(run), (sums.get(nameOf(run)) ?? 0) + run.charge.micros);
  }
  return [...sums];
}
