import type { Fault, Sandbox } from '@image-studio/sandbox';
import { startChild } from './child.ts';
import type { ClockSettings } from './fast-clock.ts';

/** The vendor: it survives every node and knows what was billed. */
export interface SandboxProcess {
  /** Where nodes reach it. */
  readonly url: string;
  addFault(fault: Fault): Promise<void>;
  /** Faults that have not struck. */
  faultsLeft(): Promise<readonly Fault[]>;
  clearFaults(): Promise<void>;
  bills(): Promise<ReturnType<Sandbox['bills']>>;
  requests(): Promise<ReturnType<Sandbox['requests']>>;
  stop(): Promise<void>;
}

/** How a sandbox is set up beside its clock. */
export interface SandboxSettings {
  /** Where it listens on loopback, and where its clients reach it; absent = a free port. */
  readonly at?: { readonly port: number; readonly url: string };
  /** How long a job takes behind the queue; default 1.5 s. */
  readonly jobMs?: number;
}

/** Starts a sandbox on loopback. */
export async function startSandbox(clock: ClockSettings, settings: SandboxSettings = {}): Promise<SandboxProcess> {
  const { promise: url, resolve } = Promise.withResolvers<string>();
  const child = startChild('sandbox.ts', { clock, ...settings }, (message) =>
    resolve((message as { url: string }).url),
  );
  const gone = child.ended.then((): never => {
    throw new Error(`The sandbox ended: ${child.errors()}`);
  });
  gone.catch(() => {});
  const known = await Promise.race([url, gone]);
  const address = settings.at === undefined ? known : `http://127.0.0.1:${settings.at.port}`;
  const control = async (method: string, what: string, body?: unknown): Promise<unknown> => {
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await fetch(`${address}/__sandbox/${what}`, init);
    if (!response.ok) throw new Error(`The sandbox refused ${what}: ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  };
  return {
    url: known,
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
