import { expect, it } from 'vitest';
import { assetsContract, errorOf } from '../src/contracts.ts';
import { createMemoryAssets } from '../src/memory.ts';

assetsContract('memory', async () => ({ assets: createMemoryAssets() }));

it('What nobody read for longest makes room for new files, so that memory does not grow for ever', async () => {
  const assets = createMemoryAssets({ maxBytes: 100 });
  const write = (key: string) => assets.write(key, new Blob([new Uint8Array(40)]).stream(), { maxBytes: 1000 });
  await write('a');
  await write('b');
  await (await assets.read('a')).cancel();
  await write('b');
  await write('c');
  expect(await assets.stat('a')).toBeUndefined();
  expect(await Promise.all(['b', 'c'].map((key) => assets.stat(key)))).toMatchObject([{ size: 40 }, { size: 40 }]);
  await (await assets.read('b')).cancel();
  await write('d');
  expect(await assets.stat('c')).toBeUndefined();
  expect((await errorOf(assets.read('c'))).code).toBe('not_found');
});

it('A file larger than all the room is kept alone', async () => {
  const assets = createMemoryAssets({ maxBytes: 10 });
  for (const key of ['a', 'b']) await assets.write(key, new Blob([new Uint8Array(40)]).stream(), { maxBytes: 1000 });
  expect([await assets.stat('a'), await assets.stat('b')]).toMatchObject([undefined, { size: 40 }]);
});
