import { createLocal } from '@image-studio/vendor-local';
import { photo } from './pictures.ts';
import type { VendorCells } from './vendor-cells.ts';

/** This machine: nobody refuses, keeps silent, moderates or sends a file, and nothing is billed. */
export const local: VendorCells = {
  make: () => ({ local: createLocal() }),
  troubles: {},
  cells: [{ operation: 'upscale', request: { model: 'lanczos3', image: photo, scale: 2 } }],
};
