import type { Clock } from '@image-studio/core';
import type { Account } from './bills.ts';
import type { TakingFaultPlan } from './faults.ts';
import type { SandboxFiles } from './files/sandbox-files.ts';

/** How long a job waits and works, in ms. */
export interface JobDelays {
  readonly queue: number;
  /** Varies by a quarter from job to job, the same for the same job. */
  readonly image: number;
}

/** What every vendor of the sandbox works with. */
export interface SandboxContext {
  readonly files: SandboxFiles;
  readonly clock: Clock;
  readonly delayMs: JobDelays;
  readonly apiKeys: readonly string[] | undefined;
  readonly stateless: boolean;
  /** Files larger than this are made smaller, in their shape; whatever was asked for is billed all the same. */
  readonly mostPixels: number;
  readonly fetch: typeof fetch;
  readonly faults: TakingFaultPlan;
  readonly account: Account;
}

/** A request on its way to a vendor, with its parsed address and the origin under which the sandbox is reached. */
export interface Visit {
  readonly request: Request;
  readonly url: URL;
  readonly origin: string;
}

/** One vendor's HTTP API. */
export interface VendorRoom {
  serves(path: string): boolean;
  answer(visit: Visit): Promise<Response>;
}
