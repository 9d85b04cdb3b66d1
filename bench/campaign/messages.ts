import type { RunState } from '@image-studio/core';
import type { ClockSettings } from './fast-clock.ts';
import type { TrapPoint } from './trap.ts';

/** A PostgreSQL, or the folder of an embedded database. */
export type DatabasePlace = { readonly url: string } | { readonly folder: string };

/** How a node is set up; handed over as JSON in its first argument. */
export interface NodeSettings {
  readonly name: string;
  readonly database: DatabasePlace;
  readonly filesFolder: string;
  readonly sandboxUrl: string;
  readonly clock: ClockSettings;
  /** How many jobs the vendor takes at once from this node, and after how many ms it is first asked; absent = as the vendor's policy says. */
  readonly pace?: { readonly concurrency: number; readonly firstMs: number };
}

/** A run that is asked for. The same `n` is the same request: it is its idempotency key, too. */
export interface RunRequest {
  readonly n: number;
  readonly operation: 'edit' | 'upscale';
  readonly request: Readonly<Record<string, unknown>>;
}

/** A line on a node's standard input. */
export type Order =
  | ({ readonly order: 'run'; readonly trap?: TrapPoint } & RunRequest)
  | { readonly order: 'cancel'; readonly run: string }
  /** The node's wall clock goes forward or back. */
  | { readonly order: 'jump'; readonly byMs: number }
  | { readonly order: 'report' }
  | { readonly order: 'stop' };

/** A line on a node's standard output. */
export type Answer =
  | { readonly say: 'ready' }
  | { readonly say: 'accepted'; readonly n: number; readonly run: string; readonly attached: boolean }
  | { readonly say: 'refused'; readonly n: number; readonly code: string; readonly message: string }
  /** A write that another owner's lease refused. */
  | { readonly say: 'write-refused'; readonly write: string }
  /** This machine begins work of its own, the counterpart of a paid request. */
  | { readonly say: 'local-work'; readonly callId: string }
  | { readonly say: 'fault'; readonly callId: string; readonly message: string }
  | ({ readonly say: 'report' } & Report);

/** How far all runs of the database are. */
export interface Report {
  readonly states: Readonly<Partial<Record<RunState, number>>>;
  /** Runs in which something will still happen soon. */
  readonly moving: readonly string[];
  readonly ended: readonly string[];
}

/** The account that pays for every run of a campaign. */
export const account = 'campaign';
