import { Hono } from 'hono';
import { askWhatIf, readAutonomyStatus, type Wish } from '../../loop/switches/autonomy-status.ts';
import type { Services } from '../services.ts';

/** What automatic publishing has earned and lacks; and what another policy would have published of the past. */
export function autonomyRoutes({ ports }: Services): Hono {
  const routes = new Hono();
  routes.get('/:tenant/autonomy', async (c) => c.json(await readAutonomyStatus(ports, c.req.param('tenant'))));
  routes.get('/:tenant/what-if', async (c) => {
    const { floor, target, categories } = c.req.query();
    const wish: Wish = {
      ...(floor === undefined ? {} : { floor: Number(floor) }),
      ...(target === undefined ? {} : { target: Number(target) }),
      ...(categories === undefined ? {} : { categories: c.req.queries('categories') ?? [] }),
    };
    return c.json(await askWhatIf(ports, c.req.param('tenant'), wish));
  });
  return routes;
}
