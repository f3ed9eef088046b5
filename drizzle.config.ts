import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: [
    'schema',
    'model-schema',
    'console-schema',
    'session-schema',
    'connection-schema',
    'publishing-schema',
    'outcome-schema',
    'vector-schema',
    'macro-schema',
    'measure-schema',
    'context-schema',
    'automatic-schema',
  ].map((name) => `./worker/d1/schema/${name}.ts`),
  out: './migrations',
  migrations: { prefix: 'timestamp' },
});
