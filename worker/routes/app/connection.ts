import { Hono } from 'hono';
import { z } from 'zod';
import { checklistOf } from '../../loop/account/checklist.ts';
import { PURGE_AFTER_MS } from '../../loop/account/purge.ts';
import { uninstall } from '../../loop/account/uninstall.ts';
import { NotFound } from '../../loop/ports/errors.ts';
import { readJson } from '../body.ts';
import { proveNow } from '../operator/checklist.ts';
import type { Services } from '../services.ts';
import { type AppEnv, atLeast } from './viewer.ts';

const leavingSchema = z.strictObject({ reason: z.string().trim().min(1, 'say why, in a word').max(2000) });

/**
 * The connection as people of the helpdesk see it: `GET /app/connection` the checklist, for everybody; `POST` the same after
 * the helpdesk was asked now, and `DELETE` disconnecting the account, for admins.
 */
export function connectionRoutes({ ports, leave }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/', async (c) => {
    const tenant = await ports.tenants.find(c.get('viewer').tenant);
    if (!tenant) throw new NotFound('unknown tenant');
    return c.json(await checklistOf(ports, tenant));
  });
  routes.post('/', atLeast('admin'), async (c) => c.json(await proveNow(ports, c.get('viewer').tenant)));
  routes.delete('/', atLeast('admin'), async (c) => {
    const { tenant, userId } = c.get('viewer');
    const { reason } = await readJson(c, leavingSchema);
    await uninstall(ports, leave, tenant, userId, reason);
    return c.json({ status: 'disconnected', dataGoesAfterMs: PURGE_AFTER_MS }, 202);
  });
  return routes;
}
