import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./worker/d1/schema.ts', './worker/d1/model-schema.ts', './worker/d1/session-schema.ts'],
  out: './migrations',
  migrations: { prefix: 'timestamp' },
});
