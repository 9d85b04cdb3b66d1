import { defineConfig } from 'vitest/config';

// Processes are started and killed: more than the usual time.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2 } });
