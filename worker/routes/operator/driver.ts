import { Hono } from 'hono';
import { z } from 'zod';
import { readJson } from '../body.ts';
import type { Services } from '../services.ts';

const clockSchema = z.strictObject({ now: z.number().int() });
const cronSchema = z.strictObject({ cron: z.string(), now: z.number().int().optional() });

/** Event time and cron ticks, for a sandbox or a replay; mounted only where EVENT_CLOCK is `driver`. */
export function driverRoutes(driver: NonNullable<Services['driver']>): Hono {
  const routes = new Hono();
  routes.put('/clock', async (c) => {
    await driver.setClock((await readJson(c, clockSchema)).now);
    return c.body(null, 204);
  });
  routes.post('/cron', async (c) => {
    await driver.cron((await readJson(c, cronSchema)).cron);
    return c.body(null, 204);
  });
  routes.get('/due/:tenant', async (c) => c.json({ due: await driver.due(c.req.param('tenant')) }));
  routes.get('/usage', (c) => c.json(driver.usage()));
  return routes;
}
