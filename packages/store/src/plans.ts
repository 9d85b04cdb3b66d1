import { checkPlan, type Limit, limitOf, maxOf, noPlan, type Plan, shippedPlans } from '@image-studio/core/memory';

import { attempt, type Drizzle } from './database.ts';
import { plans } from './schema-accounts.ts';

type PlanRow = typeof plans.$inferSelect;

/** From the lowest rank to the highest: what is in the database, and shipped plans that are not. */
export async function allPlans(drizzle: Drizzle): Promise<readonly Plan[]> {
  const rows = await attempt(() => drizzle.select().from(plans));
  const all = new Map([...shippedPlans, ...rows.map(toPlan)].map((plan) => [plan.id, plan]));
  return [...all.values()].toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
}

/** Makes or replaces a plan. Throws `invalid_request`. */
export async function savePlan(drizzle: Drizzle, plan: Plan): Promise<void> {
  checkPlan(plan);
  const { id, ...set } = toRow(plan);
  await attempt(() =>
    drizzle
      .insert(plans)
      .values({ id, ...set })
      .onConflictDoUpdate({ target: plans.id, set }),
  );
}

/** Sees to it that an account can refer to this plan: a shipped one is written when it is first used. Throws `not_found`. */
export async function usePlan(drizzle: Drizzle, id: string | null | undefined): Promise<void> {
  if (id === null || id === undefined) return;
  const plan = (await allPlans(drizzle)).find((one) => one.id === id);
  if (plan === undefined) throw noPlan();
  await attempt(() => drizzle.insert(plans).values(toRow(plan)).onConflictDoNothing());
}

function toRow({ id, name, rank, markupBasisPoints, requiresConsent, limits, perUser }: Plan): PlanRow {
  return {
    id,
    name,
    rank,
    markupBasisPoints,
    requiresConsent,
    limits: { account: mapped(limits, maxOf), user: mapped(perUser, maxOf) },
  };
}

function toPlan({ limits, ...row }: PlanRow): Plan {
  return {
    ...row,
    limits: mapped<number | null, Limit>(limits.account, limitOf),
    perUser: mapped(limits.user, limitOf),
  };
}

function mapped<From, To>(values: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
