import type { Clock, Micros } from '@image-studio/core';
import { type Bill, createAccount } from './bills.ts';
import { createFaults, type FaultPlan } from './faults.ts';
import { memoryFiles } from './files/memory-files.ts';
import type { SandboxFiles } from './files/sandbox-files.ts';
import { huggingfaceRoom } from './huggingface/huggingface-room.ts';
import type { JobDelays, SandboxContext } from './sandbox-context.ts';
import { stabilityRoom } from './stability/stability-room.ts';
import { geminiRoom } from './gemini/gemini-room.ts';
import { openaiRoom } from './openai/openai-room.ts';
import { systemClock } from './system-clock.ts';
import { wavespeedRoom } from './wavespeed/wavespeed-room.ts';

/** How a sandbox is made; everything has a default. */
export interface SandboxOptions {
  /** Where uploads are kept; default memory. `folderFiles(path)` survives a restart. */
  readonly files?: SandboxFiles;
  readonly clock?: Clock;
  /** Default: 150 ms in the queue, about 600 ms of work. Tests give zeros. */
  readonly delayMs?: JobDelays;
  /** The start of every absolute URL in answers; default `http://wavespeed.sandbox.invalid`. */
  readonly baseUrl?: string;
  /** Keys that are let in; default any that is not empty. */
  readonly apiKeys?: readonly string[];
  /** Default 1000 USD. */
  readonly balanceMicros?: Micros;
  /** True (default): a job's id holds all that is needed to answer for it, so that another sandbox with the same files can. */
  readonly stateless?: boolean;
  /** Pictures and videos of more pixels are made smaller, in their shape, so that a test of many is quick; default: as large as asked for. */
  readonly mostPixels?: number;
  /** Reads public input addresses and delivers webhooks; default the global one. */
  readonly fetch?: typeof fetch;
}

/** One request that came in. `at` in ms since the epoch. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly at: number;
}

/** The vendors' HTTP APIs, in process. */
export interface Sandbox {
  /** Answers as the vendor would. Rejects as `fetch` does when a fault cuts the connection. `sandboxUrl` overrides `baseUrl` for this request. */
  fetch(request: Request, at?: { readonly sandboxUrl?: string }): Promise<Response>;
  /** Every charge, oldest first; at least the last 20,000. */
  bills(): readonly Bill[];
  balanceMicros(): Micros;
  /** Every request, oldest first; at least the last 20,000. */
  requests(): readonly SeenRequest[];
  readonly faults: FaultPlan;
}

const keptRequests = 20_000;

/** A sandbox with its own account, faults and (unless handed in) files. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const clock = options.clock ?? systemClock;
  const faults = createFaults();
  const account = createAccount({ clock, balanceMicros: options.balanceMicros ?? 1_000_000_000 });
  const context: SandboxContext = {
    files: options.files ?? memoryFiles(),
    clock,
    delayMs: options.delayMs ?? { queue: 150, image: 600 },
    apiKeys: options.apiKeys,
    stateless: options.stateless ?? true,
    mostPixels: options.mostPixels ?? Infinity,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    faults,
    account,
  };
  const rooms = [wavespeedRoom, stabilityRoom, geminiRoom, openaiRoom, huggingfaceRoom].map((open) => open(context));
  const baseUrl = options.baseUrl ?? 'http://wavespeed.sandbox.invalid';
  let requests: SeenRequest[] = [];

  return {
    async fetch(request, at) {
      const url = new URL(request.url);
      requests.push({ method: request.method, path: url.pathname, at: clock.now() });
      if (requests.length > keptRequests * 1.1) requests = requests.slice(-keptRequests);
      const room = rooms.find(({ serves }) => serves(url.pathname));
      if (room === undefined) return new Response('There is no such place in the sandbox.', { status: 404 });
      return room.answer({ request, url, origin: (at?.sandboxUrl ?? baseUrl).replace(/\/+$/, '') });
    },
    bills: () => account.bills(),
    balanceMicros: () => account.balanceMicros(),
    requests: () => [...requests],
    faults: { add: faults.add, clear: faults.clear, list: faults.list },
  };
}
