import { Hono } from 'hono';
import { z } from 'zod';
import { readNotices } from '../../../loop/console/notices.ts';
import { readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast } from '../viewer.ts';

const keysSchema = z.strictObject({ keys: z.array(z.string().min(1).max(400)).min(1).max(200) });

/**
 * What people are told, for everybody. A notice is the account's: leads mark it read or dismiss it, and that holds for all.
 * `POST /notices/read` and `/notices/dismiss` take keys and answer how many there were.
 */
export function consoleNoticeRoutes({ ports }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/notices', async (c) => {
    const before = Number(c.req.query('before') ?? Number.NaN);
    return c.json(await readNotices(ports, c.get('viewer').tenant, Number.isSafeInteger(before) ? before : null));
  });
  for (const [path, as] of [
    ['read', 'read'],
    ['dismiss', 'dismissed'],
  ] as const)
    routes.post(`/notices/${path}`, atLeast('lead'), async (c) => {
      const { keys } = await readJson(c, keysSchema);
      return c.json({ marked: await ports.outbox.mark(c.get('viewer').tenant, keys, as, ports.wallClock.now()) });
    });
  return routes;
}
