import { Hono } from 'hono';
import { z } from 'zod';
import { say } from '../../../../shared/said/said.ts';
import { actorOf } from '../../../../shared/viewer.ts';
import { readActivity } from '../../../loop/console/activity.ts';
import { readGap, readGaps } from '../../../loop/console/gaps.ts';
import { NotFound } from '../../../loop/ports/errors.ts';
import { readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast } from '../viewer.ts';
import { sightOf } from './asking.ts';

const assignSchema = z.strictObject({
  to: z.strictObject({ userId: z.string().min(1).max(100), name: z.string().min(1).max(200) }).nullable(),
});

/** Gaps with what they cost and who looks after them; and what was done, with what can be undone. */
export function consoleGapRoutes(services: Services): Hono<AppEnv> {
  const { ports } = services;
  const routes = new Hono<AppEnv>();
  routes.get('/gaps', async (c) => c.json({ gaps: await readGaps(ports, c.get('viewer').tenant) }));
  routes.get('/gaps/:id', async (c) =>
    c.json(
      await readGap(ports, c.get('viewer').tenant, c.get('viewer').role, c.req.param('id'), await sightOf(c, services)),
    ),
  );
  routes.put('/gaps/:id/assignee', atLeast('lead'), async (c) => {
    const { to } = await readJson(c, assignSchema);
    const [viewer, id] = [c.get('viewer'), c.req.param('id')];
    const gap = await ports.gaps.get(viewer.tenant, id);
    if (!gap) throw new NotFound(say('moved.noGap'));
    await ports.gaps.assign(viewer.tenant, id, to && { ...to, at: ports.wallClock.now() });
    await ports.activity.add(viewer.tenant, {
      at: ports.eventClock.now(),
      actor: actorOf(viewer),
      what: 'assigned',
      subject: id,
      reason: to ? say('step.givenTo', { actor: to.name }) : say('step.givenNobody'),
    });
    return c.json({ assignee: to });
  });
  routes.get('/activity', async (c) => {
    const before = Number(c.req.query('before') ?? Number.NaN);
    return c.json(
      await readActivity(
        ports,
        c.get('viewer').tenant,
        await sightOf(c, services),
        Number.isSafeInteger(before) ? before : null,
      ),
    );
  });
  return routes;
}
