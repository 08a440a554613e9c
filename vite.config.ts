import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = `http://127.0.0.1:${process.env.PORT ?? 4400}`;

/** What every screen needs, in one file that outlives our own changes in the browser's cache. */
const VENDOR = /node_modules\/(react|react-dom|scheduler|@tanstack|i18next|react-i18next|openapi-fetch)\//;

/** Two browser apps: the console at `/`, the partners' portal at `/portal/`. */
export default defineConfig({
  root: 'web',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: { console: 'web/index.html', portal: 'web/portal/index.html' },
      output: { codeSplitting: { groups: [{ name: 'vendor', test: VENDOR }] } },
    },
  },
  server: { proxy: { '/v1': API, '/api': API, '/openapi.json': API } },
});
