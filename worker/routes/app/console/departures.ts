import { Hono } from 'hono';
import { departuresSchema } from '../../../../shared/measure/departures.ts';
import { actorOf } from '../../../../shared/viewer.ts';
import { forgetDepartures, importDepartures, readDeparturesOf } from '../../../loop/measure/departures.ts';
import { readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast } from '../viewer.ts';

/** Customers who left, for admins alone: `GET /departures`, `POST /departures` with a list, `DELETE /departures`. */
export function consoleDepartureRoutes({ ports }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/departures', atLeast('admin'), async (c) =>
    c.json(await readDeparturesOf(ports, c.get('viewer').tenant)),
  );
  routes.post('/departures', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    const told = await readJson(c, departuresSchema);
    return c.json(await importDepartures(ports, viewer.tenant, told, actorOf(viewer)), 201);
  });
  routes.delete('/departures', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    return c.json(await forgetDepartures(ports, viewer.tenant, actorOf(viewer)));
  });
  return routes;
}
