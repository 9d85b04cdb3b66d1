import type { Clock } from '@image-studio/core';
import type { FaultKind } from '@image-studio/sandbox';
import type { OperationId, Vendors } from '../../src/index.ts';

/** How a vendor reaches the sandbox: the options that every transport has. `sandboxUrl` is where it begins; a vendor has its place under it. */
export interface Reach {
  readonly sandboxUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly clock: Clock;
  readonly retry: { readonly firstMs: number };
  readonly timeouts: { readonly paidMs: number };
}

/** What happens to a cell beside the happy path. */
export const columns = ['refusal', 'silence', 'moderation', 'broken file'] as const;

/** One of {@link columns}. */
export type Column = (typeof columns)[number];

/** What is done to the vendor in a column, and how the run ends: `done`, or the code and `billed` of its error. */
export interface Trouble {
  readonly fault: FaultKind;
  /** Default 1. */
  readonly times?: number;
  readonly ends: 'done' | readonly [code: string, billed: 'no' | 'yes' | 'unknown'];
}

/** One operation performed by the vendor; several requests may show several of its ways. */
export interface Cell {
  readonly operation: OperationId;
  readonly request: object;
  /** Where it differs from the vendor's own. */
  readonly troubles?: Partial<Readonly<Record<Column, Trouble>>>;
}

/** All cells of one vendor: with a file of these a vendor is in the table. Columns left out do not exist for it. */
export interface VendorCells {
  readonly make: (reach: Reach) => Vendors;
  readonly troubles: Partial<Readonly<Record<Column, Trouble>>>;
  readonly cells: readonly Cell[];
}
