import { refusalsContract, rowsContract } from '@image-studio/core/contracts';
import { rows } from './every-row.ts';

refusalsContract(rows);
// Every row is sent by every-row.long.ts.
rowsContract('minimal', { ...rows, every: 8 });
rowsContract('maximal', { ...rows, every: 8 });
