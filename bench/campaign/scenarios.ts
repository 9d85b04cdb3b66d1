import type { Fault } from '@image-studio/sandbox';

/** Where a studio keeps its books. PGlite belongs to one node; PostgreSQL may have many. */
export type DatabaseKind = 'pglite' | 'postgres';

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

/** What a campaign does. Rates are per 1000 runs; faults of one run in `weights`, where `none` is a run without. */
export interface Scenario {
  readonly does: string;
  readonly databases: readonly DatabaseKind[];
  readonly weights: Readonly<Partial<Record<VendorFault | 'none', number>>>;
  /** `kill -9` of a node, which is started again. */
  readonly kills: number;
  /** SIGSTOP of a node for up to twice a lease, then SIGCONT. */
  readonly freezes: number;
  /** Cancels a run soon after it was accepted. */
  readonly cancels: number;
  /** Sends a request twice, as a client does that lost the answer. */
  readonly repeats: number;
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
const both = ['pglite', 'postgres'] as const;
const calm = { databases: both, weights: { none: 1 }, kills: 0, freezes: 0, cancels: 0, repeats: 0 };

/** The campaigns there are. Add one by adding a row. */
export const scenarios = {
  calm: { ...calm, does: 'nothing goes wrong' },
  crashes: { ...calm, does: 'nodes are killed at any moment', kills: 100, repeats: 50 },
  frozen: { ...calm, does: 'nodes stand still longer than their leases', freezes: 60 },
  vendor: { ...calm, does: 'the vendor fails in every way it can', weights: { none: 20, ...everyFault } },
  everything: {
    ...calm,
    does: 'all of it at once',
    weights: { none: 50, ...everyFault },
    kills: 60,
    freezes: 15,
    cancels: 60,
    repeats: 60,
  },
  'vendor-keeps-money': {
    ...calm,
    does: 'the vendor bills jobs that failed',
    weights: { none: 4, 'job-failed-billed': 1 },
  },
} as const satisfies Record<string, Scenario>;

/** The name of a scenario. */
export type ScenarioName = keyof typeof scenarios;
