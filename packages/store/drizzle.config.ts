import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/schema.ts', './src/schema-accounts.ts', './src/schema-ledger.ts'],
  out: './migrations',
});
