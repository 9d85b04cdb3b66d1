/** Whether the vendor took money for what failed: `unknown` keeps the hold until it is reconciled. */
export type Billed = 'no' | 'yes' | 'unknown';

interface ErrorRow {
  /** May the same request succeed later without being changed? */
  readonly retryable: boolean;
  /** What the caller can do about it, in one sentence. */
  readonly hint: string;
}

/** Every way an operation can fail, with what to do next. HTTP statuses are a table of the app. */
export const errorTable = {
  invalid_request: { retryable: false, hint: 'Correct the fields named in `issues` and send the request again.' },
  unknown_model: { retryable: false, hint: 'Pick a model from the list of models, or leave `model` out.' },
  unsupported: {
    retryable: false,
    hint: 'Use one of the models named in `models`, or leave out what this one cannot take.',
  },
  quota_exceeded: { retryable: false, hint: 'Wait for the next period or raise the limit.' },
  budget_exceeded: { retryable: false, hint: 'Raise the budget or choose a cheaper model.' },
  plan_inactive: { retryable: false, hint: 'Activate the plan of this account.' },
  price_exceeded: { retryable: false, hint: 'Raise `maxPrice`, choose a cheaper model or ask for fewer outputs.' },
  rate_limited: { retryable: true, hint: 'Wait as long as `retryAfterMs` says and try again.' },
  moderation_blocked: { retryable: false, hint: 'Change the prompt or the picture; the vendor refuses this content.' },
  vendor_rejected: { retryable: false, hint: 'The vendor refused the request; see the message.' },
  vendor_quota: { retryable: true, hint: 'The operator must top up or unlock the account at the vendor.' },
  vendor_unavailable: { retryable: true, hint: 'The vendor cannot be reached; try again later or use another model.' },
  vendor_output: { retryable: true, hint: 'The vendor delivered no usable file; try again or use another model.' },
  timed_out: { retryable: false, hint: 'The job goes on at the vendor; read the run later.' },
  canceled: { retryable: false, hint: 'Start a new run.' },
  in_doubt: { retryable: false, hint: 'It is not known whether the vendor took the job; the run resolves itself.' },
  conflict: { retryable: false, hint: 'Use another idempotency key for another request.' },
  not_found: { retryable: false, hint: 'Check the id.' },
  unauthorized: { retryable: false, hint: 'Send a valid API key.' },
  forbidden: { retryable: false, hint: 'Use a key that is allowed to do this.' },
  input_unreachable: { retryable: false, hint: 'Give an address that is public and answers, or upload the file.' },
  input_too_large: { retryable: false, hint: 'Send a smaller file.' },
  internal: { retryable: false, hint: 'This is a fault of Image Studio; report it with the request id.' },
} as const satisfies Record<string, ErrorRow>;

/** A code from the one table of errors. */
export type ErrorCode = keyof typeof errorTable;

/** One thing wrong with a request: where, and what would be right. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A limit that refused a reservation. `amount`, `max`, `used` and `held` are in the meter's unit (outputs, runs or micros). */
export interface LimitRefusal {
  readonly subject: 'account' | 'key' | 'user';
  readonly meter: string;
  readonly amount: number;
  readonly max: number;
  readonly used: number;
  readonly held: number;
  /** When the period of this limit ends, in ms since the epoch; null = never. */
  readonly endsAt: number | null;
  /** The lowest plan that would allow the run; null when none would, or the limit is not the plan's. */
  readonly plan: string | null;
}

/** What an error of a code carries beside its message. */
export interface ErrorDetails {
  invalid_request: { readonly issues: readonly Issue[] };
  unknown_model: { readonly model: string; readonly suggestions: readonly string[] };
  unsupported: { readonly input: string; readonly models: readonly string[] };
  quota_exceeded: { readonly limit: LimitRefusal };
  budget_exceeded: { readonly limit: LimitRefusal };
  price_exceeded: { readonly priceMicros: number; readonly maxMicros: number };
  /** `limit` when a limit of the account, key or user refused, not a vendor. */
  rate_limited: { readonly retryAfterMs: number; readonly limit?: LimitRefusal };
  timed_out: { readonly runId: string };
  in_doubt: { readonly runId: string };
}

/** The details of one code: `undefined` where the code carries none. */
export type DetailsOf<Code extends ErrorCode> = Code extends keyof ErrorDetails
  ? ErrorDetails[Code] | undefined
  : undefined;
