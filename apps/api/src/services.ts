import type { Assets, Clock, Download, Journal, Ledger } from '@image-studio/core';
import type { Accounts, Books } from '@image-studio/core/memory';
import type {
  Archive,
  Doubtful,
  Keys,
  KeyScope,
  Reconciliation,
  Settings,
  Signals,
  Webhooks,
} from '@image-studio/store';
import type { Studio } from '@image-studio/studio';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';
import type { createCallbacks } from './vendor-callbacks.ts';
import type { SignedLinks } from './signed-links.ts';
import type { Tracing } from './tracing/tracing.ts';

/** Who calls, as their key says. */
export interface Caller {
  readonly account: string;
  readonly test: boolean;
  readonly keyId: string;
  readonly scopes: readonly KeyScope[];
}

/** Everything the routes work with, handed in. */
export interface Services {
  /** `live` is missing while no vendor key is configured. */
  readonly studios: { readonly test: Studio; readonly live?: Studio };
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly archive: Archive;
  readonly doubtful: Doubtful;
  readonly assets: Assets;
  /** Are clients sent to the storage itself for a file's bytes? */
  readonly directLinks: boolean;
  /** Opens an address that a user named, guarded. */
  readonly download: Download;
  readonly clock: Clock;
  readonly links: SignedLinks;
  readonly logger: Logger;
  /** Undefined for a key that is unknown, revoked or expired. */
  readonly findCaller: (key: string) => Promise<Caller | undefined>;
  readonly accounts: Accounts;
  readonly books: Books;
  readonly keys: Keys;
  /** Makes a key with every scope unless told otherwise, shown once; makes the account when there is none. */
  readonly createKey: (
    account: string,
    test: boolean,
    wish?: Partial<Parameters<Keys['create']>[0]>,
  ) => Promise<{ readonly id: string; readonly key: string }>;
  /** What the vendor took beside what was booked; throws `vendor_unavailable` where live mode is off. Times in ms. */
  readonly reconcile: (of: {
    readonly test: boolean;
    readonly from: number;
    readonly until: number;
  }) => Promise<Reconciliation>;
  readonly isAdmin: (key: string) => Promise<boolean>;
  /** A vendor called back. */
  readonly callback: ReturnType<typeof createCallbacks>;
  readonly settings: Settings;
  readonly signals: Signals;
  readonly webhooks: Webhooks;
  /** Origins that webhooks may name although they are private or plain http. */
  readonly webhookOrigins: readonly string[];
  /** Origins whose pages may use the API from a browser. */
  readonly corsOrigins: readonly string[];
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  readonly isMetricsKey: (key: string) => boolean;
  /** Begins a round of deliveries. */
  readonly sendWebhooks: () => void;
  /** Begins to remove what was forgotten; what fails is tried again later. */
  readonly tidy: () => void;
  /** Aborted when the process begins to shut down: long answers end. */
  readonly stopping: AbortSignal;
  /** Throws when the database cannot be reached. */
  readonly ping: () => Promise<void>;
}

/** What hono carries along a request. */
export interface AppEnv {
  readonly Variables: {
    requestId: string;
    caller: Caller;
    publicUrl?: string;
    runId?: string;
    traceparent?: string;
    refusal?: string;
  };
}
