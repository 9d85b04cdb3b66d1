import type { FaultKind } from '@image-studio/sandbox';
import { describe, expect, it } from 'vitest';
import { photo, setUp } from './set-up.ts';

interface Row {
  readonly fault: FaultKind;
  readonly times?: number;
  /** How the run ends: `done`, or the code and `billed` of its error. */
  readonly ends: 'done' | readonly [code: string, billed: string];
  readonly posts: number;
  /** Charges the vendor kept. */
  readonly owed: number;
}

/** The failure table, line by line, through the public entry, with the vendor's own count of what it billed. */
const rows: readonly Row[] = [
  { fault: 'too_many', ends: 'done', posts: 2, owed: 1 },
  { fault: 'rejected', ends: ['vendor_rejected', 'no'], posts: 1, owed: 0 },
  { fault: 'vendor_quota', ends: ['vendor_quota', 'no'], posts: 1, owed: 0 },
  { fault: 'error_before', ends: ['in_doubt', 'unknown'], posts: 1, owed: 0 },
  { fault: 'cut_before_billing', ends: ['in_doubt', 'unknown'], posts: 1, owed: 0 },
  { fault: 'error_after_billing', ends: 'done', posts: 1, owed: 1 },
  { fault: 'cut_after_billing', ends: 'done', posts: 1, owed: 1 },
  { fault: 'silence', ends: 'done', posts: 1, owed: 1 },
  { fault: 'malformed', ends: 'done', posts: 1, owed: 1 },
  { fault: 'moderation', ends: ['moderation_blocked', 'no'], posts: 1, owed: 0 },
  { fault: 'job_failed', ends: ['vendor_output', 'no'], posts: 1, owed: 0 },
  { fault: 'job_stuck', ends: ['timed_out', 'unknown'], posts: 1, owed: 1 },
  { fault: 'job_deleted', ends: ['timed_out', 'unknown'], posts: 1, owed: 1 },
  { fault: 'status_error', ends: 'done', posts: 1, owed: 1 },
  { fault: 'truncated_output', ends: 'done', posts: 1, owed: 1 },
  { fault: 'empty_output', ends: 'done', posts: 1, owed: 1 },
  { fault: 'wrong_output', ends: 'done', posts: 1, owed: 1 },
  { fault: 'truncated_output', times: 50, ends: ['vendor_output', 'yes'], posts: 1, owed: 1 },
  { fault: 'empty_output', times: 50, ends: ['vendor_output', 'yes'], posts: 1, owed: 1 },
  { fault: 'wrong_output', times: 50, ends: ['vendor_output', 'yes'], posts: 1, owed: 1 },
  { fault: 'oversize_output', times: 50, ends: ['vendor_output', 'yes'], posts: 1, owed: 1 },
];

describe('when the vendor', () => {
  it.each(rows)(
    'shows $fault x $times, the run ends $ends after $posts request, $owed owed',
    async ({ fault, times = 1, ends, posts, owed }) => {
      const studio = setUp(fault === 'silence' ? { paidMs: 100 } : {});
      studio.sandbox.faults.add({ kind: fault, times });
      const run = studio.edit({ model: 'qwen-edit', prompt: 'a secret wish', image: photo });
      if (ends === 'done') expect(await run).toMatchObject({ charge: 20_000, outputs: [{ kind: 'image' }] });
      else {
        const [code, billed] = ends;
        const error = await run.catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({ code, billed });
        expect(JSON.stringify(error)).not.toMatch(/secret wish|Bearer/);
      }
      expect([studio.posts(), studio.owed()]).toEqual([posts, owed]);
    },
  );

  it('cannot be reached, nothing is billed and the run gives up at its deadline', async () => {
    const { edit } = setUp({ baseUrl: 'http://127.0.0.1:9', speed: 1000 });
    await expect(edit({ model: 'qwen-edit', prompt: 'x', image: photo })).rejects.toMatchObject({
      code: 'vendor_unavailable',
      billed: 'no',
    });
  });
});
