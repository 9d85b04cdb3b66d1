import { StudioError } from '../errors/studio-error.ts';
import { fractionOf, type Micros, roundHalfUp } from '../result/money.ts';
import { type Limit, maxOf } from './limit.ts';

/** What an account may do, and what is added to the vendor's price. Plans are data: the operator changes them while it runs. */
export interface Plan {
  readonly id: string;
  readonly name: string;
  /** Plans are offered from the lowest to the highest. */
  readonly rank: number;
  /** Added to what the vendor takes, in hundredths of a percent: 1500 = 15 %. */
  readonly markupBasisPoints: number;
  /** Refuse operations on a likeness (face swap, character) whose request does not say that it may be used. */
  readonly requiresConsent: boolean;
  /** Of the whole account, by meter; a meter that is not named is unlimited. */
  readonly limits: Readonly<Record<string, Limit>>;
  /** Of each end user alone, by meter. */
  readonly perUser: Readonly<Record<string, Limit>>;
}

/** The maximum that a plan sets for a meter: undefined where it says nothing, null where it says unlimited. */
export function maxOfPlan(plan: Plan | undefined, subject: string, meter: string): number | null | undefined {
  const limits = subject === 'account' ? plan?.limits : subject === 'user' ? plan?.perUser : undefined;
  const limit = limits !== undefined && Object.hasOwn(limits, meter) ? limits[meter] : undefined;
  return limit === undefined ? undefined : maxOf(limit);
}

/** Throws `invalid_request` for a plan that makes no sense. */
export function checkPlan(plan: Plan): void {
  for (const limit of [...Object.values(plan.limits), ...Object.values(plan.perUser)]) maxOf(limit);
  const { markupBasisPoints, id, rank } = plan;
  if (Number.isSafeInteger(markupBasisPoints) && markupBasisPoints >= 0 && markupBasisPoints <= 1_000_000) {
    if (Number.isSafeInteger(rank) && id !== '') return;
  }
  const message = 'Expected a name, a whole rank and a markup of 0 to 1000000 basis points';
  throw new StudioError('invalid_request', 'This plan makes no sense: check id, rank and markup.', {
    details: { issues: [{ path: ['plan'], message }] },
  });
}

/** A vendor's price with the plan's markup, in whole micros, halves up. */
export function withMarkup(micros: Micros, markupBasisPoints: number): Micros {
  if (markupBasisPoints === 0) return micros;
  return roundHalfUp(fractionOf(BigInt(micros) * BigInt(10_000 + markupBasisPoints), 10_000n));
}
