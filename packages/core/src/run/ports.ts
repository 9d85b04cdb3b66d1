import type { AssetFacts } from '../validation/asset-input.ts';
import type { MaskMark } from '../validation/model.ts';

/** Time, handed in so that tests own it. */
export interface Clock {
  /** Milliseconds since the epoch, as the wall clock says. */
  now(): number;
  /** Milliseconds that never jump, for leases and deadlines within this process. */
  monotonic(): number;
  /**
   * Resolves after `ms`; rejects with the signal's reason when it is aborted first.
   * A `background` sleep does not keep the process alive.
   */
  sleep(ms: number, options?: { readonly signal?: AbortSignal; readonly background?: boolean }): Promise<void>;
}

/** A file as it comes: streamed, with its length and type where they are known. */
export interface Incoming {
  readonly stream: ReadableStream<Uint8Array>;
  readonly size?: number | undefined;
  readonly mediaType?: string | undefined;
}

/** Opens an address for reading. Implementations guard against private addresses; throws `input_unreachable` or `input_too_large`. */
export type Download = (
  url: URL,
  options: { readonly maxBytes: number; readonly signal?: AbortSignal },
) => Promise<Incoming>;

/** A stored file. */
export interface StoredFile {
  readonly size: number;
  readonly sha256: string;
}

/** Bytes under keys. A write appears whole or not at all, and a second write to a key replaces the first. */
export interface Assets {
  /** Streams to storage; throws `input_too_large` beyond `maxBytes` and leaves nothing behind. */
  write(
    key: string,
    stream: ReadableStream<Uint8Array>,
    options: { readonly maxBytes: number; readonly mediaType?: string },
  ): Promise<StoredFile>;
  /** Throws `not_found`. `end` is exclusive. */
  read(key: string, range?: { readonly start: number; readonly end?: number }): Promise<ReadableStream<Uint8Array>>;
  /** Undefined when there is no such file. */
  stat(key: string): Promise<StoredFile | undefined>;
  /** Removing what is not there is fine. */
  remove(key: string): Promise<void>;
  /** An address that lets a stranger read the file, served as `mediaType`, until it expires, where the storage can make one. */
  sign?(key: string, expiresInSeconds: number, mediaType?: string): Promise<URL>;
}

/** What a file says about itself. */
export type Probe = Pick<AssetFacts, 'kind' | 'mediaType' | 'width' | 'height' | 'seconds' | 'scene'>;

/** Reads files. Never believes a name or a header. */
export interface Media {
  /** Throws `invalid_request` for a file that is none of the known kinds or broken. `read` may be called more than once. */
  probe(read: () => Promise<ReadableStream<Uint8Array>>): Promise<Probe>;
  /** Share of a mask that is to be edited (white), 0 to 1. Absent where pictures cannot be decoded. */
  coverage?(read: () => Promise<ReadableStream<Uint8Array>>): Promise<number>;
  /** The mask in the size of its picture and with the polarity a vendor wants, as PNG. Absent where pictures cannot be decoded. */
  fitMask?(
    read: () => Promise<ReadableStream<Uint8Array>>,
    target: { readonly width: number; readonly height: number; readonly edit: MaskMark },
  ): Promise<Uint8Array>;
}

/** A file we keep: whose it is, where its bytes are, and what it is. */
export interface AssetRecord extends AssetFacts {
  readonly id: string;
  readonly key: string;
  readonly account: string | null;
  readonly test: boolean;
  /** The run that made it; null for an input. */
  readonly runId: string | null;
  readonly createdAt: number;
}
