import type { RowsUnderTest } from '@image-studio/core/contracts';
import { editSpec } from '../src/index.ts';
import { mask, photo, setUp } from './set-up.ts';

/** Every row of WaveSpeed, each on a sandbox of its own whose files are small. */
export const rows: RowsUnderTest = {
  spec: editSpec,
  vendor: 'wavespeed',
  files: { picture: photo, mask },
  setUp: () => {
    const { sandbox, edit } = setUp({ mostPixels: 10_000 });
    return {
      run: edit,
      bills: () => sandbox.bills().map(({ micros }) => micros),
      requests: () => sandbox.requests().length,
    };
  },
};
