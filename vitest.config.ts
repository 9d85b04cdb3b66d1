import { defineConfig } from 'vitest/config';

// The suites of the repository itself, each a folder; each package has its own under `test/` and needs no configuration.
export default defineConfig({ test: { projects: ['tests/{budgets,catalog,docs,programs,scripts,shape}'] } });
