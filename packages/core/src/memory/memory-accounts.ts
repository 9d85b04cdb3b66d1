import {
  type Account,
  type Accounts,
  accountTaken,
  endedPlan,
  inactiveAccount,
  noAccount,
  noPlan,
  unknownAccount,
} from '../tracking/accounts.ts';
import type { Reservation } from '../tracking/ledger.ts';
import { maxOf } from '../tracking/limit.ts';
import { fitBetween, type Period, periodAt } from '../tracking/periods.ts';
import { checkPlan, type Plan } from '../tracking/plan.ts';
import { shippedPlans } from '../tracking/shipped-plans.ts';
import type { Taken } from './memory-meter.ts';
import { createMemoryMeters, type MemoryMeters } from './memory-meters.ts';

/** Accounts in memory, with what the ledger asks of them. */
export interface MemoryAccounts {
  readonly accounts: Accounts;
  readonly meters: MemoryMeters;
  readonly find: (id: string | null) => Account | undefined;
  readonly planOf: (id: string | null) => Plan | undefined;
  /** The plans from the lowest rank to the highest. */
  readonly ranked: () => readonly Plan[];
  /** Throws `unauthorized` or `plan_inactive`. */
  readonly check: (reservation: Reservation) => void;
  /** The period of a moment; `begin` writes it down. */
  readonly periodOf: (id: string, at: number, begin?: boolean) => Period;
}

/** No accounts, and the shipped plans. What runs take is written to `holds`. */
export function createMemoryAccounts(holds: Map<string, Taken>): MemoryAccounts {
  const rows = new Map<string, Account>();
  const periods = new Map<string, readonly Period[]>();
  const plans = new Map(shippedPlans.map((plan) => [plan.id, plan]));

  function known(id: string): Account {
    const account = rows.get(id);
    if (account === undefined) throw noAccount();
    return account;
  }
  function checkKnown(plan: string | null | undefined): void {
    if (plan !== null && plan !== undefined && !plans.has(plan)) throw noPlan();
  }
  const ranked = () => [...plans.values()].toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const planOf = (id: string | null) => plans.get(rows.get(id ?? '')?.plan ?? '');

  function periodOf(id: string, at: number, begin = false): Period {
    const begun = periods.get(id) ?? [];
    const found = begun.find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt);
    if (found !== undefined) return found;
    const period = fitBetween(periodAt(known(id).anchorAt, at), begun, at);
    if (begin) {
      periods.set(
        id,
        [...begun, period].toSorted((a, b) => a.startsAt - b.startsAt),
      );
    }
    return period;
  }

  const meters = createMemoryMeters(holds, { planOf, periodOf, ranked });
  const accounts: Accounts = {
    create: async ({ id, createdAt, name = id, ...wish }) => {
      checkKnown(wish.plan);
      if (rows.has(id)) throw accountTaken();
      const { plan = null, interval = 'monthly', anchorAt = createdAt, planEndsAt = null } = wish;
      const account: Account = { id, name, active: true, createdAt, plan, interval, anchorAt, planEndsAt };
      rows.set(id, account);
      return { ...account };
    },
    get: async (id) => structuredClone(rows.get(id)),
    list: async () => structuredClone([...rows.values()]),
    setLimit: async (definition) => {
      known(definition.account);
      maxOf(definition.limit);
      meters.setLimit(structuredClone(definition));
    },
    limits: async (scope) => meters.limits(scope),
    users: async (scope) => meters.users(scope),
    setActive: async (id, active) => {
      rows.set(id, { ...known(id), active });
    },
    changePlan: async (id, change) => {
      checkKnown(change.plan);
      const changed = { ...known(id), ...change };
      rows.set(id, changed);
      return { ...changed };
    },
    plans: async () => structuredClone(ranked()),
    savePlan: async (plan) => {
      checkPlan(plan);
      plans.set(plan.id, structuredClone(plan));
    },
    periods: async (id) => structuredClone(periods.get(id) ?? []),
  };

  return {
    accounts,
    meters,
    find: (id) => rows.get(id ?? ''),
    planOf,
    ranked,
    periodOf,
    check: ({ run }) => {
      const account = rows.get(run.account ?? '');
      if (account === undefined) throw unknownAccount();
      if (!account.active) throw inactiveAccount();
      if (account.planEndsAt !== null && account.planEndsAt <= run.createdAt) throw endedPlan();
    },
  };
}
