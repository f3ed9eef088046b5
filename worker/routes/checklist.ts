import { Hono } from 'hono';
import { checklistOf } from '../loop/checklist.ts';
import { AuthLost, NotFound } from '../loop/errors.ts';
import type { Ports } from '../loop/ports.ts';
import { repair } from '../loop/repair.ts';
import type { Services } from './services.ts';

/**
 * `GET /:tenant/checklist`: how a connection stands, from the database alone. `POST /:tenant/checklist`: the same after the
 * helpdesk was asked now and its webhook put right.
 */
export function checklistRoutes({ ports }: Services): Hono {
  const routes = new Hono();
  routes.get('/:tenant/checklist', async (c) =>
    c.json(await checklistOf(ports, await known(ports, c.req.param('tenant')))),
  );
  routes.post('/:tenant/checklist', async (c) => {
    const tenant = await known(ports, c.req.param('tenant'));
    try {
      await repair(ports, tenant.id);
    } catch (error) {
      if (!(error instanceof AuthLost)) throw error;
      await ports.tenants.setState(tenant.id, 'auth_required', error.message);
    }
    return c.json(await checklistOf(ports, await known(ports, tenant.id)));
  });
  return routes;
}

async function known(ports: Ports, id: string) {
  const tenant = await ports.tenants.find(id);
  if (!tenant) throw new NotFound('unknown tenant');
  return tenant;
}
