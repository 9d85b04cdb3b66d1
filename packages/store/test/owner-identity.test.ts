import { expect, test } from 'vitest';

import { isOwnerGone, ownerIdentity } from '../src/index.ts';

test('an owner is gone when its process of this machine has ended, and only then', async () => {
  const own = await ownerIdentity();
  const [pid, start, place] = own.split('-') as [string, string, string];
  expect(await isOwnerGone(`node_1.${own}`)).toBe(false);
  expect(await isOwnerGone(`node_1.999999999-${start}-${place}`)).toBe(true);
  // A later process got the same number.
  expect(await isOwnerGone(`node_1.${pid}-${Number(start) + 1}-${place}`)).toBe(true);
  expect(await isOwnerGone(`node_1.999999999-${start}-${'0'.repeat(12)}`)).toBe(false);
  expect(await isOwnerGone('node_1')).toBe(false);
});
