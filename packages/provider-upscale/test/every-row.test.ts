import { refusalsContract, rowsContract, type RowsUnderTest } from '@image-studio/core/contracts';
import { upscaleSpec } from '../src/index.ts';
import { photo, setUp } from './set-up.ts';

const rows: RowsUnderTest = {
  spec: upscaleSpec,
  vendor: 'wavespeed',
  files: { picture: photo, mask: photo },
  setUp: () => {
    const { sandbox, upscale } = setUp({ mostPixels: 10_000 });
    return {
      run: upscale,
      bills: () => sandbox.bills().map(({ micros }) => micros),
      requests: () => sandbox.requests().length,
    };
  },
};

refusalsContract(rows);
refusalsContract({ ...rows, vendor: 'local' });
rowsContract('minimal', rows);
rowsContract('maximal', rows);
