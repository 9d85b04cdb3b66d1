import { StudioError } from '../errors/studio-error.ts';
import type { LimitDefinition } from './limit.ts';
import type { Period } from './periods.ts';
import type { Plan } from './plan.ts';

/** Who pays. Runs of an account that is not active, or whose plan has ended, are refused. Times in ms since the epoch. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly createdAt: number;
  /** Null = no plan: only the limits set for the account itself, and no markup. */
  readonly plan: string | null;
  /** What is paid for at once; the limits of both count monthly periods. */
  readonly interval: 'monthly' | 'yearly';
  /** Monthly periods begin at this instant and its returns. */
  readonly anchorAt: number;
  /** When the plan ends; null = when it is changed. */
  readonly planEndsAt: number | null;
}

/** What may be said of a new account beside its id; what is left out is: no plan, monthly, anchored at its creation. */
export type NewAccount = Pick<Account, 'id' | 'createdAt'> &
  Partial<Pick<Account, 'name' | 'plan' | 'interval' | 'anchorAt' | 'planEndsAt'>>;

/** The accounts of a store, their plans and their limits. */
export interface Accounts {
  /** Throws `conflict` when the id is taken, `not_found` for an unknown plan. */
  create(account: NewAccount): Promise<Account>;
  get(id: string): Promise<Account | undefined>;
  /** Oldest first. */
  list(): Promise<readonly Account[]>;
  /** In place of the plan's limit; takes effect with the next reservation; throws `not_found` or `invalid_request`. */
  setLimit(definition: LimitDefinition): Promise<void>;
  /** The limits that were set for the account, its keys and its users; not those of its plan. */
  limits(scope: { readonly account: string; readonly test: boolean }): Promise<readonly LimitDefinition[]>;
  /** The account's end users that have limits or were counted, by name. */
  users(scope: { readonly account: string; readonly test: boolean }): Promise<readonly string[]>;
  /** Throws `not_found`. */
  setActive(id: string, active: boolean): Promise<void>;
  /**
   * The new plan's limits hold from the next reservation on; the running period and what was used in it stay. A new anchor begins
   * with the next period. Throws `not_found` for an unknown account or plan.
   */
  changePlan(
    id: string,
    change: Partial<Pick<Account, 'plan' | 'interval' | 'anchorAt' | 'planEndsAt'>>,
  ): Promise<Account>;
  /** From the lowest rank to the highest; the operator's in place of shipped ones of the same id. */
  plans(): Promise<readonly Plan[]>;
  /** Makes or replaces a plan, for all who have it at once. Throws `invalid_request`. */
  savePlan(plan: Plan): Promise<void>;
  /** The periods in which the account ran something, oldest first. */
  periods(id: string): Promise<readonly Period[]>;
}

/** The refusal of a run whose account does not exist. */
export function unknownAccount(): StudioError {
  return new StudioError('unauthorized', 'This account is not known here: use a key of an existing account.');
}

/** The refusal of a run whose account is switched off. */
export function inactiveAccount(): StudioError {
  return new StudioError('plan_inactive', 'This account is not active: ask the operator to activate it.');
}

/** The refusal of a run whose plan is over. */
export function endedPlan(): StudioError {
  return new StudioError('plan_inactive', 'The plan of this account has ended: renew it or choose another.');
}

/** The answer about an account that is not there. */
export function noAccount(): StudioError {
  return new StudioError('not_found', 'There is no account of this id.');
}

/** The answer about a plan that is not there. */
export function noPlan(): StudioError {
  return new StudioError('not_found', 'There is no plan of this id: see the list of plans.');
}

/** The answer when an id is used twice. */
export function accountTaken(): StudioError {
  return new StudioError('conflict', 'There is an account of this id already: choose another.');
}
