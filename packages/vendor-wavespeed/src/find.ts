import type { Clock, FoundJob, Json } from '@image-studio/core';
import type { Http } from '@image-studio/http';
import { type Prediction, ticketOf } from './prediction.ts';
import { predictions } from './history.ts';
import { retentionMs } from './policy.ts';

/** A stretch of time, in ms since the epoch. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

/** Jobs found. `complete` only when every job of the model in the window is surely among them. */
export interface Found {
  readonly candidates: readonly FoundJob[];
  readonly complete: boolean;
}

/** WaveSpeed's clock and ours may differ by so much, in ms. */
const skewMs = 5 * 60_000;
const pageSize = 100;
const maxPages = 200;

/**
 * Looks for jobs of a model in WaveSpeed's history, newest first, until a job is older than the window. First by the model; when that
 * shows nothing at all, once more without the filter, so that a filter that misunderstands us cannot prove that nothing arrived.
 */
export async function find(
  http: Http,
  clock: Pick<Clock, 'now'>,
  endpoint: string,
  window: Window,
  signal: AbortSignal,
): Promise<Found> {
  const wanted = { from: window.from - skewMs, until: window.until + skewMs };
  const kept = wanted.from >= clock.now() - retentionMs;
  const narrow = await walk(http, { endpoint, model: endpoint, wanted, signal });
  const all = narrow.candidates.length > 0 ? narrow : await walk(http, { endpoint, wanted, signal });
  return { candidates: all.candidates, complete: all.complete && kept };
}

interface Walk {
  readonly endpoint: string;
  readonly model?: string;
  readonly wanted: Window;
  readonly signal: AbortSignal;
}

async function walk(http: Http, { endpoint, model, wanted, signal }: Walk): Promise<Found> {
  const seen = new Map<string, FoundJob | null>();
  let first = -Infinity;
  let oldest = Infinity;
  let sure = true;
  for (let page = 1; page <= maxPages; page += 1) {
    const query = { page, page_size: pageSize, ...(model === undefined ? {} : { model }) };
    const { items, total, hasMore } = await predictions(http, query, signal);
    const known = seen.size;
    for (const item of items) {
      const createdAt = Date.parse(item.created_at ?? '');
      // Without a date or an order nobody can say where the window begins.
      sure &&= !Number.isNaN(createdAt) && createdAt <= oldest + skewMs;
      if (seen.size === 0) first = createdAt;
      oldest = Math.min(oldest, createdAt);
      const hit = (item.model ?? endpoint) === endpoint && createdAt >= wanted.from && createdAt <= wanted.until;
      seen.set(item.id, hit ? foundJob(item, createdAt) : null);
    }
    const ended = items.length === 0 || hasMore === false || (total !== undefined && seen.size >= total);
    // A first job that is not the newest would mean that newer ones are still to come.
    const before = oldest < wanted.from && first > oldest;
    if (ended || (sure && before)) return { candidates: hits(seen), complete: sure };
    if (seen.size === known) break;
  }
  return { candidates: hits(seen), complete: false };
}

function hits(seen: ReadonlyMap<string, FoundJob | null>): readonly FoundJob[] {
  return [...seen.values()].filter((job) => job !== null);
}

function foundJob(item: Prediction, createdAt: number): FoundJob {
  return { ticket: ticketOf(item), inputs: (item.inputs ?? item.input ?? null) as Json, createdAt };
}
