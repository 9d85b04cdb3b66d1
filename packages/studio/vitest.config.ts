import { defineConfig } from 'vitest/config';

// Most of the time vendors are waited for: two files at a time, also on a machine of two cores.
export default defineConfig({ test: { maxWorkers: 2 } });
