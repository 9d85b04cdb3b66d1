import { refusalsContract, rowsContract } from '@image-studio/core/contracts';
import { rows } from './every-row.ts';

refusalsContract(rows);
rowsContract('minimal', rows);
rowsContract('maximal', rows);
