import { defineConfig } from 'vitest/config';

const MINUTE_MS = 60_000;

/** Whole journeys on the real parts, one at a time: each starts a runtime of its own and may use both cores. */
export default defineConfig({
  test: {
    include: ['test/ground/deployment.test.ts', 'test/journeys/**/*.test.ts'],
    globalSetup: ['test/journeys/harness/setup.ts'],
    setupFiles: ['test/ground/refuse-network.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 5 * MINUTE_MS,
    hookTimeout: 5 * MINUTE_MS,
  },
});
