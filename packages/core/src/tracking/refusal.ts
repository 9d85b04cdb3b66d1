import type { LimitRefusal } from '../errors/error-table.ts';
import { StudioError } from '../errors/studio-error.ts';
import { formatMicros } from '../result/money.ts';
import { maxOfPlan, type Plan } from './plan.ts';

/** A limit as a reservation met it. `used` and `held` are without the reservation itself. */
export interface Judged extends Omit<LimitRefusal, 'plan' | 'max'> {
  readonly max: number | null;
  /** Does the limit come from the account's plan, or would one? False = it was set for this account, key or user. */
  readonly fromPlan: boolean;
}

/** Does the amount fit under the maximum? What takes nothing always fits. */
export function fits({ amount, used, held }: Pick<Judged, 'amount' | 'used' | 'held'>, max: number | null): boolean {
  return amount === 0 || max === null || used + held + amount <= max;
}

/** The error of the first limit that does not fit, which says the plan that would allow the run; undefined when all fit. `at` in ms. */
export function refusalOf(judged: readonly Judged[], plans: readonly Plan[], at: number): StudioError | undefined {
  const first = judged.find((one) => !fits(one, one.max));
  if (first === undefined || first.max === null) return undefined;
  const { fromPlan: _, max, ...row } = first;
  return limitExceeded({ ...row, max, plan: allowingPlan(judged, plans) }, at);
}

function allowingPlan(judged: readonly Judged[], plans: readonly Plan[]): string | null {
  const allows = (plan: Plan) =>
    judged.every((one) => {
      const max = one.fromPlan ? (maxOfPlan(plan, one.subject, one.meter) ?? null) : one.max;
      return fits(one, max);
    });
  return plans.toSorted((a, b) => a.rank - b.rank).find(allows)?.id ?? null;
}

const possessive = { account: "The account's", key: "The key's", user: "The user's" } as const;

function limitExceeded(limit: LimitRefusal, at: number): StudioError {
  const left = Math.max(0, limit.max - limit.used - limit.held);
  const of = `${possessive[limit.subject]} limit`;
  const way = limit.plan === null ? '' : ` The plan \`${limit.plan}\` would allow it.`;
  const details = { limit };
  if (limit.meter === 'requests') {
    const retryAfterMs = Math.max(0, (limit.endsAt ?? at) - at);
    const message = `${of} of ${limit.max} runs a minute is reached; try again in ${Math.ceil(retryAfterMs / 1000)} s.${way}`;
    return new StudioError('rate_limited', message, { retryAfterMs, details: { retryAfterMs, limit } });
  }
  if (limit.meter === 'spend' || limit.meter === 'budget') {
    const name = limit.meter === 'budget' ? `${possessive[limit.subject]} budget` : of;
    const message = `${name} of ${formatMicros(limit.max)} has ${formatMicros(left)} left; this run needs ${formatMicros(limit.amount)}.${way}`;
    return new StudioError('budget_exceeded', message, { details });
  }
  const message =
    limit.meter === 'concurrency'
      ? `${of} of ${limit.max} runs at once is reached; wait for one to end.`
      : `${of} of ${limit.max} outputs of \`${limit.meter}\` has ${left} left; this run asks for ${limit.amount}.`;
  return new StudioError('quota_exceeded', `${message}${way}`, { details });
}
