import { Hono } from 'hono';
import { z } from 'zod';
import { askedFiguresSchema, FIGURE_IDS } from '../../../../shared/measure/figure.ts';
import { drillDown } from '../../../loop/measure/drill-down.ts';
import { readFigures } from '../../../loop/measure/read-figures.ts';
import type { Services } from '../../services.ts';
import type { AppEnv } from '../viewer.ts';
import { sightOf } from './asking.ts';

const drillSchema = askedFiguresSchema.extend({ at: z.iso.date() });

/** `GET /figures?period=week|month&category=` and `GET /figures/ID/conversations?period=&at=2026-11-01&category=`. */
export function consoleFigureRoutes(services: Services): Hono<AppEnv> {
  const { ports } = services;
  const routes = new Hono<AppEnv>();
  routes.get('/figures', async (c) => {
    const { period, category = null } = askedFiguresSchema.parse(c.req.query());
    return c.json(await readFigures(ports, c.get('viewer').tenant, { period, category }));
  });
  routes.get('/figures/:id/conversations', async (c) => {
    const id = z.enum(FIGURE_IDS).parse(c.req.param('id'));
    const { period, at, category = null } = drillSchema.parse(c.req.query());
    const sight = await sightOf(c, services);
    return c.json(await drillDown(ports, c.get('viewer').tenant, sight, { id, period, at, category }));
  });
  return routes;
}
