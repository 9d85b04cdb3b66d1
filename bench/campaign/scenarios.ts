import type { Fault } from '@image-studio/sandbox';

/**
 * What a campaign is played on. `pglite`: one node with its embedded database. `postgres`: studios on one PostgreSQL and one folder.
 * `http`: the app itself, two API nodes and two workers, on one PostgreSQL and one bucket, asked over HTTP.
 */
export type Stage = 'pglite' | 'postgres' | 'http';

/** What can go wrong at the vendor. Faults of the paid request strike the model that the run asks for; the others strike who comes next. */
export const vendorFaults = {
  'too-many': (model) => ({ kind: 'too_many', match: { model } }),
  'error-before': (model) => ({ kind: 'error_before', match: { model } }),
  'cut-before': (model) => ({ kind: 'cut_before_billing', match: { model } }),
  rejected: (model) => ({ kind: 'rejected', match: { model } }),
  'no-money': (model) => ({ kind: 'vendor_quota', match: { model } }),
  'error-after': (model) => ({ kind: 'error_after_billing', match: { model } }),
  'cut-after': (model) => ({ kind: 'cut_after_billing', match: { model } }),
  silence: (model) => ({ kind: 'silence', match: { model } }),
  malformed: (model) => ({ kind: 'malformed', match: { model } }),
  moderation: (model) => ({ kind: 'moderation', match: { model } }),
  'job-failed': (model) => ({ kind: 'job_failed', match: { model } }),
  'job-failed-billed': (model) => ({ kind: 'job_failed_billed', match: { model } }),
  'job-stuck': (model) => ({ kind: 'job_stuck', match: { model } }),
  'job-deleted': (model) => ({ kind: 'job_deleted', match: { model } }),
  'status-error': (model) => ({ kind: 'status_error', match: { model }, times: 3 }),
  'truncated-output': (model) => ({ kind: 'truncated_output', match: { model } }),
  'empty-output': (model) => ({ kind: 'empty_output', match: { model } }),
  'wrong-output': (model) => ({ kind: 'wrong_output', match: { model } }),
  'unusable-output': (model) => ({ kind: 'wrong_output', match: { model }, times: 4 }),
  'oversize-output': (model) => ({ kind: 'oversize_output', match: { model } }),
  'upload-refused': () => ({ kind: 'error_before', match: { path: '/api/v3/media/uploads' }, times: 4 }),
  'upload-cut': () => ({ kind: 'cut_before_billing', match: { method: 'PUT', path: '/wavespeed/files/*' } }),
  'history-away': () => ({ kind: 'error_before', match: { path: '/api/v3/predictions' }, times: 4 }),
} as const satisfies Record<string, (model: string) => Fault>;

/** The name of a vendor fault. */
export type VendorFault = keyof typeof vendorFaults;

/** What befalls a run's surroundings, beside the vendor's faults. Each is a rate per 1000 runs. */
export interface Rates {
  /** `kill -9` of a node, which is started again. */
  readonly kills: number;
  /** SIGSTOP of a node for up to twice a lease, then SIGCONT. */
  readonly freezes: number;
  /** A node is ended in good order in the middle of its work, and started again. */
  readonly deploys: number;
  /** The wall clock of a node goes a minute or two forward or back, and stays there until the node is started again. */
  readonly jumps: number;
  /** Every connection to PostgreSQL breaks: ended by the server, or cut on the way. */
  readonly databaseCuts: number;
  /** Nothing goes to or from PostgreSQL for a while. */
  readonly databaseStalls: number;
  /** Every connection between nodes and vendor breaks. */
  readonly networkCuts: number;
  /** Nothing goes between nodes and vendor for a while. */
  readonly networkStalls: number;
  /** The bucket answers 500 or 503, is slow, or breaks off in the middle of a file. */
  readonly storageFaults: number;
  /** Cancels a run soon after it was accepted. */
  readonly cancels: number;
  /** Sends a request twice, as a client does that lost the answer. */
  readonly repeats: number;
  /** Forgets a run once it has ended. */
  readonly forgets: number;
}

/** What a campaign does. Faults of one run at the vendor are in `weights`, where `none` is a run without. */
export interface Scenario extends Rates {
  readonly does: string;
  readonly stages: readonly Stage[];
  readonly weights: Readonly<Partial<Record<VendorFault | 'none', number>>>;
}

const uncertain = { 'error-before': 3, 'cut-before': 3, 'error-after': 4, 'cut-after': 4, silence: 2, malformed: 4 };
const refused = { 'too-many': 4, rejected: 2, 'no-money': 1, 'upload-refused': 1, 'upload-cut': 2 };
const failing = { moderation: 2, 'job-failed': 2, 'job-deleted': 1, 'job-stuck': 1, 'status-error': 3 };
const spoiled = {
  'truncated-output': 3,
  'empty-output': 2,
  'wrong-output': 2,
  'unusable-output': 1,
  'oversize-output': 1,
};
const everyFault = { ...uncertain, ...refused, ...failing, ...spoiled, 'history-away': 2 };
const everywhere = ['pglite', 'postgres', 'http'] as const;
const onServers = ['postgres', 'http'] as const;
const never: Rates = {
  kills: 0,
  freezes: 0,
  deploys: 0,
  jumps: 0,
  databaseCuts: 0,
  databaseStalls: 0,
  networkCuts: 0,
  networkStalls: 0,
  storageFaults: 0,
  cancels: 0,
  repeats: 0,
  forgets: 0,
};
const calm = { ...never, stages: everywhere, weights: { none: 1 } };

/** The campaigns there are. Add one by adding a row. */
export const scenarios = {
  calm: { ...calm, does: 'nothing goes wrong' },
  crashes: { ...calm, does: 'nodes are killed at any moment', kills: 100, repeats: 50 },
  frozen: { ...calm, does: 'nodes stand still longer than their leases', freezes: 60 },
  deploys: { ...calm, does: 'nodes are ended in good order and started again', deploys: 60, repeats: 50 },
  clocks: { ...calm, does: 'wall clocks jump, and nodes are killed', jumps: 60, kills: 30 },
  database: {
    ...calm,
    does: 'connections to PostgreSQL break and stall',
    stages: onServers,
    databaseCuts: 40,
    databaseStalls: 20,
  },
  network: { ...calm, does: 'connections to the vendor break and stall', networkCuts: 60, networkStalls: 30 },
  storage: {
    ...calm,
    does: 'the bucket fails, is slow and breaks off',
    stages: ['http'],
    storageFaults: 250,
    kills: 30,
  },
  vendor: { ...calm, does: 'the vendor fails in every way it can', weights: { none: 20, ...everyFault } },
  everything: {
    does: 'all of it at once',
    stages: everywhere,
    weights: { none: 50, ...everyFault },
    kills: 50,
    freezes: 12,
    deploys: 15,
    jumps: 10,
    databaseCuts: 10,
    databaseStalls: 5,
    networkCuts: 10,
    networkStalls: 5,
    storageFaults: 40,
    cancels: 60,
    repeats: 60,
    forgets: 60,
  },
  'vendor-keeps-money': {
    ...calm,
    does: 'the vendor bills jobs that failed',
    weights: { none: 4, 'job-failed-billed': 1 },
  },
} as const satisfies Record<string, Scenario>;

/** The name of a scenario. */
export type ScenarioName = keyof typeof scenarios;
