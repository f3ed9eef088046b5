import { Hono } from 'hono';
import { z } from 'zod';
import { TRACKERS, type TrackerView } from '../../../../shared/context/tracked-issue.ts';
import { actorOf, isAtLeast, type Viewer } from '../../../../shared/viewer.ts';
import {
  connectTracker,
  disconnectTracker,
  fileAgain,
  likeReport,
  readTracker,
  testTracker,
} from '../../../loop/track/connect-tracker.ts';
import { readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast } from '../viewer.ts';

const text = z.string().trim().min(1).max(300);
const wishSchema = z.strictObject({
  kind: z.enum(TRACKERS),
  place: text,
  token: z.string().trim().min(1).max(2_000),
  site: text.optional(),
  email: text.optional(),
  issueType: text.optional(),
  isPublicConfirmed: z.boolean().optional(),
});

/** Where bug reports are filed: seen by everybody, set by admins. `PUT` answers the secret of its webhooks once. */
export function consoleTrackerRoutes({ ports, wake, publicUrl }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const view = async ({ tenant, role }: Viewer): Promise<TrackerView> => ({
    ...(await readTracker(ports, tenant)),
    webhookUrl: `${publicUrl}/events/trackers/${tenant}`,
    mayChange: isAtLeast(role, 'admin'),
  });
  routes.get('/tracker', async (c) => c.json(await view(c.get('viewer'))));
  routes.put('/tracker', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    const { site, email, issueType, isPublicConfirmed, ...rest } = await readJson(c, wishSchema);
    const wish = {
      ...rest,
      ...(site ? { site } : {}),
      ...(email ? { email } : {}),
      ...(issueType ? { issueType } : {}),
      ...(isPublicConfirmed ? { isPublicConfirmed } : {}),
    };
    const { webhookSecret } = await connectTracker(ports, viewer.tenant, wish, actorOf(viewer));
    await wake(viewer.tenant);
    return c.json({ ...(await view(viewer)), webhookSecret }, 201);
  });
  routes.post('/tracker/test', atLeast('admin'), async (c) => {
    await testTracker(ports, c.get('viewer').tenant);
    return c.json({ status: 'it answers' });
  });
  routes.delete('/tracker', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    await disconnectTracker(ports, viewer.tenant, actorOf(viewer));
    return c.json(await view(viewer));
  });
  routes.get('/tracker/like/:fix', atLeast('lead'), async (c) =>
    c.json({ issues: await likeReport(ports, c.get('viewer').tenant, c.req.param('fix')) }),
  );
  routes.post('/tracker/issues/:id/again', atLeast('lead'), async (c) => {
    const { tenant } = c.get('viewer');
    await fileAgain(ports, tenant, c.req.param('id'));
    await wake(tenant);
    return c.json({ status: 'asked' }, 202);
  });
  return routes;
}
