import { Hono } from 'hono';
import { z } from 'zod';
import { say } from '../../../../shared/said/said.ts';
import { actorOf } from '../../../../shared/viewer.ts';
import { readOverview } from '../../../loop/console/overview.ts';
import { resync } from '../../../loop/console/resync.ts';
import { readRunning } from '../../../loop/console/running.ts';
import { readWork } from '../../../loop/console/work.ts';
import { NotFound } from '../../../loop/ports/errors.ts';
import { readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast } from '../viewer.ts';

const replaySchema = z.strictObject({ keys: z.array(z.string().min(1).max(500)).min(1).max(100) });

/** The morning's counts, progress over months, and how the connection runs. */
export function consoleRunningRoutes({ ports, wake }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/overview', async (c) => c.json(await readOverview(ports, c.get('viewer'))));
  routes.get('/running', async (c) => c.json(await readRunning(ports, c.get('viewer').tenant)));
  routes.get('/work', async (c) => c.json(await readWork(ports, c.get('viewer').tenant)));
  routes.post('/dead-letters/replay', atLeast('lead'), async (c) => {
    const viewer = c.get('viewer');
    const { keys } = await readJson(c, replaySchema);
    let replayed = 0;
    for (const key of keys) replayed += Number(await ports.inbox.replay(viewer.tenant, key));
    if (replayed === 0) throw new NotFound(say('moved.noDead'));
    await ports.activity.add(viewer.tenant, {
      at: ports.eventClock.now(),
      actor: actorOf(viewer),
      what: 'replayed',
      subject: viewer.tenant,
      reason: say('step.putBack', { count: replayed }),
    });
    await wake(viewer.tenant);
    return c.json({ replayed }, 202);
  });
  routes.post('/resync', atLeast('lead'), async (c) => {
    const viewer = c.get('viewer');
    await resync(ports, viewer.tenant, actorOf(viewer));
    await wake(viewer.tenant);
    return c.json(await readWork(ports, viewer.tenant), 202);
  });
  return routes;
}
