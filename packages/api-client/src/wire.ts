import type { ErrorBody, PriceLine, Tier, Warning } from '@image-studio/core';

/** An amount of money: `micros` are millionths of the currency, so 20000 is $0.02. */
export interface Money {
  readonly micros: number;
  readonly currency: string;
}

/** A price before the work, with the lines that add up to it. `bound` = never more than this. */
export interface QuotedMoney extends Money {
  readonly basis: 'exact' | 'bound';
  readonly lines: readonly PriceLine[];
}

/** What a file is: pixels, seconds, bytes. */
export interface FileFacts {
  readonly id: string;
  readonly kind: 'image' | 'video' | 'model3d' | 'audio';
  readonly mediaType: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly seconds: number | null;
  /** Only of 3D models. */
  readonly scene?: {
    readonly meshes: number;
    readonly triangles: number;
    readonly size: { readonly x: number; readonly y: number; readonly z: number } | null;
  } | null;
  readonly size: number;
  readonly sha256: string;
  /** Opens the file without a key, for a day. */
  readonly url: string;
}

/** A kept file that was uploaded or made. */
export interface Asset extends FileFacts {
  readonly object: 'asset';
  readonly test: boolean;
  /** The run that made it; null for an input. */
  readonly runId: string | null;
  readonly createdAt: string;
}

/** Where a run stands; the last three are ends. `in_doubt` resolves itself. */
export type RunState = 'queued' | 'running' | 'in_doubt' | 'succeeded' | 'failed' | 'canceled';

/** What a user asked for, and what came of it. */
export interface Run {
  readonly id: string;
  readonly object: 'run';
  readonly operation: string;
  readonly model: string;
  readonly vendor: string;
  readonly state: RunState;
  /** Somebody asked to stop it; what was sent is followed to its end. */
  readonly cancelRequested: boolean;
  readonly test: boolean;
  readonly progress: { readonly stage: string; readonly fraction: number; readonly message: string };
  /** The inputs as they were sent, files by their asset id. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly outputs: readonly FileFacts[];
  readonly quote: QuotedMoney;
  /** What the vendor took and what the account pays; null until the run has ended. */
  readonly cost: Money | null;
  readonly charge: Money | null;
  readonly usage: Usage | null;
  readonly error: ErrorBody | null;
  readonly warnings: readonly Warning[];
  readonly createdAt: string;
  readonly finishedAt: string | null;
  /** Milliseconds. */
  readonly timings: { readonly total: number };
  readonly metadata: Readonly<Record<string, string>>;
}

/** The operation's meter around a run, in outputs; `total` in micros of this period. */
export interface Usage {
  readonly previous: number;
  readonly held: number;
  readonly current: number;
  readonly limit: number | null;
  readonly total: number;
}

/** A price asked for beforehand: nothing is held. */
export interface Quote {
  readonly object: 'quote';
  readonly operation: string;
  readonly model: string;
  /** Why this model. */
  readonly reason: string;
  readonly price: Money;
  readonly basis: 'exact' | 'bound';
  readonly lines: readonly PriceLine[];
  readonly warnings: readonly Warning[];
  /** Would a run be accepted now, as plan, limits and budget stand? */
  readonly allowed: boolean;
  /** Why not; null when it is allowed. */
  readonly refusal: ErrorBody | null;
  /** Named in the request, it holds no more than this price. */
  readonly quoteId: string;
  readonly expiresAt: string;
}

/** A model: one row for each operation it serves. */
export interface Model {
  readonly id: string;
  readonly object: 'model';
  /** `asOf` in seconds since the epoch. */
  readonly created: number;
  /** As `vendor`. */
  readonly owned_by: string;
  readonly operation: string;
  readonly vendor: string;
  readonly name: string;
  readonly alias: string | null;
  readonly tier: Tier;
  readonly kinds: readonly string[];
  readonly capabilities: readonly string[];
  readonly inputs: readonly string[];
  readonly needs: readonly string[];
  /** False = listed only: `reason` says why. */
  readonly runnable: boolean;
  readonly reason: string | null;
  readonly price: {
    readonly defaultMicros: number;
    readonly minMicros: number;
    readonly basis: 'exact' | 'bound';
    readonly unit: string;
    readonly lines: readonly PriceLine[];
  } | null;
  readonly maxSide: number | null;
  /** When its row was checked. */
  readonly asOf: string;
  readonly unverifiedSince: string | null;
  /** The vendor's own parameters as JSON Schema; only where one model is asked for. */
  readonly options?: unknown;
  /** How the price follows from a request; only where one model is asked for. */
  readonly rule?: unknown;
}

/** One page of a list; `nextCursor` null = the last one. */
export interface Page<Row> {
  readonly object: 'list';
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
}
