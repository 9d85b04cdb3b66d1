import type { FaultKind } from '@image-studio/sandbox';
import { describe, expect, it } from 'vitest';
import { type Cell, cells, setUp } from './one-answer-cells.ts';

interface Row {
  readonly fault: FaultKind;
  /** How the run ends: `done`, or the code and `billed` of its error. */
  readonly ends: 'done' | readonly [code: string, billed: string];
  readonly posts: number;
  readonly bills: number;
}

/** The failure table for vendors that answer with the pictures and keep no history: what is lost stays in doubt. */
const rows: readonly Row[] = [
  { fault: 'too_many', ends: 'done', posts: 2, bills: 1 },
  { fault: 'rejected', ends: ['vendor_rejected', 'no'], posts: 1, bills: 0 },
  { fault: 'vendor_quota', ends: ['vendor_quota', 'no'], posts: 1, bills: 0 },
  { fault: 'error_before', ends: ['in_doubt', 'unknown'], posts: 1, bills: 0 },
  { fault: 'cut_before_billing', ends: ['in_doubt', 'unknown'], posts: 1, bills: 0 },
  { fault: 'error_after_billing', ends: ['in_doubt', 'unknown'], posts: 1, bills: 1 },
  { fault: 'cut_after_billing', ends: ['in_doubt', 'unknown'], posts: 1, bills: 1 },
  { fault: 'silence', ends: ['in_doubt', 'unknown'], posts: 1, bills: 1 },
  { fault: 'malformed', ends: ['in_doubt', 'unknown'], posts: 1, bills: 1 },
  { fault: 'truncated_output', ends: ['in_doubt', 'unknown'], posts: 1, bills: 1 },
  { fault: 'missing_output', ends: ['vendor_output', 'yes'], posts: 1, bills: 1 },
  { fault: 'empty_output', ends: ['vendor_output', 'yes'], posts: 1, bills: 1 },
  { fault: 'wrong_output', ends: ['vendor_output', 'yes'], posts: 1, bills: 1 },
];
const scope = { account: 'acme', test: false };
const context = { account: 'acme' };
const all = Object.entries(cells);

async function open(cell: Cell, options: Parameters<typeof setUp>[0] = {}) {
  const parts = await setUp(options);
  const events = () => parts.store.ledger.events(scope, { limit: 10 });
  const micros = () => parts.sandbox.bills().map((bill) => bill.micros);
  return { ...parts, events, micros, run: cell(parts.ports, parts.vendors) };
}

describe.each(all)('%s', { timeout: 60_000 }, (_name, cell) => {
  it('makes a picture, and is charged what the vendor bills: never more than the quote', async () => {
    const { run, events, micros } = await open(cell);
    const result = await run(context);
    expect(result).toMatchObject({ outputs: [{ kind: 'image', width: expect.any(Number) }], cost: result.charge });
    expect(micros()).toEqual([result.charge]);
    const [event] = await events();
    expect(event!.quoteMicros).toBeGreaterThanOrEqual(result.charge);
  });

  it.each(rows)('ends $ends after $fault, with $bills bills', async ({ fault, ends, posts, bills }) => {
    const { sandbox, run, events, micros } = await open(cell, fault === 'silence' ? { paidMs: 1_000 } : {});
    sandbox.faults.add({ kind: fault, retryAfterSeconds: 0 });
    const outcome = run(context);
    if (ends === 'done') expect(await outcome).toMatchObject({ charge: micros()[0], outputs: [{ kind: 'image' }] });
    else {
      const [code, billed] = ends;
      const error = await outcome.catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code, billed });
      expect(JSON.stringify(error)).not.toMatch(/secret wish|Bearer/);
    }
    expect([sandbox.requests().length, micros().length]).toEqual([posts, bills]);
    // What the vendor took is booked as cost, whoever bears it.
    const ended = (await events()).filter(({ costMicros }) => costMicros > 0).map(({ costMicros }) => costMicros);
    expect(ended).toEqual(ends === 'done' || ends[1] === 'yes' ? micros() : []);
  });

  it('ends at the vendor’s moderation, and pays what the vendor takes for it', async () => {
    const { sandbox, run, events, micros } = await open(cell);
    sandbox.faults.add({ kind: 'moderation' });
    await expect(run(context)).rejects.toMatchObject({ code: 'moderation_blocked' });
    const [event] = await events();
    expect(event).toMatchObject({ outcome: 'failed', errorCode: 'moderation_blocked' });
    expect(event!.chargeMicros).toBe(micros()[0] ?? 0);
  });

  it('is charged the quote when nothing was heard for the time the policy gives', async () => {
    const { sandbox, run, events, skip } = await open(cell, { paidMs: 1_000 });
    sandbox.faults.add({ kind: 'silence' });
    await expect(run(context)).rejects.toMatchObject({ code: 'in_doubt' });
    expect(await events()).toEqual([]);
    skip(8 * 24 * 3600e3);
    await expect.poll(events, { timeout: 10_000 }).toMatchObject([{ outcome: 'failed', errorCode: 'in_doubt' }]);
    const [event] = await events();
    expect(event!.chargeMicros).toBe(event!.quoteMicros);
  });
});
