import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ingest } from '../../loop/ingest.ts';
import { errorWords } from '../../loop/ports/errors.ts';
import type { LoopMessage } from '../../loop/ports/messages.ts';
import { boundedBody, bytesOf } from '../body.ts';
import type { Services } from '../services.ts';

/** No helpdesk's event is near this; what is larger is refused before it is read. Own choice. */
export const MAX_WEBHOOK_BYTES = 256 * 1024;

/**
 * Webhooks. Refused in this order: wrong type (415), too large (413), unknown Zendesk tenant (404), signature or time
 * (401). After that every event is answered with a success: stored before it is answered, also a duplicate; dropped for a
 * tenant that is not active, or that Intercom's one subscription names and nobody knows. Where the row can't be stored or
 * the tenant not be read, the answer is 503, never a success.
 */
export function webhookRoutes(services: Services): Hono {
  const routes = new Hono();
  const limit = boundedBody({ maxSize: MAX_WEBHOOK_BYTES, onError: (c) => c.json({ error: 'too large' }, 413) });
  routes.use(async (c, next) => {
    if (c.req.method !== 'POST') return next();
    if (!c.req.header('content-type')?.toLowerCase().startsWith('application/json'))
      return c.json({ error: 'JSON only' }, 415);
    if (c.req.header('content-encoding')) return c.json({ error: 'no encoded bodies' }, 415);
    return next();
  });
  routes.post('/zendesk/:tenant', limit, (c) =>
    orAgainLater(c, async () => {
      const tenant = `zendesk:${c.req.param('tenant')}`;
      const known = await services.ports.tenants.find(tenant);
      if (!known) return c.json({ error: 'unknown' }, 404);
      const received = await services.receiveZendesk(tenant, c.req.raw.headers, await bytesOf(c));
      if ('refused' in received) return c.json({ error: received.refused }, received.status);
      if ('ignored' in received || known.state !== 'active') return c.json({ status: 'ignored' }, 202);
      return c.json({ status: await stored(services, tenant, received.key, received.message) }, 202);
    }),
  );
  routes.on('HEAD', '/intercom', (c) => c.body(null, 200));
  routes.post('/intercom', limit, (c) =>
    orAgainLater(c, async () => {
      const received = await services.receiveIntercom(c.req.raw.headers, await bytesOf(c));
      if ('refused' in received) return c.json({ error: received.refused }, received.status);
      if ('ignored' in received) return c.json({ status: 'ignored' }, 200);
      const known = await services.ports.tenants.find(received.tenant);
      if (known?.state !== 'active') return c.json({ status: 'ignored' }, 200);
      return c.json({ status: await stored(services, received.tenant, received.key, received.message) }, 200);
    }),
  );
  return routes;
}

async function stored(
  services: Services,
  tenant: string,
  key: string,
  message: LoopMessage,
): Promise<'stored' | 'known'> {
  const { isNew } = await ingest(services.ports, tenant, key, message);
  if (isNew) await services.wake(tenant, Math.ceil(services.settleMs / 1000));
  return isNew ? 'stored' : 'known';
}

async function orAgainLater(c: Context, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof HTTPException) throw error;
    const message = errorWords(error);
    console.error(
      JSON.stringify({ level: 'error', what: 'webhook not stored', path: new URL(c.req.url).pathname, message }),
    );
    return c.json({ error: 'not stored, send it again' }, 503, { 'Retry-After': '10' });
  }
}
