import type { FaultKind } from '@image-studio/sandbox';
import { describe, expect, it } from 'vitest';
import { mask, photo } from './set-up.ts';
import { setUp } from './stability-set-up.ts';

interface Row {
  readonly fault: FaultKind;
  readonly times?: number;
  /** How the run ends: `done`, or the code and `billed` of its error. */
  readonly ends: 'done' | readonly [code: string, billed: string];
  readonly posts: number;
  /** Charges the vendor kept. */
  readonly owed: number;
}

/** The same for models that answer with the file and for those that work on. */
const both: readonly Row[] = [
  { fault: 'too_many', ends: 'done', posts: 2, owed: 1 },
  { fault: 'rejected', ends: ['vendor_rejected', 'no'], posts: 1, owed: 0 },
  { fault: 'vendor_quota', ends: ['vendor_quota', 'no'], posts: 1, owed: 0 },
  { fault: 'moderation', ends: ['moderation_blocked', 'no'], posts: 1, owed: 0 },
  { fault: 'job_failed', ends: ['vendor_unavailable', 'no'], posts: 1, owed: 0 },
  { fault: 'job_failed_billed', ends: ['moderation_blocked', 'yes'], posts: 1, owed: 1 },
  { fault: 'error_before', ends: ['in_doubt', 'unknown'], posts: 1, owed: 0 },
  { fault: 'cut_before_billing', ends: ['in_doubt', 'unknown'], posts: 1, owed: 0 },
  { fault: 'error_after_billing', ends: ['in_doubt', 'unknown'], posts: 1, owed: 1 },
  { fault: 'cut_after_billing', ends: ['in_doubt', 'unknown'], posts: 1, owed: 1 },
  { fault: 'silence', ends: ['in_doubt', 'unknown'], posts: 1, owed: 1 },
  { fault: 'malformed', ends: ['in_doubt', 'unknown'], posts: 1, owed: 1 },
];

/** The bytes come once: what is broken cannot be had again, and the account is not charged for it. */
const atOnce: readonly Row[] = [
  { fault: 'truncated_output', ends: ['vendor_output', 'yes'], posts: 1, owed: 1 },
  { fault: 'empty_output', ends: ['vendor_output', 'yes'], posts: 1, owed: 1 },
  { fault: 'oversize_output', ends: ['vendor_output', 'yes'], posts: 1, owed: 1 },
  { fault: 'wrong_output', ends: ['in_doubt', 'unknown'], posts: 1, owed: 1 },
  { fault: 'job_stuck', ends: ['in_doubt', 'unknown'], posts: 1, owed: 1 },
];

const later: readonly Row[] = [
  { fault: 'status_error', ends: 'done', posts: 1, owed: 1 },
  { fault: 'truncated_output', times: 2, ends: 'done', posts: 1, owed: 1 },
  { fault: 'wrong_output', ends: 'done', posts: 1, owed: 1 },
  { fault: 'truncated_output', times: 50, ends: ['vendor_output', 'yes'], posts: 1, owed: 1 },
  { fault: 'empty_output', times: 50, ends: ['vendor_output', 'yes'], posts: 1, owed: 1 },
  { fault: 'oversize_output', times: 50, ends: ['vendor_output', 'yes'], posts: 1, owed: 1 },
  { fault: 'job_stuck', ends: ['timed_out', 'unknown'], posts: 1, owed: 1 },
  { fault: 'job_deleted', ends: ['timed_out', 'unknown'], posts: 1, owed: 1 },
];

const models = {
  'that answers with the file': { model: 'stability-erase', image: photo, mask, micros: 50_000 },
  'that works on': { model: 'stability-relight', image: photo, prompt: 'a secret wish', micros: 80_000 },
} as const;

const cases = (Object.keys(models) as (keyof typeof models)[]).flatMap((kind, index) =>
  [...both, ...(index === 0 ? atOnce : later)].map((row) => ({ kind, ...row })),
);

describe('when a model of Stability', () => {
  it.each(cases)(
    '$kind shows $fault x $times, the run ends $ends after $posts request, $owed owed',
    async ({ kind, fault, times = 1, ends, posts, owed }) => {
      const studio = setUp(fault === 'silence' || fault === 'job_stuck' ? { paidMs: 200 } : {});
      studio.sandbox.faults.add({ kind: fault, times });
      const { micros, ...request } = models[kind];
      const run = studio.edit(request);
      if (ends === 'done') expect(await run).toMatchObject({ charge: micros, outputs: [{ kind: 'image' }] });
      else {
        const [code, billed] = ends;
        const error = await run.catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({ code, billed });
        expect(JSON.stringify(error)).not.toMatch(/secret wish|Bearer|sk-test/);
      }
      expect([studio.posts(), studio.owed()]).toEqual([posts, Array.from({ length: owed }, () => micros)]);
    },
  );
});
