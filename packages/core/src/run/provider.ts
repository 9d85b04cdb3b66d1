import type { ErrorBody } from '../errors/studio-error.ts';
import type { Micros } from '../result/money.ts';
import type { Spec } from '../validation/model.ts';
import type { Json } from './json.ts';
import type { AssetRecord, Download, Incoming } from './ports.ts';

/** The vendor's body, with {@link AssetSlot}s where files go. */
export type Body = Readonly<Record<string, Json>>;

/** Stands in a planned body where the vendor gets a file. */
export type AssetSlot = { readonly $asset: string };

/** A file where the vendor left it: an address, or the bytes that came with the answer. */
export type Output =
  | { readonly url: string; readonly mediaType?: string }
  | { readonly body: ReadableStream<Uint8Array>; readonly mediaType: string };

/** What the vendor says it took or used. */
export interface Reported {
  readonly costMicros?: Micros;
  /** Amounts by the vendor's names, such as tokens; the model's price rule says what they cost. */
  readonly usage?: Readonly<Record<string, number>>;
  readonly seed?: number;
}

/** Where a job stands. `failed` carries the vendor's verdict as an error; its failure kind decides about the money. */
export type Progress =
  | {
      readonly state: 'pending';
      readonly ticket: Json;
      readonly fraction?: number;
      readonly pollAfterMs?: number;
      readonly unsure?: boolean;
    }
  | {
      readonly state: 'done';
      readonly outputs: readonly Output[];
      readonly ticket?: Json;
      readonly reported?: Reported;
    }
  | {
      readonly state: 'failed';
      readonly error: ErrorBody;
      readonly billed: 'no' | 'yes';
      readonly ticket?: Json;
      /** What a failure cost all the same; without it a billed one costs the quote. */
      readonly reported?: Reported;
    };

/** A file of a call, for a provider to upload or send. */
export interface CallAsset extends AssetRecord {
  readonly open: () => Promise<ReadableStream<Uint8Array>>;
  /** An address the vendor can read, where our storage can sign one. */
  readonly signed?: () => Promise<URL>;
}

/** One paid request as a provider sees it. */
export interface ProviderCall {
  readonly id: string;
  readonly endpoint: string;
  readonly body: Body;
  readonly asset: (id: string) => CallAsset;
  /** Where the vendor may announce the end of the job; carries an unguessable token that marks this call. */
  readonly webhookUrl?: URL;
  readonly signal: AbortSignal;
}

/** A job found in the vendor's history. */
export interface FoundJob {
  readonly ticket: Json;
  readonly inputs: Json;
  readonly createdAt: number;
}

/** How a vendor is treated, as data. Times in milliseconds. */
export interface VendorPolicy {
  /**
   * Status requests: the first after `firstMs`, then each `factor` later, at most `maxMs` apart. With `closestMs`, once some jobs of a model
   * are known: none before one is likely to end, then so close together or farther apart.
   */
  readonly poll: {
    readonly firstMs: number;
    readonly factor: number;
    readonly maxMs: number;
    readonly closestMs?: number;
  };
  /** How long the vendor keeps a job and its files. */
  readonly retentionMs: number;
  /**
   * A paid request that is not in the vendor's history so long after it was sent never arrives: longer than the transport's
   * time-out for it, and than the vendor takes to list a job.
   */
  readonly arrivesWithinMs: number;
  /** After this a doubtful call is settled by policy: the quote is charged. */
  readonly inDoubtAfterMs: number;
  /** Jobs at once, per process, from the paid request to their end; those beyond wait in line. */
  readonly concurrency: number;
  /** `start` costs nothing and leaves nothing behind, so a call that may have been sent is simply sent again. */
  readonly repeatable?: boolean;
}

/** A vendor performing an operation. Everything but `start` is free. */
export interface Provider<S extends Spec = Spec> {
  /** Marks the operation at the type level; never set. */
  readonly spec?: S;
  readonly policy: VendorPolicy;
  /** Turns asset slots into what the vendor can read. Throws `StudioError` with `billed: 'no'`. */
  prepare?(call: ProviderCall): Promise<Body>;
  /** The one paid request; sent once. Throws `StudioError` whose `failure` is a row of the failure table. */
  start(call: ProviderCall): Promise<Progress>;
  /** `sent`: the body of the paid request, which no message of a verdict may quote. */
  status?(ticket: Json, context: { readonly signal: AbortSignal; readonly sent?: Body }): Promise<Progress>;
  cancel?(ticket: Json, context: { readonly signal: AbortSignal }): Promise<Progress>;
  /** Jobs of this model that the vendor took in the window; `complete` when the list surely has them all. */
  find?(
    call: { readonly endpoint: string; readonly body: Body },
    window: { readonly from: number; readonly until: number },
    context: { readonly signal: AbortSignal },
  ): Promise<{ readonly candidates: readonly FoundJob[]; readonly complete: boolean }>;
  /** The vendor's list price of a call, told for free; files in the body are stand-ins. Undefined where it does not say. */
  listPrice?(
    call: { readonly endpoint: string; readonly body: Body },
    context: { readonly signal: AbortSignal },
  ): Promise<Micros | undefined>;
  /** Fetches what callers name by an address, where no other way is handed in; it blames no vendor for what cannot be had. */
  readonly download?: Download;
  /** Opens an output's address. */
  open(
    output: { readonly url: string },
    options: { readonly maxBytes: number; readonly signal: AbortSignal },
  ): Promise<Incoming>;
}
