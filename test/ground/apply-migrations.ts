import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

// Runs in workerd before each test file: what is applied already is left alone.
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
