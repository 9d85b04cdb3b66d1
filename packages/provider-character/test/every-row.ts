import type { RowsUnderTest } from '@image-studio/core/contracts';
import { characterSpec } from '../src/index.ts';
import { picture, setUp } from './set-up.ts';

/** Every row of WaveSpeed, each on a sandbox of its own whose files are small. */
export const rows: RowsUnderTest = {
  spec: characterSpec,
  vendor: 'wavespeed',
  files: { picture: await picture('#47a'), mask: await picture('#fff') },
  setUp: () => {
    const { sandbox, character } = setUp({ mostPixels: 10_000 });
    return {
      run: character,
      bills: () => sandbox.bills().map(({ micros }) => micros),
      requests: () => sandbox.requests().length,
    };
  },
};
