import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { adviceRoutes } from './routes/advice.ts';
import { assetRoutes } from './routes/assets.ts';
import { autonomyRoutes } from './routes/autonomy.ts';
import { canvasRoutes } from './routes/canvas.ts';
import { checklistRoutes } from './routes/checklist.ts';
import { connectionRoutes } from './routes/connection.ts';
import { consoleRoutes } from './routes/console/console.ts';
import { consoleLinkRoutes } from './routes/console-link.ts';
import { driverRoutes } from './routes/driver.ts';
import { escalationRoutes } from './routes/escalations.ts';
import { knowledgeRoutes } from './routes/knowledge.ts';
import { noticeRoutes } from './routes/notices.ts';
import { oauthRoutes } from './routes/oauth.ts';
import { operationRoutes } from './routes/operations.ts';
import { publicationRoutes } from './routes/publications.ts';
import { refuse } from './routes/refusals.ts';
import { reviewRoutes } from './routes/review.ts';
import { reviewTogetherRoutes } from './routes/review-together.ts';
import type { Services } from './routes/services.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { stagingRoutes } from './routes/staging.ts';
import { stopRoutes } from './routes/stop.ts';
import { tenantRoutes } from './routes/tenants.ts';
import { uninstallRoutes } from './routes/uninstall.ts';
import { type AppEnv, fromOwnPage, once, viewerOf } from './routes/viewer.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { zendeskPageRoutes } from './routes/zendesk-pages.ts';

/** Posts that change nothing: a draft is held against articles while its agent writes, and a bearer is made. */
const QUESTIONS = /^\/app\/(session|advice\/[^/]+\/check)$/;
/** A body of the APIs: an article with its markup fits. */
const MAX_API_BYTES = 1024 * 1024;
const limit = bodyLimit({ maxSize: MAX_API_BYTES, onError: (c) => c.json({ error: 'too large' }, 413) });

/**
 * Mounts the routes. Webhooks prove themselves by signature, the operator's API by its token, the apps' pages by a proof
 * of the helpdesk, and the apps' API by the session's bearer. Pages come before the headers that forbid framing.
 */
export function createApp(services: Services): Hono {
  const app = new Hono();
  app.route('/zendesk', zendeskPageRoutes(services));
  app.route('/intercom', consoleLinkRoutes(services));
  app.use(secureHeaders());
  app.route('/assets', assetRoutes(services));
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.route('/webhooks', webhookRoutes(services));
  app.route('/oauth', oauthRoutes(services));
  app.route('/uninstall', uninstallRoutes(services));
  app.route('/canvas', canvasRoutes(services));

  const api = new Hono();
  api.use(bearerAuth({ token: services.apiToken }));
  api.use(limit);
  api.route('/tenants', tenantRoutes(services));
  api.route('/tenants', knowledgeRoutes(services));
  api.route('/tenants', reviewRoutes(services));
  api.route('/tenants', reviewTogetherRoutes(services));
  api.route('/tenants', stagingRoutes(services));
  api.route('/tenants', publicationRoutes(services));
  api.route('/tenants', autonomyRoutes(services));
  api.route('/tenants', escalationRoutes(services));
  api.route('/tenants', noticeRoutes(services));
  api.route('/tenants', operationRoutes(services));
  api.route('/tenants', checklistRoutes(services));
  api.route('/stop', stopRoutes(services));
  if (services.driver) api.route('/driver', driverRoutes(services.driver));
  app.route('/api', api);

  const people = new Hono<AppEnv>();
  people.use(limit, fromOwnPage(services), viewerOf(services), once(services, QUESTIONS));
  people.route('/session', sessionRoutes(services));
  people.route('/connection', connectionRoutes(services));
  people.route('/console', consoleRoutes(services));
  people.route('/advice', adviceRoutes(services));
  app.route('/app', people);
  app.notFound((c) => c.json({ error: 'there is nothing here' }, 404));
  app.onError(refuse);
  return app;
}
