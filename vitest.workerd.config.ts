import { mkdirSync } from 'node:fs';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** 32 bytes, for tests alone. */
const TEST_KEY = Buffer.from('key for tests alone, 32 bytes...').toString('base64');

/** The apps' folder of wrangler.toml, empty where they are not built. */
mkdirSync('zendesk-app/dist', { recursive: true });

/** Tests that run inside workerd, with the bindings of wrangler.toml and the real migrations applied to D1. */
export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: './wrangler.toml' },
      remoteBindings: false,
      miniflare: {
        bindings: {
          API_TOKEN: 'operator-token-for-tests-0123456789',
          SEAL_KEY: TEST_KEY,
          PERSON_KEY: TEST_KEY,
          TEST_MIGRATIONS: await readD1Migrations('migrations'),
        },
      },
    })),
  ],
  test: {
    include: ['test/workerd/**/*.test.ts'],
    setupFiles: ['test/ground/apply-migrations.ts'],
    testTimeout: 30_000,
  },
});
