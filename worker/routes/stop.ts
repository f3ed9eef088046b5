import { Hono } from 'hono';
import { z } from 'zod';
import { isStoppedForAll, setStopForAll } from '../loop/stop.ts';
import type { Services } from './services.ts';

const stopSchema = z.strictObject({
  isStopped: z.boolean(),
  actor: z.string().min(1).max(200),
  reason: z.string().trim().min(1, 'say why, in a word').max(2000),
});

/** The switch that stops publishing for every tenant at once; a tenant's own switches are in its policy. */
export function stopRoutes({ ports }: Services): Hono {
  const routes = new Hono();
  routes.get('/', async (c) => c.json({ isStopped: await isStoppedForAll(ports) }));
  routes.put('/', async (c) => {
    const { isStopped, actor, reason } = stopSchema.parse(await c.req.json());
    await setStopForAll(ports, isStopped, actor, reason);
    return c.json({ isStopped });
  });
  return routes;
}
