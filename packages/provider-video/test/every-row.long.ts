import { rowsContract } from '@image-studio/core/contracts';
import { rows } from './every-row.ts';

rowsContract('minimal', rows);
rowsContract('maximal', rows);
