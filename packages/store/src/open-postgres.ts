import { StudioError } from '@image-studio/core';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Pool } from 'pg';

import { attempt, type Database } from './database.ts';
import { releasingLost } from './lost-connections.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { createPostgresSignals } from './postgres-signals.ts';

/** Any number will do, as long as all nodes use the same. */
const migrationLock = 7_305_171_101;

/**
 * For the few statements that are long and always alike: to plan one takes longer than to run it, to compile it longer still. They find
 * every row by an index, so that a plan made while the tables were small stays right when they are large. The others are planned with
 * their values, because the indexes of what is open are only used where a value says so.
 */
const plannedOnce = '-c jit=off -c plan_cache_mode=force_generic_plan -c enable_seqscan=off';

/** Two pools on a PostgreSQL, of 10 and 6 connections at most. Nodes that start together migrate one after the other. */
export async function openPostgres(url: string): Promise<Database> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    const issue = { path: ['url'], message: 'Expected postgres://user:password@host:port/database' };
    throw new StudioError('invalid_request', 'DATABASE_URL must begin with postgres://.', {
      details: { issues: [issue] },
    });
  }
  const pool = openPool(url, 10, '-c jit=off');
  const planned = openPool(url, 6, plannedOnce);
  try {
    await attempt(() => migrateAlone(pool));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const signals = createPostgresSignals(url, pool);
  const close = async () => {
    await signals.close();
    await Promise.all([pool.end(), planned.end()]);
  };
  return {
    engine: 'postgresql',
    drizzle: drizzle(withNames(pool)),
    planned: drizzle(withNames(planned)),
    lanes: 3,
    signals,
    close,
  };
}

/** `options` are the server's; those in the URL take their place. */
function openPool(connectionString: string, max: number, options: string): Pool {
  // The time-out is for waiting in line for a connection, too: hundreds of requests at once are late, not refused.
  const pool = new Pool({ connectionString, max, options, connectionTimeoutMillis: 60_000 });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {});
  // So it is for one that breaks between the statements of a transaction: the next of them fails.
  pool.on('connect', (client) => void client.on('error', () => {}));
  return releasingLost(pool);
}

/**
 * Statements that go through the pool get a name by their text, so that each connection parses and plans them once: a statement as long
 * as `reserve` takes longer to plan than to run. Texts vary little: values travel apart.
 */
function withNames(pool: Pool): Pool {
  const names = new Map<string, string>();
  const query = pool.query.bind(pool) as (config: unknown, ...rest: unknown[]) => unknown;
  const named = (config: unknown) => {
    if (typeof config !== 'object' || config === null || !('text' in config)) return config;
    const text = String(config.text);
    if (names.size >= mostNames && !names.has(text)) return config;
    const name = names.get(text) ?? `image_studio_${names.size}`;
    names.set(text, name);
    return { ...config, name };
  };
  return Object.assign(pool, { query: (config: unknown, ...rest: unknown[]) => query(named(config), ...rest) });
}

/** Each connection keeps what was named. */
const mostNames = 500;

async function migrateAlone(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    // Ends the connection, and the lock with it.
    client.release(true);
  }
}
