import type { LimitRefusal } from '../errors/error-table.ts';
import type { RunRow, Scope } from '../run/journal.ts';
import type { MeterReading, Reservation } from '../tracking/ledger.ts';
import { amountsOf, heldCount, type LimitDefinition, limitExceeded, maxOf, periodAt } from './memory-limits.ts';

interface Meter {
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  used: number;
  held: number;
}

interface Hold {
  readonly meter: Meter;
  readonly amount: number;
  readonly unit: 'outputs' | 'micros' | 'runs';
}

type Subject = LimitRefusal['subject'];

/** Limits and meters in memory. Every method is synchronous: whole, or not at all. */
export interface MemoryMeters {
  setLimit(definition: LimitDefinition): void;
  /** Throws the refusal of the first limit that does not fit and then holds nothing. */
  hold(reservation: Reservation): void;
  /** Gives back what a call holds and counts what came of it. */
  endCall(callId: string, result: { readonly count: number; readonly chargeMicros: number }): void;
  endRun(runId: string): void;
  usage(scope: Scope, at: number): readonly MeterReading[];
}

/** Empty meters. */
export function createMemoryMeters(): MemoryMeters {
  const limits = new Map<string, { readonly definition: LimitDefinition; readonly max: number | null }>();
  const meters = new Map<string, Meter>();
  const holds = new Map<string, readonly Hold[]>();

  function meterOf(parts: readonly unknown[], meter: string, at: number): Meter {
    const period = meter === 'concurrency' ? { startsAt: null, endsAt: null } : periodAt(at);
    const key = JSON.stringify([...parts, meter, period.startsAt]);
    const found = meters.get(key) ?? { ...period, used: 0, held: 0 };
    meters.set(key, found);
    return found;
  }

  function end(id: string, delivered: { readonly outputs: number; readonly micros: number; readonly runs: number }) {
    for (const { meter, amount, unit } of holds.get(id) ?? []) {
      meter.held -= amount;
      meter.used += delivered[unit];
    }
    holds.delete(id);
  }

  return {
    setLimit: (definition) => {
      const subjectId = definition.subject === 'account' ? definition.account : definition.subjectId;
      const parts = [definition.account, definition.test, definition.subject, subjectId, definition.meter];
      limits.set(JSON.stringify(parts), { definition, max: maxOf(definition.limit) });
    },

    hold: (reservation) => {
      const { run, calls } = reservation;
      const wanted = amountsOf(reservation).flatMap(({ meter, amount }) =>
        subjectsOf(run).flatMap(([subject, id]) => {
          const parts = [run.account, run.test, subject, id];
          const limit = limits.get(JSON.stringify([...parts, meter]));
          if (subject !== 'account' && limit === undefined) return [];
          return [{ subject, meter, amount, max: limit?.max ?? null, row: meterOf(parts, meter, run.createdAt) }];
        }),
      );
      for (const { subject, meter, amount, max, row } of wanted) {
        if (max === null || amount === 0 || row.used + row.held + amount <= max) continue;
        const { used, held, endsAt } = row;
        throw limitExceeded({ subject, meter, amount, max, used, held, endsAt });
      }
      for (const { amount, row } of wanted) row.held += amount;
      const runHolds = wanted.filter(({ meter }) => meter === 'concurrency');
      holds.set(
        run.id,
        runHolds.map(({ row, amount }) => ({ meter: row, amount, unit: 'runs' })),
      );
      for (const call of calls)
        holds.set(
          call.id,
          wanted.flatMap(({ meter, row }): readonly Hold[] => {
            if (meter === 'concurrency') return [];
            if (meter === 'spend') return [{ meter: row, amount: call.heldMicros, unit: 'micros' }];
            return [{ meter: row, amount: heldCount(call), unit: 'outputs' }];
          }),
        );
    },

    endCall: (callId, { count, chargeMicros }) => end(callId, { outputs: count, micros: chargeMicros, runs: 0 }),
    endRun: (runId) => end(runId, { outputs: 0, micros: 0, runs: 0 }),

    usage: ({ account, test }, at) => {
      const own = [account, test, 'account', account];
      const limited = [...limits.values()].filter(
        ({ definition }) =>
          definition.subject === 'account' && definition.account === account && definition.test === test,
      );
      const prefix = JSON.stringify(own).slice(0, -1);
      const metered = [...meters.keys()]
        .filter((key) => key.startsWith(`${prefix},`))
        .map((key) => String((JSON.parse(key) as unknown[])[own.length]));
      const names = new Set([...metered, ...limited.map(({ definition }) => definition.meter)]);
      return [...names].sort().map((meter) => {
        const max = limits.get(JSON.stringify([...own, meter]))?.max ?? null;
        return { meter, max, ...meterOf(own, meter, at) };
      });
    },
  };
}

function subjectsOf(run: RunRow): readonly (readonly [Subject, string | null])[] {
  return [
    ['account', run.account],
    ...(run.key === null ? [] : [['key', run.key] as const]),
    ...(run.user === null ? [] : [['user', run.user] as const]),
  ];
}
