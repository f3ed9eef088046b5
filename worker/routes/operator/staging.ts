import { Hono } from 'hono';
import { z } from 'zod';
import { Invalid, NotFound } from '../../loop/ports/errors.ts';
import { adoptStaged, stagedOf, stageFix } from '../../loop/review/stage.ts';
import { readJson } from '../body.ts';
import type { Services } from '../services.ts';

const seenSchema = z.strictObject({
  patchHash: z.string(),
  baseHash: z.string().nullable(),
  actor: z.string().min(1).max(200),
});

/** Versions read of the vendor's history: one call each. */
const VERSIONS = 10;

/**
 * Review on the helpdesk's own stage, where it has one (400 in words else): putting a change beside its live article, what
 * stands there, taking over what a person made of it; and the vendor's history of an article, beside our own snapshots.
 */
export function stagingRoutes({ ports }: Services): Hono {
  const routes = new Hono();
  routes.post('/:tenant/fixes/:id/stage', async (c) => {
    const { tenant, id } = c.req.param();
    const { actor, ...seen } = await readJson(c, seenSchema);
    await stageFix(ports, tenant, id, seen, actor);
    return c.json({ status: 'staged' });
  });
  routes.get('/:tenant/fixes/:id/staged', async (c) => {
    const { tenant, id } = c.req.param();
    const fix = await ports.fixes.get(tenant, id);
    if (!fix) throw new NotFound('unknown fix');
    return c.json({ staged: await stagedOf(ports, tenant, fix) });
  });
  routes.post('/:tenant/fixes/:id/adopt', async (c) => {
    const { tenant, id } = c.req.param();
    const { actor, ...seen } = await readJson(c, seenSchema);
    return c.json({ fix: await adoptStaged(ports, tenant, id, seen, actor) });
  });
  routes.get('/:tenant/articles/:id/history/:locale', async (c) => {
    const { tenant, id, locale } = c.req.param();
    const { staging } = await ports.helpdesk(tenant);
    if (!staging) throw new Invalid('this helpdesk keeps no history of articles: see our own versions');
    return c.json({ versions: await staging.versions(id, locale, VERSIONS) });
  });
  return routes;
}
