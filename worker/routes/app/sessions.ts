import { Hono } from 'hono';
import type { Services } from '../services.ts';
import type { AppEnv } from './viewer.ts';

/** `POST /app/session` answers a new bearer for the session that asks, and who its person is by now. */
export function sessionRoutes({ sessions }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.post('/', async (c) => c.json(await sessions.renew(c.get('asked')), 200, { 'cache-control': 'no-store' }));
  return routes;
}
