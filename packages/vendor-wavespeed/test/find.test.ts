import { describe, expect, test } from 'vitest';
import { model, pretend, signal } from './pretend.ts';

const minute = 60_000;
const now = Date.parse('2026-11-22T12:00:00Z');
const window = { from: now - 60 * minute, until: now - 30 * minute };
const margin = 5 * minute;

interface Row {
  readonly id: string;
  readonly model?: string;
  readonly created_at?: string;
  readonly inputs?: unknown;
  readonly input?: unknown;
  readonly urls?: unknown;
}

const row = (id: string, at: number, fields: Partial<Row> = {}): Row => ({
  id,
  model,
  created_at: new Date(at).toISOString(),
  inputs: { prompt: id },
  ...fields,
});

/** A vendor with this history, newest first, in pages; `filters: false` = its model filter finds nothing. */
function withHistory(rows: readonly Row[], { size = 3, total = true, filters = true } = {}) {
  return pretend(
    ({ body }) => {
      const query = JSON.parse(body) as { page: number; model?: string };
      const fitting = rows.filter((item) => query.model === undefined || (filters && item.model === query.model));
      const items = fitting.slice((query.page - 1) * size, query.page * size);
      return { code: 200, data: { page: query.page, ...(total ? { total: fitting.length } : {}), items } };
    },
    { clock: { now: () => now } },
  );
}

const findIn = (history: ReturnType<typeof withHistory>, from = window.from) =>
  history.wavespeed.find({ endpoint: model, body: {} }, { ...window, from }, { signal });

describe('Looking for a job', () => {
  test('answers those of the window, with their inputs and tickets', async () => {
    const history = withHistory([
      row('new', now),
      row('b', window.until - minute, { urls: { get: 'https://x.test/b' } }),
      row('a', window.from + minute, { inputs: undefined, input: { prompt: 'old field' } }),
      row('old', window.from - 20 * minute),
    ]);
    expect(await findIn(history)).toEqual({
      candidates: [
        { ticket: { id: 'b', url: 'https://x.test/b' }, inputs: { prompt: 'b' }, createdAt: window.until - minute },
        { ticket: { id: 'a' }, inputs: { prompt: 'old field' }, createdAt: window.from + minute },
      ],
      complete: true,
    });
    expect(history.got[0]?.url).toMatch(/\/api\/v3\/predictions$/);
  });

  test('allows for clocks that differ', async () => {
    const history = withHistory([row('late', window.until + margin), row('early', window.from - margin)]);
    expect((await findIn(history)).candidates).toHaveLength(2);
  });

  test('walks page by page and stops at the first page before the window', async () => {
    const times = Array.from({ length: 30 }, (_, index) => row(`j${index}`, now - index * 5 * minute));
    const history = withHistory(times);
    const found = await findIn(history);
    expect(found.complete).toBe(true);
    expect(found.candidates.map(({ ticket }) => (ticket as { id: string }).id)).toEqual([
      'j5',
      'j6',
      'j7',
      'j8',
      'j9',
      'j10',
      'j11',
      'j12',
      'j13',
    ]);
    expect(history.got).toHaveLength(5);
  });

  test('asks once more without the filter before it says that nothing arrived', async () => {
    const lost = withHistory([row('mine', window.from + minute), row('old', window.from - 20 * minute)], {
      filters: false,
    });
    expect((await findIn(lost)).candidates).toHaveLength(1);
    const none = withHistory([
      row('other', window.from + minute, { model: 'a/b' }),
      row('old', window.from - 20 * minute),
    ]);
    expect(await findIn(none)).toEqual({ candidates: [], complete: true });
  });

  test('is complete for an empty history', async () => {
    expect(await findIn(withHistory([]))).toEqual({ candidates: [], complete: true });
    expect(await findIn(withHistory([], { total: false }))).toEqual({ candidates: [], complete: true });
  });

  test('without a total goes on until an empty page', async () => {
    const history = withHistory([row('b', window.until), row('a', window.from)], { total: false });
    expect(await findIn(history)).toMatchObject({ complete: true, candidates: [{}, {}] });
    expect(history.got).toHaveLength(2);
  });
});

describe('A listing is not called complete', () => {
  test('when the window is older than what the vendor keeps', async () => {
    const week = 7 * 24 * 60 * minute;
    expect((await findIn(withHistory([]), now - week)).complete).toBe(false);
  });

  test('when a job has no readable date', async () => {
    const history = withHistory([
      row('b', window.until),
      row('x', 0, { created_at: 'yesterday' }),
      row('old', window.from - 20 * minute),
    ]);
    expect((await findIn(history)).complete).toBe(false);
  });

  test('when the order is not newest first', async () => {
    const oldestFirst = [row('old', window.from - 20 * minute), row('b', window.until), row('c', now)];
    const found = await findIn(withHistory(oldestFirst, { size: 1 }));
    expect(found).toMatchObject({ candidates: [{ ticket: { id: 'b' } }], complete: false });
    const mixed = withHistory([row('a', window.from + minute), row('b', window.until), row('c', window.until)]);
    expect((await findIn(mixed)).complete).toBe(false);
  });

  test('when the vendor repeats a page for ever', async () => {
    const { wavespeed, got } = pretend(() => ({ code: 200, data: { items: [row('b', window.until)] } }), {
      clock: { now: () => now },
    });
    const found = await wavespeed.find({ endpoint: model, body: {} }, window, { signal });
    expect(found.complete).toBe(false);
    expect(found.candidates).toHaveLength(1);
    expect(got.length).toBeLessThan(5);
  });
});
