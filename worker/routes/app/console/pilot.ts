import { Hono } from 'hono';
import { beginPilotSchema } from '../../../../shared/measure/pilot.ts';
import { actorOf } from '../../../../shared/viewer.ts';
import { beginPilot, endPilot, goPilot } from '../../../loop/measure/pilot.ts';
import { readPilot } from '../../../loop/measure/read-pilot.ts';
import { readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast } from '../viewer.ts';

/** `GET /pilot`; an admin begins one (`POST /pilot`), says *go* (`POST /pilot/go`) and ends it (`POST /pilot/end`). */
export function consolePilotRoutes({ ports }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/pilot', async (c) => c.json(await readPilot(ports, c.get('viewer').tenant)));
  routes.post('/pilot', atLeast('admin'), async (c) => {
    const { tenant } = c.get('viewer');
    await beginPilot(ports, tenant, await readJson(c, beginPilotSchema), actorOf(c.get('viewer')));
    return c.json(await readPilot(ports, tenant));
  });
  for (const [path, act] of [
    ['/pilot/go', goPilot],
    ['/pilot/end', endPilot],
  ] as const)
    routes.post(path, atLeast('admin'), async (c) => {
      const { tenant } = c.get('viewer');
      await act(ports, tenant, actorOf(c.get('viewer')));
      return c.json(await readPilot(ports, tenant));
    });
  return routes;
}
