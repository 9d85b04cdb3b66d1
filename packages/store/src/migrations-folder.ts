import { fileURLToPath } from 'node:url';

/** The generated SQL, beside `src` and `dist`. */
export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));
