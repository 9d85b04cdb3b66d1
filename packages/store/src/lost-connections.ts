import type { Pool, PoolClient } from 'pg';

/**
 * The same pool, in which a connection that was lost gives its place back by itself. Drizzle does not release one whose `begin` fails: each would
 * take a place for ever, and a pool with one never ends.
 */
export function releasingLost(pool: Pool): Pool {
  const connect = pool.connect.bind(pool) as {
    (): Promise<PoolClient>;
    (answer: (...args: unknown[]) => void): void;
  };
  // With a callback it is the pool's own `query`, which releases whatever happens.
  const own = (answer?: (...args: unknown[]) => void) =>
    answer === undefined ? connect().then(once) : connect(answer);
  return Object.assign(pool, { connect: own });
}

function once(client: PoolClient): PoolClient {
  const release = client.release.bind(client);
  const lost = () => give(true);
  let isHeld = true;
  function give(destroy?: Error | boolean): void {
    if (!isHeld) return;
    isHeld = false;
    client.off('end', lost);
    release(destroy);
  }
  client.once('end', lost);
  return Object.assign(client, { release: give });
}
