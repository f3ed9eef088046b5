import { Hono, type MiddlewareHandler } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { secureHeaders } from 'hono/secure-headers';
import { adviceRoutes } from './routes/app/advice.ts';
import { connectionRoutes } from './routes/app/connection.ts';
import { consoleRoutes } from './routes/app/console/console.ts';
import { sessionRoutes } from './routes/app/sessions.ts';
import { type AppEnv, fromOwnPage, once, viewerOf } from './routes/app/viewer.ts';
import { boundedBody } from './routes/body.ts';
import { canvasRoutes } from './routes/canvas/canvas.ts';
import { eventRoutes } from './routes/events/events.ts';
import { oauthRoutes } from './routes/helpdesk/oauth.ts';
import { uninstallRoutes } from './routes/helpdesk/uninstall.ts';
import { webhookRoutes } from './routes/helpdesk/webhooks.ts';
import { autonomyRoutes } from './routes/operator/autonomy.ts';
import { checklistRoutes } from './routes/operator/checklist.ts';
import { connectedRoutes } from './routes/operator/connected.ts';
import { reviewTogetherRoutes } from './routes/operator/decide-many.ts';
import { driverRoutes } from './routes/operator/driver.ts';
import { escalationRoutes } from './routes/operator/escalations.ts';
import { figureRoutes } from './routes/operator/figures.ts';
import { knowledgeRoutes } from './routes/operator/knowledge.ts';
import { noticeRoutes } from './routes/operator/notices.ts';
import { operationRoutes } from './routes/operator/operations.ts';
import { pilotRoutes } from './routes/operator/pilot.ts';
import { publicationRoutes } from './routes/operator/publications.ts';
import { withTexts } from './routes/operator/readable.ts';
import { reviewRoutes } from './routes/operator/review.ts';
import { stagingRoutes } from './routes/operator/staging.ts';
import { stopRoutes } from './routes/operator/stop.ts';
import { tenantRoutes } from './routes/operator/tenants.ts';
import { assetRoutes } from './routes/pages/assets.ts';
import { consoleLinkRoutes } from './routes/pages/console-link.ts';
import { homeRoutes } from './routes/pages/home.ts';
import { surveyRoutes } from './routes/pages/survey.ts';
import { zendeskPageRoutes } from './routes/pages/zendesk-pages.ts';
import { refuse } from './routes/refusals.ts';
import type { Services } from './routes/services.ts';

/** Posts that change nothing: a draft is held against articles while its agent writes, and a bearer is made. */
const QUESTIONS = /^\/app\/(session|advice\/[^/]+\/check)$/;
/** A body of the APIs: an article with its markup fits. */
const MAX_API_BYTES = 1024 * 1024;
const limit = boundedBody({ maxSize: MAX_API_BYTES, onError: (c) => c.json({ error: 'too large' }, 413) });

/** What these answer is somebody's own: no cache keeps it. */
const notStored: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('cache-control', 'no-store');
};

/**
 * Mounts the routes. Webhooks prove themselves by signature, the operator's API by its token, the apps' pages by a proof
 * of the helpdesk, and the apps' API by the session's bearer. Pages come before the headers that forbid framing.
 */
export function createApp(services: Services): Hono {
  const app = new Hono();
  app.route('/zendesk', zendeskPageRoutes(services));
  app.route('/intercom', consoleLinkRoutes(services));
  app.route('/survey', surveyRoutes(services));
  app.use(secureHeaders());
  app.route('/', homeRoutes());
  app.route('/assets', assetRoutes(services));
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.route('/webhooks', webhookRoutes(services));
  app.route('/events', eventRoutes(services));
  app.route('/oauth', oauthRoutes(services));
  app.route('/uninstall', uninstallRoutes(services));
  app.route('/canvas', canvasRoutes(services));

  const api = new Hono();
  api.use(notStored, bearerAuth({ token: services.apiToken }));
  api.use(limit, withTexts);
  api.route('/tenants', tenantRoutes(services));
  api.route('/tenants', knowledgeRoutes(services));
  api.route('/tenants', reviewRoutes(services));
  api.route('/tenants', figureRoutes(services));
  api.route('/tenants', pilotRoutes(services));
  api.route('/tenants', reviewTogetherRoutes(services));
  api.route('/tenants', stagingRoutes(services));
  api.route('/tenants', publicationRoutes(services));
  api.route('/tenants', autonomyRoutes(services));
  api.route('/tenants', escalationRoutes(services));
  api.route('/tenants', noticeRoutes(services));
  api.route('/tenants', operationRoutes(services));
  api.route('/tenants', checklistRoutes(services));
  api.route('/tenants', connectedRoutes(services));
  api.route('/stop', stopRoutes(services));
  if (services.driver) api.route('/driver', driverRoutes(services.driver));
  app.route('/api', api);

  const people = new Hono<AppEnv>();
  people.use(notStored, limit, fromOwnPage(services), viewerOf(services), once(services, QUESTIONS));
  people.route('/session', sessionRoutes(services));
  people.route('/connection', connectionRoutes(services));
  people.route('/console', consoleRoutes(services));
  people.route('/advice', adviceRoutes(services));
  app.route('/app', people);
  app.notFound((c) => c.json({ error: 'there is nothing here' }, 404));
  app.onError(refuse);
  return app;
}
