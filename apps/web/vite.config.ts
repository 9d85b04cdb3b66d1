import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The built page is served by apps/api; see scripts/build-page.ts.
export default defineConfig({
  plugins: [react(), tailwind()],
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  server: { proxy: { '/v1': 'http://127.0.0.1:8787' } },
});
