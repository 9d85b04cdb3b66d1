import type { Alert, Key, Limits, MadeKey, Meter, NewKey, UsageEvent, UsageReport } from './account-wire.ts';
import { type Cancelable, type Sender, withQuery } from './send.ts';
import type { Page } from './wire.ts';

interface PageQuery {
  readonly limit?: number;
  readonly cursor?: string;
}

/** What the account used, how far it may go, and its keys. */
export interface AccountCalls {
  readonly usage: {
    /** The meters of the account in the current period. */
    get(options?: Cancelable): Promise<{ readonly test: boolean; readonly meters: readonly Meter[] }>;
    /** Ended calls and corrections, newest first. */
    events(page?: PageQuery, options?: Cancelable): Promise<Page<UsageEvent>>;
    /** Sums of the last 30 days, by day when nothing else is asked for. */
    report(
      query?: {
        readonly by?: 'day' | 'operation' | 'model' | 'vendor' | 'key' | 'user';
        readonly from?: string;
        readonly until?: string;
      },
      options?: Cancelable,
    ): Promise<UsageReport>;
    /** All events as a CSV file. */
    eventsCsv(options?: Cancelable): Promise<string>;
  };
  /** With `user` also how far that user may go. */
  limits(options?: Cancelable & { readonly user?: string }): Promise<Limits>;
  /** Limits that came to a share of themselves, newest first. */
  alerts(page?: PageQuery, options?: Cancelable): Promise<Page<Alert>>;
  /** The account's own keys; for a key with the scope `admin`. */
  readonly keys: {
    list(options?: Cancelable): Promise<Page<Key>>;
    /** The answer holds the key itself, this once. */
    create(key: NewKey): Promise<MadeKey>;
    revoke(id: string): Promise<void>;
  };
}

/** The calls of `/v1/usage`, `/v1/limits`, `/v1/alerts` and `/v1/keys`. */
export function accountCalls(sender: Sender): AccountCalls {
  const get = <Body>(path: string, { signal }: Cancelable = {}) => sender.json<Body>({ method: 'GET', path, signal });
  return {
    usage: {
      get: (how) => get('/v1/usage', how),
      events: (page = {}, how) => get(withQuery('/v1/usage/events', { ...page }), how),
      report: (query = {}, how) => get(withQuery('/v1/usage/report', query), how),
      eventsCsv: async ({ signal } = {}) => {
        const headers = { accept: 'text/csv' };
        const path = '/v1/usage/events?format=csv';
        return (await sender.response({ method: 'GET', path, headers, signal })).text();
      },
    },
    limits: ({ user, ...how } = {}) => get(withQuery('/v1/limits', { user }), how),
    alerts: (page = {}, how) => get(withQuery('/v1/alerts', { ...page }), how),
    keys: {
      list: (how) => get('/v1/keys', how),
      create: (key) => sender.json({ method: 'POST', path: '/v1/keys', body: JSON.stringify(key) }),
      revoke: async (id) => {
        await sender.json({ method: 'DELETE', path: `/v1/keys/${encodeURIComponent(id)}` });
      },
    },
  };
}
