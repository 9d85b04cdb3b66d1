import { defineConfig } from 'vitest/config';

// The long suites, here and in the packages: one file at a time, with time to spare.
export default defineConfig({
  test: {
    include: ['test/**/*.long.ts', 'tests/**/*.long.ts'],
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});
