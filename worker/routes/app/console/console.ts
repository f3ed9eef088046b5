import { Hono } from 'hono';
import type { Services } from '../../services.ts';
import type { AppEnv } from '../viewer.ts';
import { consoleArticleRoutes } from './articles.ts';
import { consoleAutomaticRoutes } from './automatic.ts';
import { consoleChangeRoutes } from './changes.ts';
import { consoleContextRoutes } from './context.ts';
import { consoleDepartureRoutes } from './departures.ts';
import { consoleDeskRoutes } from './desk.ts';
import { consoleEscalationRoutes } from './escalations.ts';
import { consoleExportRoutes } from './exports.ts';
import { consoleFigureRoutes } from './figures.ts';
import { consoleGapRoutes } from './gaps.ts';
import { consoleNoticeRoutes } from './notices.ts';
import { consolePilotRoutes } from './pilot.ts';
import { consolePolicyRoutes } from './policy.ts';
import { consoleReviewRoutes } from './review.ts';
import { consoleRunningRoutes } from './running.ts';
import { consoleTogetherRoutes } from './together.ts';
import { consoleTrackerRoutes } from './tracker.ts';
import { consoleWebhookRoutes } from './webhook.ts';

/**
 * What the console's page asks, as the person who looks at it. Everybody with a place in Mend may read; leads decide,
 * admins set. A customer's or agent's words are shown to those alone who may open their conversation.
 */
export function consoleRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.route('/', consoleRunningRoutes(services));
  routes.route('/', consoleFigureRoutes(services));
  routes.route('/', consolePilotRoutes(services));
  routes.route('/', consoleReviewRoutes(services));
  routes.route('/', consoleTogetherRoutes(services));
  routes.route('/', consoleDeskRoutes(services));
  routes.route('/', consoleEscalationRoutes(services));
  routes.route('/', consoleGapRoutes(services));
  routes.route('/', consoleArticleRoutes(services));
  routes.route('/', consolePolicyRoutes(services));
  routes.route('/', consoleAutomaticRoutes(services));
  routes.route('/', consoleExportRoutes(services));
  routes.route('/', consoleNoticeRoutes(services));
  routes.route('/', consoleWebhookRoutes(services));
  routes.route('/', consoleChangeRoutes(services));
  routes.route('/', consoleContextRoutes(services));
  routes.route('/', consoleDepartureRoutes(services));
  routes.route('/', consoleTrackerRoutes(services));
  return routes;
}
