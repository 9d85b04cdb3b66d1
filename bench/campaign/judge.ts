import { createFolderAssets, createS3Assets } from '@image-studio/assets';
import { type Assets, type Run, stateOf } from '@image-studio/core';
import { auditLedger, createStore, openDatabase } from '@image-studio/store';
import { allRuns } from './all-runs.ts';
import { type Bill, billsOfCalls } from './bills-of-calls.ts';
import { bucketName } from './bucket-process.ts';
import { type ClockSettings, createFastClock } from './fast-clock.ts';
import { forgottenBills, forgottenCalls, withoutForgotten } from './forgotten-calls.ts';
import type { Promises } from './fleet.ts';
import { judgeBooks } from './judge-books.ts';
import { judgeFiles } from './judge-files.ts';
import { judgeOrphans } from './judge-orphans.ts';
import { account, type DatabasePlace } from './messages.ts';

/** A broken promise. `run` is what to look at. */
export interface Violation {
  readonly invariant:
    | 'one bill'
    | 'no run lost'
    | 'books balance'
    | 'files kept'
    | 'no orphaned file'
    | 'end told'
    | 'nodes live';
  readonly run: string;
  readonly what: string;
}

/** What the judge saw. Money in micros. */
export interface Verdict {
  readonly violations: readonly Violation[];
  readonly runs: number;
  readonly calls: number;
  readonly states: Readonly<Record<string, number>>;
  readonly inDoubt: readonly string[];
  readonly billedMicros: number;
  readonly costMicros: number;
  readonly chargeMicros: number;
  /** What the vendor kept for jobs that it told us had failed: it does not say so, thus nobody could book it. */
  readonly keptMicros: number;
  readonly files: number;
  readonly filesInStorage: number;
}

/** What is judged: what callers were told, what the vendor billed, and the data that the stopped nodes left. */
export interface Evidence {
  readonly promises: Promises;
  /** Runs that were forgotten since their caller wished it. */
  readonly forgotten?: ReadonlySet<string>;
  /** Runs whose end was told by a webhook; absent where nobody listens. */
  readonly told?: ReadonlySet<string> | undefined;
  readonly bills: readonly Bill[];
  /** Jobs that the vendor was told to fail and bill all the same. */
  readonly keptFaults: number;
  readonly place: Place;
}

/** Where the data is, and by which clock it was written. With `bucketUrl` the folder is that of the bucket. */
export interface Place {
  readonly database: DatabasePlace;
  readonly filesFolder: string;
  readonly bucketUrl?: string | undefined;
  readonly clock: ClockSettings;
}

/** Opens the data and checks the invariants. The nodes must have stopped. */
export async function judge(evidence: Evidence): Promise<Verdict> {
  const { bills, keptFaults, place } = evidence;
  const database = await openDatabase(place.database);
  const store = createStore(database);
  try {
    const runs = await allRuns(store.journal);
    const calls = runs.flatMap((run) => run.calls);
    const past = await forgottenCalls(database);
    const billed = billsOfCalls(calls, withoutForgotten(bills, past));
    const events = await allEvents(store.ledger);
    const meters = await store.ledger.usage({ account, test: true }, createFastClock(place.clock).now());
    const books = judgeBooks({ runs, billed, events, meters, keptFaults });
    const audit = await auditLedger(database);
    const kept = await judgeFiles(runs, store.journal, await assetsOf(place));
    const orphans = await judgeOrphans(database, place.filesFolder, place.bucketUrl !== undefined);
    const unrefunded = bills.filter(({ refunded }) => !refunded);
    return {
      violations: [
        ...oneBill(runs, billed),
        ...forgottenBills(bills, past),
        ...nothingLost(runs, evidence),
        ...books.violations,
        ...audit.differences.map(({ rule, id, expected, found }): Violation => {
          return { invariant: 'books balance', run: id, what: `${rule}: ${found} instead of ${expected}` };
        }),
        ...kept.violations,
        ...orphans.violations,
        ...endsTold(runs, evidence),
      ],
      runs: runs.length + (evidence.forgotten?.size ?? 0),
      calls: calls.length,
      states: count(runs.map((run) => stateOf(run.calls))),
      inDoubt: runs.filter((run) => stateOf(run.calls) === 'in_doubt').map(({ run }) => run.id),
      billedMicros: sum(unrefunded.map(({ micros }) => micros)),
      costMicros: sum([...calls, ...past].map(({ costMicros }) => costMicros ?? 0)),
      chargeMicros: sum([...calls, ...past].map(({ chargeMicros }) => chargeMicros ?? 0)),
      keptMicros: books.keptMicros,
      files: kept.files,
      filesInStorage: orphans.files,
    };
  } finally {
    await store.close();
  }
}

async function allEvents(ledger: ReturnType<typeof createStore>['ledger']) {
  const events: Awaited<ReturnType<typeof ledger.events>>[number][] = [];
  for (;;) {
    const before = events.at(-1)?.id;
    const page = { limit: 200, ...(before === undefined ? {} : { before }) };
    const found = await ledger.events({ account, test: true }, page);
    events.push(...found);
    if (found.length < 200) return events;
  }
}

/** (i) A call is billed at most once, and nothing is billed that no call knows of. */
function oneBill(runs: readonly Run[], billed: ReturnType<typeof billsOfCalls>): Violation[] {
  const invariant = 'one bill';
  const twice = runs.flatMap(({ run, calls }) =>
    calls
      .filter((call) => billed.of(call).length > 1)
      .map((call) => ({ invariant, run: run.id, what: `${call.id} has ${billed.of(call).length} bills` }) as const),
  );
  const strangers = billed.strangers.map(
    ({ id, inputs }) =>
      ({ invariant, run: 'unknown', what: `bill ${id} (${JSON.stringify(inputs)}) is no call's` }) as const,
  );
  return [...twice, ...strangers];
}

/** (ii) What was acknowledged is there, once, and has ended or is known to be in doubt. */
function nothingLost(runs: readonly Run[], { promises, forgotten = new Set() }: Evidence): Violation[] {
  const invariant = 'no run lost';
  const known = new Set([...runs.map(({ run }) => run.id), ...forgotten]);
  const lost = [...promises].flatMap(([n, ids]) => [
    ...[...ids]
      .filter((id) => !known.has(id))
      .map((id) => ({ invariant, run: id, what: `request ${n} is gone` }) as const),
    ...(ids.size > 1
      ? [{ invariant, run: [...ids].join(' '), what: `request ${n} became several runs` } as const]
      : []),
  ]);
  const keys = count(runs.map(({ run }) => run.idempotencyKey ?? run.id));
  const repeated = Object.entries(keys).filter(([, times]) => times > 1);
  const stuck = runs.filter(({ calls }) => ['queued', 'running'].includes(stateOf(calls)));
  return [
    ...lost,
    ...repeated.map(([key, times]) => ({ invariant, run: key, what: `${times} runs of one request` }) as const),
    ...stuck.map(({ run, calls }) => {
      const steps = calls.map(({ step, attempt }) => `${step} (attempt ${attempt})`).join(', ');
      return { invariant, run: run.id, what: `never ended: ${steps}` } as const;
    }),
  ];
}

/** (vi) Where somebody listens, the end of every run was told. */
function endsTold(runs: readonly Run[], { told }: Evidence): Violation[] {
  if (told === undefined) return [];
  const ended = runs.filter(({ calls }) => ['succeeded', 'failed', 'canceled'].includes(stateOf(calls)));
  return ended
    .filter(({ run }) => !told.has(run.id))
    .map(({ run }) => ({ invariant: 'end told', run: run.id, what: 'ended and its webhook heard nothing' }));
}

function assetsOf({ filesFolder, bucketUrl }: Place): Promise<Assets> {
  if (bucketUrl === undefined) return createFolderAssets(filesFolder);
  const key = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  return createS3Assets({ bucket: bucketName, endpoint: bucketUrl, ...key });
}

function count(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
