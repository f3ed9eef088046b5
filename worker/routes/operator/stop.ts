import { Hono } from 'hono';
import { z } from 'zod';
import { isStoppedForAll, setStopForAll } from '../../loop/switches/stop-all.ts';
import { readAutomaticStop, setAutomaticStop } from '../../loop/switches/stop-automatic.ts';
import { readJson } from '../body.ts';
import type { Services } from '../services.ts';

const stopSchema = z.strictObject({
  isStopped: z.boolean(),
  actor: z.string().min(1).max(200),
  reason: z.string().trim().min(1, 'say why, in a word').max(2000),
});

/**
 * The switches of the whole deployment: one stops publishing for every tenant at once, one what nobody approves; that one
 * turns itself off where too much was taken back, and is turned on again here alone. A tenant's own are in its policy.
 */
export function stopRoutes({ ports }: Services): Hono {
  const routes = new Hono();
  routes.get('/', async (c) =>
    c.json({ isStopped: await isStoppedForAll(ports), automatic: await readAutomaticStop(ports) }),
  );
  routes.put('/', async (c) => {
    const { isStopped, actor, reason } = await readJson(c, stopSchema);
    await setStopForAll(ports, isStopped, actor, reason);
    return c.json({ isStopped });
  });
  routes.put('/automatic', async (c) => {
    const { isStopped, actor, reason } = await readJson(c, stopSchema);
    await setAutomaticStop(ports, isStopped, actor, reason);
    return c.json({ automatic: await readAutomaticStop(ports) });
  });
  return routes;
}
