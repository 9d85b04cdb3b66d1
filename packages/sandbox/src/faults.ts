/** When a fault strikes: at a paid request, at any request it names, at a status request, or at a download. */
export type FaultMoment = 'submit' | 'request' | 'status' | 'output';

/** Every fault, when it strikes and what it does. A `request` fault strikes paid requests unless `match` names a path or a method. */
export const faultTable = {
  too_many: { moment: 'request', does: '429 with Retry-After, nothing billed' },
  error_before: { moment: 'request', does: '503, nothing billed' },
  cut_before_billing: { moment: 'request', does: 'the connection is reset, nothing billed' },
  rejected: { moment: 'request', does: "400 with the vendor's error body, nothing billed" },
  vendor_quota: { moment: 'request', does: 'the answer to an account without money, nothing billed' },
  error_after_billing: { moment: 'submit', does: '500 after charging; the job runs' },
  cut_after_billing: { moment: 'submit', does: 'the connection is reset after charging; the job runs' },
  silence: { moment: 'submit', does: 'charges and never answers; the job runs' },
  malformed: { moment: 'submit', does: 'charges and answers 200 with broken JSON; the job runs' },
  sync_timeout: { moment: 'submit', does: 'a synchronous request is answered as still processing, code 5004' },
  moderation: { moment: 'submit', does: 'the job fails with code 1200 and is refunded' },
  missing_output: { moment: 'submit', does: 'charges and answers 200 without a file, where the answer has the files' },
  job_failed: { moment: 'submit', does: 'the job fails with code 1405 and is refunded' },
  job_failed_billed: { moment: 'submit', does: 'the job fails with code 1405 and the money is kept' },
  job_stuck: { moment: 'submit', does: 'the job never ends' },
  job_deleted: { moment: 'submit', does: 'the job ends as deleted; the money is kept' },
  status_error: { moment: 'status', does: 'a status request is answered 503' },
  truncated_output: { moment: 'output', does: 'a download breaks off in the middle' },
  empty_output: { moment: 'output', does: 'a download has no bytes' },
  wrong_output: { moment: 'output', does: 'a download is a page of HTML' },
  oversize_output: { moment: 'output', does: 'a download of a thousand gigabytes' },
} as const satisfies Record<string, { readonly moment: FaultMoment; readonly does: string }>;

/** What can go wrong on demand. */
export type FaultKind = keyof typeof faultTable;

/** A fault to come. It strikes the next `times` (default 1) requests that match, and is used up. */
export interface Fault {
  readonly kind: FaultKind;
  /** `path` is exact, or a prefix when it ends in `*`; what is left out matches everything. */
  readonly match?: { readonly model?: string; readonly method?: string; readonly path?: string };
  readonly times?: number;
  /** For `too_many`; default 1. */
  readonly retryAfterSeconds?: number;
}

/** The faults to come, in the order in which they strike. */
export interface FaultPlan {
  /** Throws `RangeError` for a kind that does not exist or a `times` below 1. */
  add(fault: Fault): void;
  clear(): void;
  /** What has not struck yet, with the times that are left. */
  list(): readonly Fault[];
}

/** The request that a fault may strike. */
export interface FaultSubject {
  readonly method: string;
  readonly path: string;
  readonly model?: string | undefined;
}

/** A fault plan whose faults are taken one by one. */
export interface TakingFaultPlan extends FaultPlan {
  /** The first fault of this moment that matches; it is used up once. */
  take(moment: FaultMoment, subject: FaultSubject): Fault | undefined;
}

/** An empty plan. */
export function createFaults(): TakingFaultPlan {
  const plan: { fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      const times = fault.times ?? 1;
      if (!Object.hasOwn(faultTable, fault.kind)) throw new RangeError(`There is no fault '${String(fault.kind)}'.`);
      if (!Number.isInteger(times) || times < 1) throw new RangeError('`times` must be a whole number from 1 on.');
      plan.push({ fault, left: times });
    },
    clear() {
      plan.length = 0;
    },
    list: () => plan.map(({ fault, left }) => ({ ...fault, times: left })),
    take(moment, subject) {
      const index = plan.findIndex(({ fault }) => strikes(fault, moment) && matches(fault, subject));
      const entry = plan[index];
      if (entry === undefined) return undefined;
      entry.left -= 1;
      if (entry.left === 0) plan.splice(index, 1);
      return entry.fault;
    },
  };
}

function strikes(fault: Fault, moment: FaultMoment): boolean {
  const own = faultTable[fault.kind].moment;
  if (own !== 'request') return own === moment;
  if (moment === 'submit') return true;
  return moment === 'request' && (fault.match?.path !== undefined || fault.match?.method !== undefined);
}

function matches({ match }: Fault, subject: FaultSubject): boolean {
  if (match?.model !== undefined && match.model !== subject.model) return false;
  if (match?.method !== undefined && match.method.toUpperCase() !== subject.method) return false;
  if (match?.path === undefined) return true;
  return match.path.endsWith('*') ? subject.path.startsWith(match.path.slice(0, -1)) : subject.path === match.path;
}
