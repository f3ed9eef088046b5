import { Hono } from 'hono';
import { z } from 'zod';
import { FIX_STATES } from '../../../shared/gap.ts';
import { NotFound } from '../../loop/ports/errors.ts';
import { approve, edit, reject } from '../../loop/review/decide-by-person.ts';
import { warningsOf } from '../../loop/review/warnings.ts';
import { readJson } from '../body.ts';
import type { Services } from '../services.ts';

const seenSchema = { patchHash: z.string(), baseHash: z.string().nullable(), actor: z.string().min(1).max(200) };
const approveSchema = z.strictObject(seenSchema);
const rejectSchema = z.strictObject({
  ...seenSchema,
  reason: z.string().trim().min(1, 'say why, in a word').max(2000),
});
const editSchema = z.strictObject({
  ...seenSchema,
  title: z.string().min(1).max(500),
  bodyHtml: z.string().min(1).max(500_000),
});

/** The review queue and its decisions. A decision carries the hashes of what was shown: anything else is 409. */
export function reviewRoutes({ ports, wake }: Services): Hono {
  const routes = new Hono();
  routes.get('/:tenant/review', async (c) => {
    const tenant = c.req.param('tenant');
    const fixes = await ports.fixes.list(tenant, ['in_review', 'escalated']);
    const items = [];
    for (const fix of fixes)
      items.push({ fix, gap: await ports.gaps.get(tenant, fix.gapId), warnings: await warningsOf(ports, tenant, fix) });
    return c.json({ items });
  });
  routes.get('/:tenant/fixes', async (c) => {
    const tenant = c.req.param('tenant');
    return c.json({
      fixes: await ports.fixes.list(tenant, [...FIX_STATES]),
    });
  });
  routes.get('/:tenant/fixes/:id', async (c) => {
    const fix = await ports.fixes.get(c.req.param('tenant'), c.req.param('id'));
    if (!fix) throw new NotFound('unknown fix');
    return c.json({ fix, warnings: await warningsOf(ports, c.req.param('tenant'), fix) });
  });
  routes.post('/:tenant/fixes/:id/approve', async (c) => {
    const { tenant, id } = c.req.param();
    const { actor, ...seen } = await readJson(c, approveSchema);
    const fix = await approve(ports, tenant, id, seen, actor);
    await wake(tenant);
    return c.json({ fix });
  });
  routes.post('/:tenant/fixes/:id/reject', async (c) => {
    const { tenant, id } = c.req.param();
    const { actor, reason, ...seen } = await readJson(c, rejectSchema);
    const fix = await reject(ports, tenant, id, seen, actor, reason);
    await wake(tenant);
    return c.json({ fix });
  });
  routes.post('/:tenant/fixes/:id/edit', async (c) => {
    const { tenant, id } = c.req.param();
    const { actor, title, bodyHtml, ...seen } = await readJson(c, editSchema);
    return c.json({ fix: await edit(ports, tenant, id, seen, actor, { title, bodyHtml }) });
  });
  return routes;
}
