import { type CallRow, type MeterReading, type Run, type UsageEvent, vendorOf } from '@image-studio/core';
import type { BillsOfCalls } from './bills-of-calls.ts';
import type { Violation } from './judge.ts';

/** The studio's books and the vendor's. */
export interface Books {
  readonly runs: readonly Run[];
  readonly billed: BillsOfCalls;
  readonly events: readonly UsageEvent[];
  readonly meters: readonly MeterReading[];
  readonly keptFaults: number;
}

/** (iii) Ledger, events and the vendor's bills say the same, call by call and in sum; nothing is held for what has ended. */
export function judgeBooks(books: Books): { readonly violations: readonly Violation[]; readonly keptMicros: number } {
  const kept = books.runs.flatMap(({ calls }) => calls.filter((call) => isKept(call, books.billed)));
  const perCall = books.runs.flatMap(({ run, calls }) =>
    calls.flatMap((call) => wrongWith(call, books).map((what) => broken(run.id, `${call.id} ${what}`))),
  );
  const excess =
    kept.length > books.keptFaults
      ? kept.map((call) => broken(call.runId, `${call.id} was given back but billed`))
      : [];
  const keptMicros = kept.reduce((total, call) => total + unrefunded(call, books.billed), 0);
  return { violations: [...perCall, ...excess, ...wrongMeters(books)], keptMicros };
}

const broken = (run: string, what: string): Violation => ({ invariant: 'books balance', run, what });

function isOpen({ step }: CallRow): boolean {
  return step !== 'settled' && step !== 'released';
}

function unrefunded(call: CallRow, { of }: BillsOfCalls): number {
  return of(call).reduce((total, { micros, refunded }) => total + (refunded ? 0 : micros), 0);
}

function isKept(call: CallRow, billed: BillsOfCalls): boolean {
  return call.step === 'released' && unrefunded(call, billed) > 0;
}

function wrongWith(call: CallRow, { billed, events }: Books): string[] {
  const own = events.filter(({ callId }) => callId === call.id);
  if (isOpen(call)) {
    return [
      ...(own.length > 0 ? [`is open and has ${own.length} usage events`] : []),
      ...(call.heldMicros > 0 || isLocal(call) ? [] : ['is open and holds nothing']),
    ];
  }
  const wrong: string[] = [];
  const [event] = own;
  if (own.length !== 1 || event === undefined) return [`ended and has ${own.length} usage events`];
  const cost = call.costMicros ?? 0;
  const charge = call.chargeMicros ?? 0;
  if (event.costMicros !== cost || event.chargeMicros !== charge || event.outcome !== call.outcome) {
    wrong.push(
      `says ${call.outcome}, cost ${cost}, charge ${charge}; its event ${event.outcome}, ${event.costMicros}, ${event.chargeMicros}`,
    );
  }
  if (charge > call.heldMicros) wrong.push(`was charged ${charge}, more than the ${call.heldMicros} held`);
  const bill = unrefunded(call, billed);
  if (call.step === 'settled' && bill !== cost) wrong.push(`cost ${cost}, but the vendor billed ${bill}`);
  if (call.step === 'released' && cost + charge !== 0) wrong.push(`was given back and cost ${cost}, charge ${charge}`);
  if (call.outcome === 'succeeded' && charge !== cost)
    wrong.push(`succeeded at a cost of ${cost} and a charge of ${charge}`);
  return wrong;
}

function isLocal(call: CallRow): boolean {
  return call.candidates.every(({ model }) => vendorOf(model) === 'local');
}

function wrongMeters({ runs, events, meters }: Books): Violation[] {
  const open = runs.flatMap(({ calls }) => calls.filter(isOpen));
  const openRuns = runs.filter(({ calls }) => calls.some(isOpen));
  const total = <Row>(rows: readonly Row[], amount: (row: Row) => number) =>
    rows.reduce((sum, row) => sum + amount(row), 0);
  const operationOf = new Map(runs.map(({ run }) => [run.id, run.operation]));
  const operation = (name: string) => ({
    used: total(
      events.filter((event) => event.operation === name),
      ({ count }) => count,
    ),
    held: total(
      open.filter(({ runId }) => operationOf.get(runId) === name),
      ({ candidates }) => candidates[0]?.count ?? 0,
    ),
  });
  const wanted: Readonly<Record<string, { readonly used: number; readonly held: number }>> = {
    spend: {
      used: total(events, ({ chargeMicros }) => chargeMicros),
      held: total(open, ({ heldMicros }) => heldMicros),
    },
    concurrency: { used: 0, held: openRuns.length },
    edit: operation('edit'),
    upscale: operation('upscale'),
  };
  return Object.entries(wanted).flatMap(([name, { used, held }]) => {
    const meter = meters.find((one) => one.meter === name) ?? { used: 0, held: 0 };
    const same = meter.used === used && meter.held === held;
    const places = openRuns.map(({ run }) => run.id).join(' ') || 'no run is open';
    return same
      ? []
      : [broken(places, `the meter ${name} has ${meter.used} used, ${meter.held} held instead of ${used}, ${held}`)];
  });
}
