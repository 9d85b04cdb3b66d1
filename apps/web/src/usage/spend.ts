import { useQuery } from '@tanstack/react-query';
import { formatShortMoney } from '../parts/format.ts';
import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';
import { operationTexts } from '../texts/operations.ts';

/** By what spending is summed. */
export type SpendBy = 'day' | 'operation' | 'model' | 'vendor' | 'key';

/** What was charged for one day, operation, model, … */
export interface Spend {
  /** Null = what has none. */
  readonly group: string | null;
  readonly micros: number;
  /** Results delivered. */
  readonly count: number;
}

/** What was charged in the last 30 days, as the server sums it. */
export function useSpend(by: SpendBy): readonly Spend[] {
  const { client, key } = useSession();
  const { data } = useQuery({
    queryKey: ['usage', key, 'report', by],
    queryFn: ({ signal }) => client.usage.report({ by }, { signal }),
  });
  return (data?.data ?? []).map(({ group, count, charge }) => ({ group, count, micros: charge.micros }));
}

/** The dearest groups as rows of bars. */
export function barsOf(spend: readonly Spend[], by: SpendBy, most: number) {
  return spend
    .toSorted((one, other) => other.micros - one.micros || other.count - one.count)
    .slice(0, most)
    .map(({ group, micros, count }) => ({
      label: group === null ? texts.usage.others : by === 'operation' ? (operationTexts[group]?.name ?? group) : group,
      value: micros,
      text: `${formatShortMoney(micros)} · ${texts.usage.results(count)}`,
    }));
}
