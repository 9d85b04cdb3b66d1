import { type Run, systemClock } from '@image-studio/core';
import { createHeaderMedia, createMemoryStore } from '@image-studio/core/memory';
import { createSandbox } from '@image-studio/sandbox';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createStudio, type RunEvent } from '../src/index.ts';

const image = new Uint8Array(
  await sharp({ create: { width: 64, height: 64, channels: 3, background: '#47a' } })
    .png()
    .toBuffer(),
);
const request = { model: 'qwen-edit', prompt: 'make it dusk', image };
const account = { account: 'acme' };

async function setUp() {
  const baseUrl = 'http://wavespeed.sandbox.invalid';
  const sandbox = createSandbox({ delayMs: { queue: 30, image: 30 }, baseUrl });
  const wavespeed = createWavespeed({ apiKey: 'test', baseUrl, fetch: (asked) => sandbox.fetch(asked) });
  const store = createMemoryStore({ ledger: 'metered' });
  await store.accounts.create({ id: 'acme', createdAt: 0 });
  const shared = { ...store, media: createHeaderMedia(), vendors: { wavespeed } };
  const clock = {
    ...systemClock,
    sleep: (ms: number, options?: object) => systemClock.sleep(Math.min(ms, 5), options),
  };
  return { studio: createStudio({ ...shared, clock }), other: createStudio({ ...shared, clock, owner: 'other' }) };
}

async function all(events: AsyncIterable<RunEvent>): Promise<RunEvent[]> {
  const seen: RunEvent[] = [];
  for await (const event of events) seen.push(event);
  return seen;
}
const isOver = ({ calls }: Run) => calls.every(({ step }) => step === 'settled');

describe('following a run', () => {
  it('tells its moments in order, each once, and ends with it', async () => {
    const { studio } = await setUp();
    const { id } = await studio.start('edit', request, account);
    const events = await all(studio.runs.events('acme', id));
    const last = events.at(-1)!;
    expect(last).toMatchObject({ id: 'succeeded', state: 'succeeded' });
    expect(isOver(last.found)).toBe(true);
    expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
    const fractions = events.flatMap(({ progress }) => progress?.fraction ?? []);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.length).toBeGreaterThan(1);
  });

  it('works in a process that does not drive it', async () => {
    const { studio, other } = await setUp();
    const { id } = await studio.start('edit', request, account);
    const events = await all(other.runs.events('acme', id));
    expect(events.at(-1)?.state).toBe('succeeded');
  });

  it('goes on after the last moment that was seen', async () => {
    const { studio } = await setUp();
    const { id } = await studio.start('edit', request, account);
    await studio.runs.wait('acme', id);
    expect(await all(studio.runs.events('acme', id))).toMatchObject([{ id: 'succeeded' }]);
    expect(await all(studio.runs.events('acme', id, { after: 'succeeded' }))).toEqual([]);
  });

  it('ends when nobody wants it any more, and the run goes on', async () => {
    const { studio } = await setUp();
    const { id } = await studio.start('edit', request, account);
    const stop = new AbortController();
    const events = studio.runs.events('acme', id, { signal: stop.signal });
    expect((await events.next()).done).toBe(false);
    stop.abort();
    expect(await all(events)).toEqual([]);
    const left = studio.runs.events('acme', id);
    await left.next();
    await left.return();
    expect(isOver(await studio.runs.wait('acme', id))).toBe(true);
  });

  it('refuses an unknown run and another account’s', async () => {
    const { studio } = await setUp();
    const { id } = await studio.start('edit', request, account);
    await expect(all(studio.runs.events('other', id))).rejects.toMatchObject({ code: 'not_found' });
    await expect(all(studio.runs.events('acme', 'run_none'))).rejects.toMatchObject({ code: 'not_found' });
    await studio.runs.wait('acme', id);
  });
});
