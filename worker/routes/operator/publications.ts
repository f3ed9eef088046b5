import { Hono } from 'hono';
import { z } from 'zod';
import { askRollback, askRollbackSince } from '../../loop/publish/ask-rollback.ts';
import { readJson } from '../body.ts';
import type { Services } from '../services.ts';

const why = { actor: z.string().min(1).max(200), reason: z.string().trim().min(1, 'say why, in a word').max(2000) };
const oneSchema = z.strictObject(why);
const sinceSchema = z.strictObject({ ...why, since: z.number().int().min(1) });

/** What was written to the help center, and taking it back: one, or everything since a time. */
export function publicationRoutes({ ports, wake }: Services): Hono {
  const routes = new Hono();
  routes.get('/:tenant/publications', async (c) =>
    c.json({ publications: await ports.publications.list(c.req.param('tenant')) }),
  );
  routes.post('/:tenant/publications/:id/rollback', async (c) => {
    const { tenant, id } = c.req.param();
    const { actor, reason } = await readJson(c, oneSchema);
    const publication = await askRollback(ports, tenant, id, actor, reason);
    await wake(tenant);
    return c.json({ publication }, 202);
  });
  routes.post('/:tenant/publications/rollback-since', async (c) => {
    const tenant = c.req.param('tenant');
    const { since, actor, reason } = await readJson(c, sinceSchema);
    const answer = await askRollbackSince(ports, tenant, since, actor, reason);
    await wake(tenant);
    return c.json(answer, 202);
  });
  return routes;
}
