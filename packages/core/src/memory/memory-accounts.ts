import { StudioError } from '../errors/studio-error.ts';
import { type Account, type Accounts, type LimitDefinition, maxOf } from './memory-limits.ts';
import { createMemoryMeters, type MemoryMeters } from './memory-meters.ts';

/** Accounts in memory, with what the ledger asks of them. */
export function createMemoryAccounts(): {
  readonly accounts: Accounts;
  readonly check: (account: string | null) => void;
  readonly meters: MemoryMeters;
} {
  const rows = new Map<string, Account>();
  const meters = createMemoryMeters();

  function known(id: string): Account {
    const account = rows.get(id);
    if (account === undefined) throw new StudioError('not_found', 'There is no account of this id.');
    return account;
  }

  return {
    meters,
    check: (id) => {
      const account = id === null ? undefined : rows.get(id);
      if (account === undefined) throw unknownAccount();
      if (!account.active) throw inactiveAccount();
    },
    accounts: {
      create: async ({ id, name = id, createdAt }) => {
        if (rows.has(id)) throw new StudioError('conflict', 'There is an account of this id already: choose another.');
        const account = { id, name, active: true, createdAt };
        rows.set(id, account);
        return { ...account };
      },
      get: async (id) => structuredClone(rows.get(id)),
      list: async () => structuredClone([...rows.values()]),
      setLimit: async (definition: LimitDefinition) => {
        known(definition.account);
        maxOf(definition.limit);
        meters.setLimit(structuredClone(definition));
      },
      setActive: async (id, active) => {
        rows.set(id, { ...known(id), active });
      },
    },
  };
}

/** The refusal of a run whose account does not exist. */
export function unknownAccount(): StudioError {
  return new StudioError('unauthorized', 'This account is not known here: use a key of an existing account.');
}

/** The refusal of a run whose account is switched off. */
export function inactiveAccount(): StudioError {
  return new StudioError('plan_inactive', 'This account is not active: ask the operator to activate it.');
}
