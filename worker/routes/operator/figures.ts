import { Hono } from 'hono';
import { askedFiguresSchema } from '../../../shared/measure/figure.ts';
import { readFigures } from '../../loop/measure/read-figures.ts';
import type { Services } from '../services.ts';

/** `GET /api/tenants/ID/figures?period=week|month&category=`: the console's figures, for other programs. */
export function figureRoutes({ ports }: Services): Hono {
  const routes = new Hono();
  routes.get('/:tenant/figures', async (c) => {
    const { period, category = null } = askedFiguresSchema.parse(c.req.query());
    return c.json(await readFigures(ports, c.req.param('tenant'), { period, category }));
  });
  return routes;
}
