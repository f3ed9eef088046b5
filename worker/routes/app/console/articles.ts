import { Hono } from 'hono';
import { z } from 'zod';
import { actorOf } from '../../../../shared/viewer.ts';
import { readArticle, readArticles } from '../../../loop/console/articles.ts';
import { askRollback, askRollbackSince } from '../../../loop/publish/ask-rollback.ts';
import { readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast } from '../viewer.ts';

const reason = z.string().trim().min(1, 'say why, in a word').max(2000);
const oneSchema = z.strictObject({ reason });
const sinceSchema = z.strictObject({ reason, since: z.number().int().min(1) });

/** Articles with their health, statements and versions; and putting old words back, one or all since a time. */
export function consoleArticleRoutes({ ports, wake }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/articles', async (c) => {
    const { tenant, role } = c.get('viewer');
    return c.json({ articles: await readArticles(ports, tenant, role) });
  });
  routes.get('/articles/:id/:locale', async (c) => {
    const { tenant, role } = c.get('viewer');
    return c.json(await readArticle(ports, tenant, role, c.req.param('id'), c.req.param('locale')));
  });
  routes.post('/publications/:id/rollback', atLeast('lead'), async (c) => {
    const viewer = c.get('viewer');
    const why = (await readJson(c, oneSchema)).reason;
    const { id, state } = await askRollback(ports, viewer.tenant, c.req.param('id'), actorOf(viewer), why);
    await wake(viewer.tenant);
    return c.json({ publicationId: id, state }, 202);
  });
  routes.post('/publications/rollback-since', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    const { since, reason: why } = await readJson(c, sinceSchema);
    const answer = await askRollbackSince(ports, viewer.tenant, since, actorOf(viewer), why);
    await wake(viewer.tenant);
    return c.json({ asked: answer.asked.length, left: answer.left.length }, 202);
  });
  return routes;
}
