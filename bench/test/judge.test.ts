import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStage, settled } from './stage.ts';

test('the judge finds every kind of broken promise', { timeout: 180_000 }, async () => {
  const stage = await openStage(undefined);
  try {
    const node = await stage.start();
    node.tell({ order: 'run', ...stage.edit(1) });
    const run = await stage.runOf(1);
    await settled(node);
    await node.stop();
    const invariants = async (...args: Parameters<typeof stage.verdict>) =>
      (await stage.verdict(...args)).violations.map(({ invariant }) => invariant);
    expect(await invariants()).toEqual([]);
    expect(await invariants(([bill]) => [bill!, { ...bill!, id: 'another' }])).toEqual(['one bill', 'books balance']);
    expect(await invariants(([bill]) => [bill!, { ...bill!, id: 'another', inputs: {} }])).toEqual(['one bill']);
    expect(await invariants(([bill]) => [{ ...bill!, micros: 1 }])).toEqual(['books balance']);
    expect(await invariants(([bill]) => [{ ...bill!, refunded: true }])).toEqual(['books balance']);
    expect(await invariants(() => [])).toEqual(['books balance']);
    const calls = join(stage.filesFolder, run);
    for (const call of await readdir(calls)) await appendFile(join(calls, call, '0'), 'x');
    expect(await invariants()).toEqual(['files kept']);
    stage.heard.push({ say: 'accepted', n: 2, run: 'run_gone', attached: false });
    expect(await invariants()).toEqual(['no run lost', 'files kept']);
  } finally {
    await stage.close();
  }
});
