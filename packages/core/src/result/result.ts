import type { AssetRecord } from '../run/ports.ts';
import type { Micros } from './money.ts';
import type { Warning } from './warning.ts';

/** A file that a run made, kept by us. Reading it streams from storage. */
export interface OutputFile extends Pick<
  AssetRecord,
  'kind' | 'mediaType' | 'width' | 'height' | 'seconds' | 'scene' | 'size' | 'sha256'
> {
  /** Our id of the file, to be used as an input later. */
  readonly asset: string;
  /** Where the vendor left it, while it lives there; null for bytes that came with the answer. */
  readonly url: string | null;
  stream(): Promise<ReadableStream<Uint8Array>>;
  bytes(): Promise<Uint8Array>;
  base64(): Promise<string>;
  /** Writes the file; the folder must exist. */
  saveTo(path: string): Promise<void>;
}

/** The operation's meter before and after this run: how the account stands. Null where there is no ledger. */
export interface Usage {
  readonly previous: number;
  readonly held: number;
  readonly current: number;
  /** Null = unlimited. */
  readonly limit: number | null;
  /** Micros charged to the account in this period. */
  readonly total: Micros;
}

/** What an operation answers. */
export interface Result {
  readonly runId: string;
  readonly operation: string;
  readonly model: string;
  readonly vendor: string;
  /** At least one. */
  readonly outputs: readonly [OutputFile, ...OutputFile[]];
  /** What the vendor took, and what the account pays, in micro-dollars. */
  readonly cost: Micros;
  readonly charge: Micros;
  readonly usage: Usage | null;
  readonly seed: number | null;
  /** Milliseconds. */
  readonly timings: { readonly total: number };
  readonly warnings: readonly Warning[];
}
