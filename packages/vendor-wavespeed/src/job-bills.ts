import type { Micros } from '@image-studio/core';
import type { Http } from '@image-studio/http';
import { billings } from './history.ts';

/** What WaveSpeed took for a job, refunds taken off. `at`: when it first took or gave something, ms since the epoch. */
export interface JobBill {
  /** The id in the job's ticket. */
  readonly id: string;
  readonly micros: Micros;
  readonly at: number;
}

const pageSize = 100;

/**
 * What was taken for the jobs of a stretch of time (ms since the epoch), oldest first. A job of which the stretch shows a part only (its
 * refund came later) is as far as the stretch shows it.
 */
export async function jobBills(
  http: Http,
  { from, until }: { readonly from: number; readonly until: number },
  signal?: AbortSignal,
): Promise<readonly JobBill[]> {
  const jobs = new Map<string, JobBill>();
  const seen = new Set<string>();
  for (let page = 1; ; page += 1) {
    const times = { start_time: new Date(from).toISOString(), end_time: new Date(until).toISOString() };
    const query = { page, page_size: pageSize, sort: 'created_at ASC', ...times } as const;
    const { items, total, hasMore } = await billings(http, query, signal);
    const known = seen.size;
    for (const { uuid, billing_type: type, price, created_at: created, prediction } of items) {
      if (seen.has(uuid)) continue;
      seen.add(uuid);
      const id = prediction?.uuid ?? uuid;
      const micros = Math.round(Math.abs(price) * 1e6) * (type === 'refund' ? -1 : 1);
      const job = jobs.get(id) ?? { id, micros: 0, at: Date.parse(created) };
      jobs.set(id, { ...job, micros: job.micros + micros });
    }
    const ended = items.length < pageSize || hasMore === false || (total !== undefined && seen.size >= total);
    // A page that shows nothing new would go on for ever.
    if (ended || seen.size === known) return [...jobs.values()];
  }
}
