import type { StudioError } from '../errors/studio-error.ts';
import type { RunRow } from '../run/journal.ts';
import { type LimitDefinition, limitOf, maxOf, type LimitSubject } from '../tracking/limit.ts';
import type { MeterReading, Reservation } from '../tracking/ledger.ts';
import { amountsOf, heldCount, isAlwaysCounted, stretchOf, unitOf, windowOf } from '../tracking/meters.ts';
import { minuteAt, type Period } from '../tracking/periods.ts';
import type { Meter, MeterName, Taken } from './memory-meter.ts';
import { maxOfPlan, type Plan } from '../tracking/plan.ts';
import { type Judged, refusalOf } from '../tracking/refusal.ts';

interface Plans {
  readonly planOf: (account: string) => Plan | undefined;
  readonly periodOf: (account: string, at: number, begin?: boolean) => Period;
  readonly ranked: () => readonly Plan[];
}

type Scoped = { readonly account: string; readonly test: boolean };

/** Limits and meters in memory. Every method is synchronous: whole, or not at all. */
export interface MemoryMeters {
  setLimit(definition: LimitDefinition): void;
  limits(scope: Scoped): readonly LimitDefinition[];
  users(scope: Scoped): readonly string[];
  /** Throws the refusal of the first limit that does not fit and then holds nothing. */
  hold(reservation: Reservation): void;
  /** What `hold` would throw. */
  judge(reservation: Reservation): StudioError | undefined;
  /** The meters of the account for money at a moment. */
  spendMeters(scope: Scoped, at: number): readonly Meter[];
  usage(scope: Scoped, at: number, whom: LimitSubject): readonly MeterReading[];
}

/** Empty meters; what is held goes to `holds`. */
export function createMemoryMeters(holds: Map<string, Taken>, { planOf, periodOf, ranked }: Plans): MemoryMeters {
  const limits = new Map<string, { readonly definition: LimitDefinition; readonly max: number | null }>();
  const meters = new Map<string, Meter>();

  function meterOf(of: MeterName, at: number, begin = true): Meter {
    const stretch = stretchOf(of.meter, periodOf(of.account, at, begin), at) ?? { startsAt: null, endsAt: null };
    const minute = windowOf(of.meter) === 'minute';
    const key = keyOf(of, minute ? 0 : stretch.startsAt);
    const found = meters.get(key);
    if (found !== undefined) return found;
    const begun = minute ? { startsAt: 0, endsAt: 0 } : stretch;
    const made: Meter = { ...of, ...begun, used: 0, held: 0, max: null, alerted: 0 };
    if (begin) meters.set(key, made);
    return made;
  }

  /** The maximum in force and whether it is the plan's; max undefined = not limited at all. */
  function maximum(scope: Scoped, subject: string, subjectId: string, meter: string) {
    const own = limits.get(JSON.stringify([scope.account, scope.test, subject, subjectId, meter]));
    const planned = maxOfPlan(planOf(scope.account), subject, meter);
    return { max: own === undefined ? planned : own.max, fromPlan: own === undefined };
  }

  /** What a run takes of which meter, and why not; `begin` makes the meters that are missing. */
  function judge(reservation: Reservation, begin: boolean) {
    const { run } = reservation;
    const { test, createdAt } = run;
    const account = run.account ?? '';
    const wanted = amountsOf(reservation).flatMap(({ meter, amount }) =>
      subjectsOf(run).flatMap(([subject, subjectId]) => {
        const { max, fromPlan } = maximum({ account, test }, subject, subjectId, meter);
        if (max === undefined && !isAlwaysCounted(subject, meter)) return [];
        const row = meterOf({ account, test, subject, subjectId, meter }, createdAt, begin);
        const judged: Judged = { ...pick({ ...row, ...minuteOf(row, createdAt) }), amount, max: max ?? null, fromPlan };
        return [{ judged, row }];
      }),
    );
    const all = wanted.map(({ judged }) => judged);
    return { wanted, refusal: refusalOf(all, ranked(), createdAt) };
  }

  return {
    setLimit: (definition) => {
      const { account, test, subject, meter } = definition;
      const key = JSON.stringify([account, test, subject, subjectIdOf(account, definition), meter]);
      limits.set(key, { definition, max: maxOf(definition.limit) });
    },

    limits: (scope) =>
      [...limits.values()]
        .filter(({ definition }) => definition.account === scope.account && definition.test === scope.test)
        .map(({ definition, max }) => ({ ...structuredClone(definition), limit: limitOf(max) }))
        .toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)),

    users: (scope) => {
      const named = [...limits.values()].map(({ definition }) => ({ ...definition, ...asUser(definition) }));
      const all = [...named, ...meters.values()].filter(
        ({ account, test, subject }) => account === scope.account && test === scope.test && subject === 'user',
      );
      return [...new Set(all.flatMap(({ subjectId }) => subjectId ?? []))].toSorted();
    },

    judge: (reservation) => judge(reservation, false).refusal,

    hold: (reservation) => {
      const { run, calls } = reservation;
      const { createdAt } = run;
      const { wanted, refusal } = judge(reservation, true);
      if (refusal !== undefined) throw refusal;
      for (const { judged, row } of wanted) {
        row.max = judged.max;
        if (judged.meter === 'requests')
          Object.assign(row, minuteOf(row, createdAt), { used: judged.used + judged.amount });
        else row.held += judged.amount;
      }
      const rows = wanted.map(({ row }) => row);
      const places = rows.filter(({ meter }) => meter === 'concurrency');
      holds.set(
        run.id,
        places.map((meter) => ({ meter, amount: 1 })),
      );
      const counted = rows.filter(({ meter }) => unitOf(meter) !== 'runs');
      for (const call of calls) {
        const amounts = { micros: call.heldMicros, outputs: heldCount(call), runs: 0 };
        holds.set(
          call.id,
          counted.map((meter) => ({ meter, amount: amounts[unitOf(meter.meter)] })),
        );
      }
    },

    spendMeters: ({ account, test }, at) =>
      ['spend', 'budget'].map((meter) => meterOf({ account, test, subject: 'account', subjectId: account, meter }, at)),

    usage: (scope, at, whom) => {
      const { account, test } = scope;
      const { subject } = whom;
      const subjectId = subjectIdOf(account, whom);
      const own = [...meters.values()].filter(
        (row) => keyOf(row, 0) === keyOf({ ...row, account, test, subject, subjectId }, 0),
      );
      const plan = planOf(account);
      const planned = Object.keys(
        (subject === 'account' ? plan?.limits : subject === 'user' ? plan?.perUser : {}) ?? {},
      );
      const set = [...limits.values()]
        .filter(({ definition: one }) => one.account === account && one.test === test && one.subject === subject)
        .filter(({ definition }) => subjectIdOf(account, definition) === subjectId)
        .map(({ definition }) => definition.meter);
      const names = new Set([...own.map(({ meter }) => meter), ...planned, ...set]);
      return [...names].toSorted().flatMap((meter): readonly MeterReading[] => {
        const { max } = maximum(scope, subject, subjectId, meter);
        if (max === undefined && (!isAlwaysCounted(subject, meter) || meter === 'budget')) return [];
        const rows = own.filter((row) => row.meter === meter);
        const stretch = stretchOf(meter, periodOf(account, at), at) ?? { startsAt: null, endsAt: null };
        const now = rows.find(({ startsAt }) => startsAt === stretch.startsAt);
        const before = rows.find(({ endsAt }) => endsAt !== null && endsAt === stretch.startsAt);
        const total = windowOf(meter) === 'minute' ? 0 : rows.reduce((sum, { used }) => sum + used, 0);
        const previous = windowOf(meter) === 'minute' ? 0 : (before?.used ?? 0);
        return [{ meter, previous, used: now?.used ?? 0, held: now?.held ?? 0, max: max ?? null, total, ...stretch }];
      });
    },
  };
}

const pick = ({ subject, meter, used, held, endsAt }: Meter) => ({ subject, meter, used, held, endsAt });

/** A minute that is over begins anew; a clock that was set back counts on in the newest. */
function minuteOf({ meter, endsAt }: Meter, at: number) {
  return meter === 'requests' && endsAt !== null && endsAt <= at ? { ...minuteAt(at), used: 0 } : {};
}

const asUser = (of: LimitDefinition) => ({ subjectId: of.subject === 'user' ? of.subjectId : undefined });

const sortKey = (of: LimitDefinition) => JSON.stringify([of.subject, subjectIdOf(of.account, of), of.meter]);

function keyOf(of: MeterName, startsAt: number | null) {
  return JSON.stringify([of.account, of.test, of.subject, of.subjectId, of.meter, startsAt]);
}

function subjectIdOf(account: string, of: LimitSubject): string {
  return of.subject === 'account' ? account : of.subjectId;
}

function subjectsOf(run: RunRow): readonly (readonly [Judged['subject'], string])[] {
  return [
    ['account', run.account ?? ''],
    ...(run.key === null ? [] : [['key', run.key] as const]),
    ...(run.user === null ? [] : [['user', run.user] as const]),
  ];
}
