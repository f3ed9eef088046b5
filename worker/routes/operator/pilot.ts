import { Hono } from 'hono';
import { z } from 'zod';
import { beginPilotSchema } from '../../../shared/measure/pilot.ts';
import { beginPilot, endPilot, goPilot } from '../../loop/measure/pilot.ts';
import { readPilot } from '../../loop/measure/read-pilot.ts';
import { readJson } from '../body.ts';
import type { Services } from '../services.ts';

const actorSchema = z.strictObject({ actor: z.string().trim().min(1).max(200) });

/** `GET /api/tenants/ID/pilot`; `POST` begins one, `/go` and `/end` move it: the console's pilot, for other programs. */
export function pilotRoutes({ ports }: Services): Hono {
  const routes = new Hono();
  routes.get('/:tenant/pilot', async (c) => c.json(await readPilot(ports, c.req.param('tenant'))));
  routes.post('/:tenant/pilot', async (c) => {
    const { actor, ...wish } = await readJson(c, beginPilotSchema.extend(actorSchema.shape));
    await beginPilot(ports, c.req.param('tenant'), wish, actor);
    return c.json(await readPilot(ports, c.req.param('tenant')), 201);
  });
  for (const [path, act] of [
    ['go', goPilot],
    ['end', endPilot],
  ] as const)
    routes.post(`/:tenant/pilot/${path}`, async (c) => {
      const { actor } = await readJson(c, actorSchema);
      await act(ports, c.req.param('tenant'), actor);
      return c.json(await readPilot(ports, c.req.param('tenant')));
    });
  return routes;
}
