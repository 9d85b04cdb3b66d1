import { expect, it } from 'vitest';
import { createMemoryAssets, createMemoryStore } from '../src/memory.ts';
import { createFakeVendor, done, paintWith, png } from './fake-vendor.ts';

it('an input is noted before its file is whole, so that a crash before its record leaves it to the sweep', async () => {
  const order: string[] = [];
  const { journal, ledger } = createMemoryStore();
  const assets = createMemoryAssets();
  const paint = paintWith(createFakeVendor({ start: [done] }), {
    ledger,
    journal: {
      ...journal,
      expectFile: async ({ key }) => {
        // As a database that takes longer than the file.
        for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
        order.push(`noted ${key}`);
      },
      addAsset: (asset) => {
        if (asset.runId === null) order.push(`recorded ${asset.key}`);
        return journal.addAsset(asset);
      },
    },
    assets: {
      ...assets,
      write: async (key, stream, options) => {
        const stored = await assets.write(key, stream, options);
        if (key.startsWith('inputs/')) order.push(`stored ${key}`);
        return stored;
      },
    },
  });
  await paint({ model: 'fake/larger', prompt: 'x', image: png });
  expect(order.map((line) => line.split(' ')[0])).toEqual(['noted', 'stored', 'recorded']);
  expect(new Set(order.map((line) => line.split(' ')[1])).size).toBe(1);
});
