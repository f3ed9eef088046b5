import type { Route } from './api.ts';
import { articleRoutes } from './article-routes.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { helpCenterRoutes } from './help-center-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { replyRoutes } from './reply-routes.ts';
import { ticketRoutes } from './ticket-routes.ts';
import type { World } from './world.ts';

/** Every operation the sandbox serves; what comes first wins where a path fits two. */
export function routesOf(world: World): Route[] {
  return [
    ...replyRoutes(world),
    ...conversationRoutes(world),
    ...ticketRoutes(world),
    ...peopleRoutes(world),
    ...helpCenterRoutes(world),
    ...articleRoutes(world),
  ];
}
