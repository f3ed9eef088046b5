import { configDefaults, defineConfig } from 'vitest/config';

/** The fast tests: no network, no runtime but Node. `npm run check` runs them. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/workerd/**', 'test/journeys/**', 'test/ground/deployment.test.ts'],
    setupFiles: ['test/ground/refuse-network.ts'],
    environment: 'node',
    /** Files share a process: most of the time went into loading the same modules again. No test changes a module. */
    isolate: false,
    /** Wide: both cores may be busy with something else. */
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
