import { Hono } from 'hono';
import type { Checklist } from '../../../shared/checklist.ts';
import { authLostNotice } from '../../core/notice/notice.ts';
import { checklistOf } from '../../loop/account/checklist.ts';
import { repairConnection } from '../../loop/account/repair-connection.ts';
import { AuthLost, NotFound } from '../../loop/ports/errors.ts';
import type { Ports } from '../../loop/ports/ports.ts';
import type { Services } from '../services.ts';

/**
 * `GET /:tenant/checklist`: how a connection stands, from the database alone. `POST /:tenant/checklist`: the same after the
 * helpdesk was asked now and its webhook put right.
 */
export function checklistRoutes({ ports }: Services): Hono {
  const routes = new Hono();
  routes.get('/:tenant/checklist', async (c) =>
    c.json(await checklistOf(ports, await known(ports, c.req.param('tenant')))),
  );
  routes.post('/:tenant/checklist', async (c) => c.json(await proveNow(ports, c.req.param('tenant'))));
  return routes;
}

/** The checklist after the helpdesk was asked now; a token that is refused stops the tenant, and its people are told. */
export async function proveNow(ports: Ports, id: string): Promise<Checklist> {
  const tenant = await known(ports, id);
  if (tenant.state === 'closing') return checklistOf(ports, tenant);
  try {
    await repairConnection(ports, tenant.id);
  } catch (error) {
    if (!(error instanceof AuthLost)) throw error;
    const notice = authLostNotice(ports.eventClock.now());
    await ports.tenants.setState(tenant.id, 'auth_required', error.said, { notice });
  }
  return checklistOf(ports, await known(ports, tenant.id));
}

async function known(ports: Ports, id: string) {
  const tenant = await ports.tenants.find(id);
  if (!tenant) throw new NotFound('unknown tenant');
  return tenant;
}
