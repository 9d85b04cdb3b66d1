import type { Fault, Sandbox } from '@image-studio/sandbox';
import { startChild } from './child.ts';
import type { ClockSettings } from './fast-clock.ts';

/** The vendor: it survives every node and knows what was billed. */
export interface SandboxProcess {
  readonly url: string;
  addFault(fault: Fault): Promise<void>;
  /** Faults that have not struck. */
  faultsLeft(): Promise<readonly Fault[]>;
  clearFaults(): Promise<void>;
  bills(): Promise<ReturnType<Sandbox['bills']>>;
  requests(): Promise<ReturnType<Sandbox['requests']>>;
  stop(): Promise<void>;
}

/** Starts a sandbox on loopback. */
export async function startSandbox(clock: ClockSettings): Promise<SandboxProcess> {
  const { promise: url, resolve } = Promise.withResolvers<string>();
  const child = startChild('sandbox.ts', clock, (message) => resolve((message as { url: string }).url));
  const gone = child.ended.then((): never => {
    throw new Error(`The sandbox ended: ${child.errors()}`);
  });
  gone.catch(() => {});
  const address = await Promise.race([url, gone]);
  const control = async (method: string, what: string, body?: unknown): Promise<unknown> => {
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await fetch(`${address}/__sandbox/${what}`, init);
    if (!response.ok) throw new Error(`The sandbox refused ${what}: ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  };
  return {
    url: address,
    addFault: async (fault) => void (await control('POST', 'faults', fault)),
    faultsLeft: async () => (await control('GET', 'faults')) as readonly Fault[],
    clearFaults: async () => void (await control('DELETE', 'faults')),
    bills: async () => (await control('GET', 'bills')) as ReturnType<Sandbox['bills']>,
    requests: async () => (await control('GET', 'requests')) as ReturnType<Sandbox['requests']>,
    stop: async () => {
      child.kill('SIGKILL');
      await child.ended;
    },
  };
}
