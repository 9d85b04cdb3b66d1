import { randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Ending, Job } from './job.ts';
import type { Inputs } from './request-check.ts';

/** A job with what the caller had sent, for the vendor's history. */
export interface HistoryEntry {
  readonly job: Job;
  readonly inputs: Inputs;
}

/** The jobs of the account. */
export interface JobStore {
  /** Takes a job in and gives it its id. */
  add(job: Omit<Job, 'id'>, inputs: Inputs): Job;
  find(id: string): Job | undefined;
  /** Newest first. */
  history(): readonly HistoryEntry[];
  remove(id: string): void;
}

/** The vendor forgets jobs after seven days. */
const retentionMs = 7 * 24 * 3600e3;
const keptJobs = 10_000;

/** Jobs in memory. A stateless store also knows jobs of another life: their ids carry them. */
export function createJobStore({ stateless, now }: { stateless: boolean; now: () => number }): JobStore {
  const entries = new Map<string, HistoryEntry>();
  const removed = new Set<string>();
  const alive = ({ createdAt }: Job) => createdAt > now() - retentionMs;

  return {
    add(job, inputs) {
      const complete = { ...job, id: stateless ? pack(job) : randomBytes(16).toString('hex') };
      entries.set(complete.id, { job: complete, inputs });
      const [oldest] = entries.keys();
      if (entries.size > keptJobs && oldest !== undefined) entries.delete(oldest);
      return complete;
    },
    find(id) {
      if (removed.has(id)) return undefined;
      const job = entries.get(id)?.job ?? (stateless ? unpack(id) : undefined);
      return job !== undefined && alive(job) ? job : undefined;
    },
    history: () => [...entries.values()].filter(({ job }) => alive(job)).reverse(),
    remove(id) {
      entries.delete(id);
      removed.add(id);
    },
  };
}

/** A list, so that ids stay short; the last member makes each one different. */
type Packed = readonly [string, number, number, number, Ending, Job['recipe'], boolean, string];

function pack({ model, createdAt, queueMs, workMs, ending, recipe, base64 }: Omit<Job, 'id'>): string {
  const nonce = randomBytes(8).toString('base64url');
  const packed: Packed = [model, createdAt, queueMs, workMs, ending, recipe, base64, nonce];
  return deflateRawSync(JSON.stringify(packed), { level: 9 }).toString('base64url');
}

function unpack(id: string): Job | undefined {
  try {
    const text = inflateRawSync(Buffer.from(id, 'base64url'), { maxOutputLength: 65_536 }).toString();
    const [model, createdAt, queueMs, workMs, ending, recipe, base64] = JSON.parse(text) as Packed;
    if (typeof model !== 'string' || typeof createdAt !== 'number' || typeof recipe !== 'object') return undefined;
    return { id, model, createdAt, queueMs, workMs, ending, recipe, base64 };
  } catch {
    return undefined;
  }
}
