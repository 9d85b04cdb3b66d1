import { defineConfig } from 'vitest/config';

// Processes are started and killed: one file at a time, and more than the usual time.
export default defineConfig({ test: { fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 } });
