import { defineConfig } from 'vitest/config';

const MINUTE_MS = 60_000;

/** Whole journeys on the real parts, two at a time: each starts a runtime of its own and waits for it more than it works. */
export default defineConfig({
  test: {
    include: ['test/ground/deployment.test.ts', 'test/journeys/**/*.test.ts'],
    globalSetup: ['test/journeys/harness/setup.ts'],
    setupFiles: ['test/ground/refuse-network.ts'],
    environment: 'node',
    maxWorkers: 2,
    /** Wide: a fortnight is played in a minute and a half, and both cores may be busy with something else. */
    testTimeout: 10 * MINUTE_MS,
    hookTimeout: 10 * MINUTE_MS,
  },
});
