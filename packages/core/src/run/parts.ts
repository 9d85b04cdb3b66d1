import type { Ledger } from '../tracking/ledger.ts';
import type { Spec } from '../validation/model.ts';
import type { Journal, RunRow } from './journal.ts';
import type { PriceMemory } from './confirm-prices.ts';
import type { Assets, Clock, Download, Incoming, Media } from './ports.ts';
import type { Provider } from './provider.ts';
import type { Trace } from './trace.ts';

/** An operation joined to the vendors that perform it, by vendor name. */
export interface Operation {
  readonly spec: Spec;
  readonly providers: Readonly<Record<string, Provider>>;
}

/** Everything a runner works with, handed in. */
export interface RunnerParts {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly assets: Assets;
  readonly media: Media;
  readonly clock: Clock;
  /** Test runs are counted and kept apart from live ones; a runner drives one kind only. */
  readonly test: boolean;
  /** Names this process in leases; two live processes never share it. */
  readonly owner: string;
  /** False: runs are accepted here, and driven by other processes on the same journal. Default true. */
  readonly drives?: boolean;
  /** Where vendors' own list prices are remembered; absent = the manifests' rules stand unconfirmed. */
  readonly prices?: PriceMemory;
  /** Fetches callers' addresses; absent = the first vendor's way, where one brings it. */
  readonly download?: Download;
  /** Opens `{ file }` inputs; absent where callers are strangers. */
  readonly openFile?: ((path: string) => Promise<Incoming>) | undefined;
  /** Where a vendor announces the end of a call, when the vendor can reach us. */
  readonly webhookUrl?: (vendor: string, token: string) => URL;
  /** Told of faults inside the runner (a database that is away); the call is tried again. For logs. */
  readonly onFault?: (fault: { readonly run: RunRow; readonly callId: string; readonly error: unknown }) => void;
  /** Told of every step of a run; absent = nothing is traced. */
  readonly trace?: Trace | undefined;
  readonly limits: RunnerLimits;
}

/** Bounds and times of a runner. */
export interface RunnerLimits {
  readonly maxInputBytes: number;
  readonly maxOutputBytes: number;
  /** How long a lease lasts without being renewed; renewed three times as often. */
  readonly leaseMs: number;
  /** First and longest pause before a new attempt or a new look for evidence. */
  readonly backoff: { readonly firstMs: number; readonly maxMs: number };
}

/** Limits that suit a server and a script alike: 50 MB in, 500 MB out, leases of 30 s. */
export const defaultLimits: RunnerLimits = {
  maxInputBytes: 50e6,
  maxOutputBytes: 500e6,
  leaseMs: 30_000,
  backoff: { firstMs: 1_000, maxMs: 300_000 },
};

/** Who asks, and how. All optional for a package used alone. */
export interface RunContext {
  readonly account?: string;
  readonly user?: string;
  readonly key?: string;
  /** Stops the waiting, not the run; aborted before anything is held, there is none. */
  readonly signal?: AbortSignal;
  /** What it throws ends the waiting, not the run. */
  readonly onProgress?: (progress: RunProgress) => void;
  /** The same key and request within the store's memory is the same run. */
  readonly idempotencyKey?: string;
  /** Refuse a higher price than this many micro-dollars. */
  readonly maxPrice?: number;
  /** Hold no more than this quote said: refused when it has expired, was for another request, or the price rose. */
  readonly quoteId?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** The W3C trace context in which the run was asked for; kept with it. */
  readonly traceparent?: string | undefined;
}

/** How far a run is. `fraction` never falls. */
export interface RunProgress {
  readonly stage: 'accepted' | 'uploading' | 'queued' | 'working' | 'storing' | 'done';
  readonly fraction: number;
  readonly message: string;
}

/** What is taken over beside calls whose lease is over: all, or the calls of the owners whose process is surely gone. */
export interface ResumeOptions {
  readonly takeOver?: boolean | ((owner: string) => Promise<boolean>);
}
