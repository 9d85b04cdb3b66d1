import type { Assets, Journal, Ledger } from '@image-studio/core';
import type { HttpFetch } from '@image-studio/http';

/** The writes of a call in their order, and the two requests that carry files. */
export const moments = [
  'reserve',
  'upload',
  'submitting',
  'post',
  'submitted',
  'download',
  'asset',
  'produced',
  'settle',
] as const;

/** A step of a call at which a process can be made to stop. */
export type Moment = (typeof moments)[number];

/** Right before it, in the middle of its bytes, or right after it. */
export type Side = 'before' | 'within' | 'after';

/** Where a process stops itself, once: for ever (`SIGKILL`) or until somebody wakes it (`SIGSTOP`). */
export interface TrapPoint {
  readonly side: Side;
  readonly moment: Moment;
  readonly signal: 'SIGKILL' | 'SIGSTOP';
}

/** The ports of a node, through which every write passes. */
export interface TrappedPorts {
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly assets: Assets;
  readonly fetch: HttpFetch;
}

/** Ports that stop the process at the armed point. `onRefused` hears of every write that another owner's lease refused. */
export function createTrap(ports: TrappedPorts, onRefused: (write: string) => void) {
  let armed: TrapPoint | undefined;

  function pass(side: Side, moment: Moment): void {
    if (armed?.side !== side || armed.moment !== moment) return;
    const { signal } = armed;
    armed = undefined;
    process.kill(process.pid, signal);
    // Should the signal arrive a moment later, nothing must happen meanwhile.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }

  async function around<Value>(moment: Moment, act: () => Promise<Value>): Promise<Value> {
    pass('before', moment);
    const value = await act();
    pass('after', moment);
    return value;
  }

  const refusable = async (write: string, act: () => Promise<boolean>) => {
    const done = await act();
    if (!done) onRefused(write);
    return done;
  };

  const { ledger, journal, assets, fetch } = ports;
  const trapped: TrappedPorts = {
    ledger: {
      ...ledger,
      reserve: (reservation) => around('reserve', () => ledger.reserve(reservation)),
      settle: (...args) => around('settle', () => refusable('settle', () => ledger.settle(...args))),
      release: (...args) => refusable('release', () => ledger.release(...args)),
    },
    journal: {
      ...journal,
      advance: (lease, from, to, patch) => {
        const write = () => refusable(to, () => journal.advance(lease, from, to, patch));
        const moment = moments.find((one) => one === to);
        return moment === undefined ? write() : around(moment, write);
      },
    },
    assets: {
      ...assets,
      write: (key, stream, options) =>
        key.startsWith('inputs/')
          ? assets.write(key, stream, options)
          : around('asset', () =>
              assets.write(
                key,
                watched(stream, () => pass('within', 'asset')),
                options,
              ),
            ),
    },
    fetch: async (request) => {
      const moment = momentOf(request);
      if (moment === undefined) return fetch(request);
      const broken = () => pass('within', moment);
      const sent =
        moment === 'upload' && request.body !== null ? withBody(request, watched(request.body, broken)) : request;
      const response = await around(moment, () => fetch(sent));
      if (moment !== 'download' || response.body === null) return response;
      return new Response(watched(response.body, broken), response);
    },
  };
  return { ports: trapped, around, arm: (point: TrapPoint) => void (armed = point) };
}

function momentOf({ method, url }: Request): Moment | undefined {
  const { pathname } = new URL(url);
  if (!pathname.startsWith('/api/')) return method === 'PUT' ? 'upload' : 'download';
  const free = /^\/api\/v3\/(predictions|media|model|models|balance|billings|webhook)(\/|$)/.test(pathname);
  return method === 'POST' && !free ? 'post' : undefined;
}

function withBody(request: Request, body: ReadableStream<Uint8Array>): Request {
  const { method, headers, signal } = request;
  return new Request(request.url, { method, headers, signal, body, duplex: 'half' } as RequestInit);
}

/** Calls `second` when the second piece is asked for: the first has gone on its way. */
function watched(source: ReadableStream<Uint8Array>, second: () => void): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  let asked = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        if (++asked === 2) second();
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
