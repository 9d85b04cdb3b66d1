import { expect, it } from 'vitest';
import { editSpec } from '../src/index.ts';
import { sendRow } from './every-row.ts';

const rows = Object.entries(editSpec.models).filter(([id]) => id.startsWith('wavespeed/'));

it.each(rows)('%s does the fullest request and bills what was quoted', async (id, row) => {
  const { kind, isNew, billed, quoted } = await sendRow(id, row, 'maximal');
  expect({ kind, isNew, billed }).toEqual({ kind: 'image', isNew: true, billed: quoted });
});
