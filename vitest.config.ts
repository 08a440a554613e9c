import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const WITH_DATABASE = [
  'src/**/{store,service,routes,jobs}.test.ts',
  'src/**/{store,verbs}/*.test.ts',
  'src/{flows,reports}/**/*.test.ts',
  'test/flows/**/*.test.ts',
  'test/laws/**/*.test.ts',
  'test/edge/**/*.test.ts',
];

const ENGINE_ONCE = ['--import', join(import.meta.dirname, 'test/harness/share-engine.ts')];

/** The same database tests run on both rungs; end-to-end tests drive a browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'web/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: WITH_DATABASE,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'embedded',
          include: WITH_DATABASE,
          // Files share a process, not a database: loading the product anew for each would cost a second a file.
          isolate: false,
          execArgv: ENGINE_ONCE,
          globalSetup: ['test/harness/global-embedded.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          include: WITH_DATABASE,
          // Files share a process, not a database: loading the product anew for each would cost a second a file.
          isolate: false,
          globalSetup: ['test/harness/global-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/harness/global-embedded.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
    maxWorkers: 2,
  },
});
