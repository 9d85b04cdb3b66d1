import { Client, type Pool } from 'pg';

import { attempt } from './database.ts';
import { createLocalSignals, type Signal, type Signals } from './signals.ts';

const channel = 'image_studio';
const longestPauseMs = 30_000;

/** The bell of all nodes on a PostgreSQL (LISTEN and NOTIFY). The connection that listens is opened at the first listener. */
export function createPostgresSignals(url: string, pool: Pool): Signals & { close(): Promise<void> } {
  const here = createLocalSignals();
  const closing = new AbortController();
  let client: Client | undefined;
  let listening: Promise<void> | undefined;

  async function connect(): Promise<void> {
    let failures = 0;
    while (!closing.signal.aborted) {
      const next = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
      const lost = new Promise<void>((resolve) => {
        next.once('end', resolve);
        next.on('error', () => resolve());
      });
      next.on('notification', ({ payload = '' }) => here.ring(JSON.parse(payload) as Signal));
      try {
        await next.connect();
        await next.query(`listen ${channel}`);
        client = next;
        failures = 0;
        ready.resolve();
        await lost;
      } catch {
        failures++;
        await next.end().catch(() => undefined);
      }
      client = undefined;
      await pause(Math.min(longestPauseMs, 200 * 2 ** failures), closing.signal);
    }
  }

  const ready = Promise.withResolvers<void>();
  return {
    send: async (signal) => {
      await listening;
      await attempt(() => pool.query('select pg_notify($1, $2)', [channel, JSON.stringify(signal)]));
    },
    listen: (listener) => {
      if (!listening) {
        void connect();
        listening = Promise.race([ready.promise, pause(1_000, closing.signal)]);
      }
      return here.listen(listener);
    },
    close: async () => {
      closing.abort();
      await client?.end().catch(() => undefined);
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
