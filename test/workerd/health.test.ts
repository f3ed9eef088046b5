import { env, exports } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { compose } from '../../worker/compose.ts';
import type { Env } from '../../worker/env.ts';

const HEALTH = 'https://mend.example/health';

/** An environment as a wrong deployment gives it: what the type promises is not there. */
const wronglyDeployed = (lacks: Record<string, unknown>) => ({ ...env, ...lacks }) as Env;

it('says that it is well', async () => {
  const response = await exports.default.fetch(HEALTH);
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
});

it('refuses to start with the whole list of what its environment lacks', () => {
  const start = () => compose(wronglyDeployed({ WAKE: undefined, API_TOKEN: 'short', PERSON_KEY: undefined }));
  expect(start).toThrow(/WAKE: binding is missing\n- API_TOKEN: must have at least 24 characters\n- PERSON_KEY: /);
});

it('stands on the real migrations, each applied once', async () => {
  const { results } = await env.DB.prepare('SELECT name FROM d1_migrations ORDER BY id').all<{ name: string }>();
  expect(results.map(({ name }) => name)).toEqual(env.TEST_MIGRATIONS.map(({ name }) => name));
  expect(results.length).toBeGreaterThan(0);
  await expect(env.DB.prepare('SELECT count(*) AS rows FROM inbox').first()).resolves.toEqual({ rows: 0 });
});
