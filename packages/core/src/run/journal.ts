import type { ErrorBody } from '../errors/studio-error.ts';
import type { Micros } from '../result/money.ts';
import type { Price } from '../result/price.ts';
import type { Warning } from '../result/warning.ts';
import type { Json } from './json.ts';
import type { AssetRecord } from './ports.ts';
import type { Body, Reported } from './provider.ts';

/** Whose things: test and live never see each other. `account` null = a package used alone. */
export interface Scope {
  readonly account: string | null;
  readonly test: boolean;
}

/** Do these belong to the same account, and both to test or both to live? */
export function sameScope(a: Scope, b: Scope): boolean {
  return a.account === b.account && a.test === b.test;
}

/** What a user asked for. Its public state is derived from its calls. Times in ms since the epoch. */
export interface RunRow extends Scope {
  readonly id: string;
  readonly operation: string;
  readonly user: string | null;
  readonly key: string | null;
  /** The request with files as asset references. */
  readonly request: Json;
  /** Hash of operation and canonical request, files by content: what "the same request" means. */
  readonly requestHash: string;
  readonly idempotencyKey: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  /** The price held, markup included. */
  readonly quote: Price;
  /** The plan's markup when the run was accepted; its charges are made with it. */
  readonly markupBasisPoints: number;
  readonly warnings: readonly Warning[];
  readonly createdAt: number;
  readonly cancelRequested: boolean;
  /** The W3C trace context in which the run was asked for: whoever drives it later continues that trace. */
  readonly traceparent: string | null;
}

/** Where a call stands; see the diagram in `docs/architecture.md`. `settled` and `released` are final. */
export type CallStep = 'reserved' | 'submitting' | 'submitted' | 'produced' | 'in_doubt' | 'settled' | 'released';

/** One model a call may be sent to: the first, then the fallbacks. */
export interface Candidate {
  readonly model: string;
  readonly endpoint: string;
  readonly body: Body;
  /** The vendor's price, without markup. */
  readonly quoteMicros: Micros;
  /** The day the model's row in the catalogue is of; absent in rows of an older release. */
  readonly asOf?: string;
  /** Files asked for. */
  readonly count: number;
  readonly deadlineMs: number;
  /** The drawn number that marks the call, where the model has a seed. */
  readonly seed: number | null;
}

/** One paid request within a run, and the queue entry that drives it. */
export interface CallRow extends Scope {
  readonly id: string;
  readonly runId: string;
  readonly index: number;
  readonly candidates: readonly Candidate[];
  /** Which candidate is tried now. */
  readonly candidate: number;
  readonly step: CallStep;
  readonly attempt: number;
  /** The body that was sent, addresses in place of slots. */
  readonly sent: Body | null;
  /** Unguessable, in the webhook address: marks the call at the vendor. */
  readonly token: string;
  readonly ticket: Json;
  readonly outputs: readonly { readonly url: string; readonly mediaType?: string }[];
  readonly reported: Reported | null;
  readonly assets: readonly string[];
  readonly owner: string | null;
  /** Fencing: raised by every claim, carried by every write. */
  readonly leaseToken: number;
  readonly leaseUntil: number;
  readonly dueAt: number;
  readonly submittedAt: number | null;
  readonly heldMicros: Micros;
  readonly costMicros: Micros | null;
  readonly chargeMicros: Micros | null;
  readonly outcome: 'succeeded' | 'failed' | 'canceled' | null;
  readonly error: ErrorBody | null;
  readonly finishedAt: number | null;
}

/** What a step writes beside the step. */
export type CallPatch = Partial<
  Pick<
    CallRow,
    'candidate' | 'attempt' | 'sent' | 'ticket' | 'outputs' | 'reported' | 'dueAt' | 'submittedAt' | 'error'
  >
>;

/** A run with its calls, in their order, and the files they delivered that are still kept. */
export interface Run {
  readonly run: RunRow;
  readonly calls: readonly CallRow[];
  readonly files: readonly AssetRecord[];
}

/** The right to write to a call. */
export interface Lease {
  readonly callId: string;
  readonly leaseToken: number;
}

/** The record of runs, calls and files: what survives a crash. */
export interface Journal {
  /** Undefined for an unknown run and for another scope's. */
  getRun(scope: Scope, id: string): Promise<Run | undefined>;
  /** Newest first; `before` is the id of the last row seen. */
  listRuns(
    scope: Scope,
    page: { readonly limit: number; readonly before?: string; readonly operation?: string },
  ): Promise<readonly Run[]>;
  /** Marks the run; false when it is unknown in this scope. */
  requestCancel(scope: Scope, id: string): Promise<boolean>;
  /**
   * Takes open calls whose lease is over and that are due; with `takeOver` also those of these owners, whose processes are known to be
   * gone, or, when no other process can be alive, all open calls.
   * Each gets a higher lease token. Two claimers never get the same call.
   */
  claim(claim: {
    readonly owner: string;
    readonly now: number;
    readonly leaseUntil: number;
    readonly limit: number;
    readonly takeOver?: boolean | readonly string[];
    /** Only test or only live calls; absent = both. */
    readonly test?: boolean;
  }): Promise<readonly CallRow[]>;
  /** Who has open calls. */
  owners(): Promise<readonly string[]>;
  /** Prolongs leases in one go; answers the ids of the calls whose lease token was still the current one. */
  renew(renewal: { readonly leases: readonly Lease[]; readonly leaseUntil: number }): Promise<readonly string[]>;
  /**
   * Compare-and-set: moves a call on if it stands at `from` and the lease token is the current one; a move from `reserved`
   * to `submitting` also needs a run whose `cancelRequested` is false, and a ticket belongs to one call of its
   * vendor. False = not moved.
   */
  advance(lease: Lease, from: CallStep, to: CallStep, patch?: CallPatch): Promise<boolean>;
  /** The open call behind a webhook address. */
  findByToken(token: string): Promise<CallRow | undefined>;
  /**
   * Notes a file that is about to be stored: unless `addAsset` records it, it is removed from the storage at `removeAt`. Absent where
   * the journal does not outlive its process.
   */
  expectFile?(file: { readonly key: string; readonly test: boolean; readonly removeAt: number }): Promise<void>;
  /** Records an input; what a call delivers is recorded with its end, by the ledger. */
  addAsset(asset: AssetRecord): Promise<void>;
  /** Undefined for an unknown asset and for another scope's. */
  getAsset(scope: Scope, id: string): Promise<AssetRecord | undefined>;
}
