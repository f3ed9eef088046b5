import { Hono } from 'hono';
import { z } from 'zod';
import { ACT_KINDS } from '../../../../shared/automatic.ts';
import { actorOf } from '../../../../shared/viewer.ts';
import { judgeByPerson, readAutomatic } from '../../../loop/console/automatic.ts';
import { readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast } from '../viewer.ts';

const judgedSchema = z.strictObject({
  kind: z.enum(ACT_KINDS),
  conversationId: z.string().min(1).max(100),
  isGood: z.boolean(),
});

/** What is done without a person: read by leads, who also judge what only a person can. */
export function consoleAutomaticRoutes({ ports }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/automatic', atLeast('lead'), async (c) => c.json(await readAutomatic(ports, c.get('viewer').tenant)));
  routes.post('/automatic/judge', atLeast('lead'), async (c) => {
    const viewer = c.get('viewer');
    await judgeByPerson(ports, viewer.tenant, await readJson(c, judgedSchema), actorOf(viewer));
    return c.json(await readAutomatic(ports, viewer.tenant));
  });
  return routes;
}
