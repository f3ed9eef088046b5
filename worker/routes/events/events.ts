import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { takeSigned } from '../../loop/foresee/sources.ts';
import { lookAgain } from '../../loop/track/connect-tracker.ts';
import type { Services } from '../services.ts';

/** No change note and no tracker's event is near this; as of the helpdesks' webhooks. */
const MAX_EVENT_BYTES = 256 * 1024;

/** Of an account that nobody knows no secret is looked for, and nothing is kept. */
const REFUSED = { error: 'the signature does not match' };

/**
 * What others than helpdesks tell. Refused in this order: wrong type (415), too large (413), signature (401, also for an
 * account that is unknown or takes none), form (400), too many a day (429). What is taken is stored before it is answered:
 * 202, also where it was known.
 */
export function eventRoutes({ ports, receiveChange, receiveIssue, wake }: Services): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: MAX_EVENT_BYTES, onError: (c) => c.json({ error: 'too large' }, 413) });
  routes.use(async (c, next) => {
    if (!c.req.header('content-type')?.toLowerCase().startsWith('application/json'))
      return c.json({ error: 'JSON only' }, 415);
    return next();
  });
  routes.post('/changes/:tenant', limit, async (c) => {
    const tenant = c.req.param('tenant');
    const known = await ports.tenants.find(tenant);
    if (!known) return c.json(REFUSED, 401);
    const received = await receiveChange(tenant, c.req.raw.headers, new Uint8Array(await c.req.arrayBuffer()));
    if ('refused' in received) return c.json({ error: received.refused }, received.status);
    if (known.state !== 'active') return c.json({ status: 'ignored' }, 202);
    const status = await takeSigned(ports, tenant, received.change);
    if (status === 'full') return c.json({ error: 'too many changes in a day' }, 429, { 'Retry-After': '3600' });
    if (status === 'stored') await wake(tenant);
    return c.json({ status }, 202);
  });
  routes.post('/trackers/:tenant', limit, async (c) => {
    const tenant = c.req.param('tenant');
    const known = await ports.tenants.find(tenant);
    if (!known) return c.json(REFUSED, 401);
    const received = await receiveIssue(tenant, c.req.raw.headers, new Uint8Array(await c.req.arrayBuffer()));
    if ('refused' in received) return c.json({ error: received.refused }, received.status);
    if ('ignored' in received || known.state !== 'active') return c.json({ status: 'ignored' }, 202);
    const isOurs = await lookAgain(ports, tenant, received);
    if (isOurs) await wake(tenant);
    return c.json({ status: isOurs ? 'stored' : 'ignored' }, 202);
  });
  return routes;
}
