import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { autonomyRoutes } from './routes/autonomy.ts';
import { driverRoutes } from './routes/driver.ts';
import { knowledgeRoutes } from './routes/knowledge.ts';
import { operationRoutes } from './routes/operations.ts';
import { publicationRoutes } from './routes/publications.ts';
import { refuse } from './routes/refusals.ts';
import { reviewRoutes } from './routes/review.ts';
import type { Services } from './routes/services.ts';
import { stopRoutes } from './routes/stop.ts';
import { tenantRoutes } from './routes/tenants.ts';
import { webhookRoutes } from './routes/webhooks.ts';

/** A body of the operator's API: an article with its markup fits. */
const MAX_API_BYTES = 1024 * 1024;

/** Mounts the routes. Webhooks prove themselves by signature, the API by the operator's token. */
export function createApp(services: Services): Hono {
  const app = new Hono();
  app.use(secureHeaders());
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.route('/webhooks', webhookRoutes(services));

  const api = new Hono();
  api.use(bearerAuth({ token: services.apiToken }));
  api.use(bodyLimit({ maxSize: MAX_API_BYTES, onError: (c) => c.json({ error: 'too large' }, 413) }));
  api.route('/tenants', tenantRoutes(services));
  api.route('/tenants', knowledgeRoutes(services));
  api.route('/tenants', reviewRoutes(services));
  api.route('/tenants', publicationRoutes(services));
  api.route('/tenants', autonomyRoutes(services));
  api.route('/tenants', operationRoutes(services));
  api.route('/stop', stopRoutes(services));
  if (services.driver) api.route('/driver', driverRoutes(services.driver));
  app.route('/api', api);
  app.notFound((c) => c.json({ error: 'there is nothing here' }, 404));
  app.onError(refuse);
  return app;
}
