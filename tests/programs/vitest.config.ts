import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { globalSetup: 'app-for-all.ts' } });
