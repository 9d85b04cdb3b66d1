import { describe, expect, it } from 'vitest';
import {
  type Assets,
  createRunner,
  defaultLimits,
  defaultParts,
  type Journal,
  type Ledger,
  type Runner,
  StudioError,
} from '../src/index.ts';
import { fastClock } from '../src/contracts.ts';
import { createMemoryAssets, createMemoryStore } from '../src/memory.ts';
import { body, createFakeVendor, done, type FakeVendor, paintSpec, png } from './fake-vendor.ts';

const nobody = { account: null, test: false };

interface Ports {
  readonly ledger: Ledger;
  readonly journal: Journal;
}

/** A runner over a fresh store, some of whose ports may be the test's own. */
function runnerOver(
  vendor: FakeVendor,
  own: (ports: Ports) => Partial<Ports> = () => ({}),
  assets: Assets = createMemoryAssets(),
) {
  const store = createMemoryStore();
  const runner: Runner = createRunner({
    ...defaultParts(),
    ledger: store.ledger,
    journal: store.journal,
    ...own(store),
    assets,
    clock: fastClock(1000),
    limits: { ...defaultLimits, leaseMs: 3_600_000 },
    operations: { paint: { spec: paintSpec, providers: { fake: vendor } } },
  });
  return { runner, store };
}

/** The port, whose calls of these methods are noted by name. */
function listening<Port extends object>(port: Port, methods: readonly (keyof Port)[], heard: unknown[]): Port {
  return new Proxy(port, {
    get: (target, name: string) => {
      if (methods.includes(name as keyof Port)) heard.push(name);
      return target[name as keyof Port];
    },
  });
}

const refuse = () => {
  throw new StudioError('vendor_rejected', 'no', { failure: 'refused' });
};

describe('the end of a run', () => {
  it('is told to who waits as the journal has it, without asking the journal', async () => {
    const reads: string[] = [];
    const watched = ({ journal }: Ports) => ({ journal: listening(journal, ['getRun', 'getAsset'], reads) });
    const reported = { costMicros: 25_000, seed: 7 };
    const made = () => ({ state: 'done', outputs: [body(png)], reported, ticket: 'job-1' }) as const;
    const { runner, store } = runnerOver(createFakeVendor({ start: [made, refuse, done] }), watched);
    const { id } = await runner.start('paint', { model: 'paint', prompt: 'x', count: 3 });
    const run = await runner.wait(nobody, id);
    const result = await runner.result(run);
    expect(reads).toEqual([]);
    expect(run).toEqual(await store.journal.getRun(nobody, id));
    expect(run.calls.map(({ outcome, reported: told }) => [outcome, told])).toEqual([
      ['succeeded', reported],
      ['failed', null],
      ['succeeded', null],
    ]);
    expect(result.outputs.map(({ asset }) => asset)).toEqual(run.files.map(({ id: asset }) => asset));
    expect(result.outputs).toHaveLength(2);
  });

  it('is one write, so that no file is recorded whose call has not ended', async () => {
    const writes: string[] = [];
    const watched = ({ journal, ledger }: Ports) => ({
      journal: listening(journal, ['addAsset', 'advance'], writes),
      ledger: listening(ledger, ['settle', 'release'], writes),
    });
    const { runner } = runnerOver(createFakeVendor({ start: [done] }), watched);
    await runner.run('paint', { model: 'paint', prompt: 'x' });
    expect(writes).toEqual(['advance', 'settle']);
  });

  it('takes back files of a call that ended elsewhere without them', async () => {
    const assets = createMemoryAssets();
    const endedElsewhere = ({ ledger }: Ports) => ({
      ledger: {
        ...ledger,
        settle: async (...[lease, { at }]: Parameters<Ledger['settle']>) => {
          await ledger.settle(lease, { outcome: 'failed', count: 0, costMicros: 0, chargeMicros: 0, at });
          return false;
        },
      },
    });
    const keys: string[] = [];
    const write: typeof assets.write = (key, ...rest) => {
      keys.push(key);
      return assets.write(key, ...rest);
    };
    const { runner } = runnerOver(createFakeVendor({ start: [done] }), endedElsewhere, { ...assets, write });
    const { id } = await runner.start('paint', { model: 'paint', prompt: 'x' });
    await runner.wait(nobody, id);
    await expect.poll(() => assets.stat(keys[0]!)).toBeUndefined();
    expect(keys).toHaveLength(1);
  });

  it('finds the file that was stored before the database went away, though the vendor’s address has died since', async () => {
    let [opened, settled] = [0, 0];
    const open = async () => {
      if (opened++ > 0) throw new StudioError('vendor_output', 'The address is dead');
      return { stream: new Blob([png]).stream() };
    };
    const awayOnce = ({ ledger }: Ports) => ({
      ledger: {
        ...ledger,
        settle: async (...args: Parameters<Ledger['settle']>) => {
          if (settled++ === 0) throw new StudioError('internal', 'The database is away');
          return ledger.settle(...args);
        },
      },
    });
    const vendor = createFakeVendor({
      start: [() => ({ state: 'done', outputs: [{ url: 'https://x/1' }] })],
      rest: { open },
    });
    const { runner } = runnerOver(vendor, awayOnce);
    const result = await runner.run('paint', { model: 'paint', prompt: 'x' });
    expect(opened).toBeGreaterThan(1);
    expect(await result.outputs[0].bytes()).toEqual(png);
    expect(result.charge).toBe(20_000);
  });
});
