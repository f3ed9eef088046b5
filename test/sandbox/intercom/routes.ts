import { peopleRoutes } from './access/people-routes.ts';
import type { Route } from './api.ts';
import { articleRoutes } from './articles/article-routes.ts';
import { helpCenterRoutes } from './articles/help-center-routes.ts';
import { conversationRoutes } from './conversations/conversation-routes.ts';
import { replyRoutes } from './conversations/reply-routes.ts';
import { ticketRoutes } from './conversations/ticket-routes.ts';
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
