import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ingest } from '../loop/ingest.ts';
import type { Services } from './services.ts';

/** No helpdesk's event is near this; what is larger is refused before it is read. Source: reliability goal G25. */
export const MAX_WEBHOOK_BYTES = 256 * 1024;

/**
 * Webhooks. Refused in this order: wrong type (415), too large (413), unknown tenant (404), signature or time (401).
 * After that every event is answered 202: stored before it is answered, also a duplicate; for a tenant that is not
 * active it is dropped. Where the row can't be stored the answer is 503, never a success.
 */
export function webhookRoutes(services: Services): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: MAX_WEBHOOK_BYTES, onError: (c) => c.json({ error: 'too large' }, 413) });
  routes.post('/zendesk/:tenant', async (c, next) => {
    if (!c.req.header('content-type')?.toLowerCase().startsWith('application/json'))
      return c.json({ error: 'JSON only' }, 415);
    if (c.req.header('content-encoding')) return c.json({ error: 'no encoded bodies' }, 415);
    return next();
  });
  routes.post('/zendesk/:tenant', limit, async (c) => {
    const tenant = `zendesk:${c.req.param('tenant')}`;
    const known = await services.ports.tenants.find(tenant);
    if (!known) return c.json({ error: 'unknown' }, 404);
    const received = await services.receiveZendesk(
      tenant,
      c.req.raw.headers,
      new Uint8Array(await c.req.arrayBuffer()),
    );
    if ('refused' in received) return c.json({ error: received.refused }, received.status);
    if ('ignored' in received || known.state !== 'active') return c.json({ status: 'ignored' }, 202);
    try {
      const { isNew } = await ingest(services.ports, tenant, received.key, received.message);
      if (isNew) await services.wake(tenant, Math.ceil(services.settleMs / 1000));
      return c.json({ status: isNew ? 'stored' : 'known' }, 202);
    } catch (error) {
      console.error(
        JSON.stringify({
          level: 'error',
          what: 'webhook not stored',
          tenant,
          message: error instanceof Error ? error.message : String(error),
        }),
      );
      return c.json({ error: 'not stored, send it again' }, 503, { 'Retry-After': '10' });
    }
  });
  return routes;
}
