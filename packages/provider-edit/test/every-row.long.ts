import { it } from 'vitest';
import { editSpec } from '../src/index.ts';
import { expectExactBill } from './every-row.ts';

it.each(Object.entries(editSpec.models))('%s does the fullest request and bills what was quoted', async (id, row) => {
  await expectExactBill(id, row, 'maximal');
});
