import type { Billed } from '../errors/error-table.ts';

/** What the runner does with a call after a failure. */
export type FailureAction =
  | 'retry' // a new attempt on the same hold, with backoff, until the deadline
  | 'requeue' // the same after `retryAfterMs`, or the next model of a fallback list
  | 'release' // the next model of a fallback list, else the hold is given back and the call failed
  | 'charge' // the vendor took money for nothing usable: settle at the quote, the call failed
  | 'in_doubt' // the hold stays until evidence or the operator resolves it
  | 'keep_polling'; // the job may still be alive: ask again until the vendor forgets it

interface FailureRow {
  readonly billed: Billed;
  readonly action: FailureAction;
  readonly when: string;
}

/** What came of a paid request, and what the call does next. The only place that decides whether money goes back. */
export const failureTable = {
  never_sent: { billed: 'no', action: 'retry', when: 'unknown host, connection refused, TLS failure' },
  throttled: { billed: 'no', action: 'requeue', when: '429, or a refusal the vendor declares as "no work begun"' },
  refused: { billed: 'no', action: 'release', when: "another 4xx with the vendor's error body" },
  uncertain: {
    billed: 'unknown',
    action: 'in_doubt',
    when: '408, 409, 5xx, unreadable 2xx, reset, time-out, 4xx of a stranger',
  },
  job_failed: { billed: 'no', action: 'release', when: 'the job failed, was cancelled or timed out at the vendor' },
  job_failed_billed: { billed: 'yes', action: 'charge', when: 'the same where the vendor keeps the money' },
  status_unknown: {
    billed: 'unknown',
    action: 'keep_polling',
    when: 'deleted, unknown status, failing status requests',
  },
  overdue: { billed: 'unknown', action: 'keep_polling', when: 'our deadline passed while the job is pending' },
} as const satisfies Record<string, FailureRow>;

/** A row of the failure table. */
export type FailureKind = keyof typeof failureTable;
