import { defineConfig } from 'vitest/config';

// The suites of the repository itself; each package has its own under `test/` and needs no configuration.
export default defineConfig({ test: { include: ['tests/**/*.test.ts'] } });
