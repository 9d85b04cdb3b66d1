import { describe, expect, it } from 'vitest';
import { editSpec } from '../src/index.ts';
import { sendRow } from './every-row.ts';

const rows = Object.entries(editSpec.models).filter(([id]) => id.startsWith('wavespeed/'));

describe('every edit model of WaveSpeed', () => {
  it.each(rows)('%s does the least request and bills what was quoted', async (id, row) => {
    const { kind, isNew, billed, quoted } = await sendRow(id, row, 'minimal');
    expect({ kind, isNew, billed }).toEqual({ kind: 'image', isNew: true, billed: quoted });
  });

  // Every row is sent in full by every-row.long.ts; large pictures take their time.
  it.each(rows.filter((_, index) => index % 4 === 0))(
    '%s does the fullest request and bills what was quoted',
    async (id, row) => {
      const { kind, isNew, billed, quoted } = await sendRow(id, row, 'maximal');
      expect({ kind, isNew, billed }).toEqual({ kind: 'image', isNew: true, billed: quoted });
    },
    30_000,
  );
});
