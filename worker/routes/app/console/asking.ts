import type { Context } from 'hono';
import type { Sight } from '../../../loop/console/sight.ts';
import { NotFound } from '../../../loop/ports/errors.ts';
import type { Services } from '../../services.ts';
import type { AppEnv } from '../viewer.ts';

/** What the viewer may see of conversations, and where their helpdesk shows them. */
export async function sightOf(c: Context<AppEnv>, { ports, mayOpen }: Services): Promise<Sight> {
  const viewer = c.get('viewer');
  const tenant = await ports.tenants.find(viewer.tenant);
  if (!tenant) throw new NotFound('this account is not connected');
  return {
    mayOpen: (ids) => (ids.length === 0 ? Promise.resolve(new Set()) : mayOpen(viewer, ids)),
    urlOf: (id) =>
      tenant.vendor === 'zendesk'
        ? `${tenant.baseUrl}/agent/tickets/${encodeURIComponent(id)}`
        : `https://app.intercom.com/a/inbox/${encodeURIComponent(tenant.accountId)}/inbox/conversation/${encodeURIComponent(id)}`,
  };
}
