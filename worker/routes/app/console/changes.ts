import { Hono } from 'hono';
import { z } from 'zod';
import { CHANGE_SOURCE_KINDS, type ChangesView } from '../../../../shared/context/change-note.ts';
import { actorOf, isAtLeast, type Viewer } from '../../../../shared/viewer.ts';
import {
  closeInbound,
  connectSource,
  disconnectSource,
  openInbound,
  readChanges,
  testSource,
} from '../../../loop/foresee/sources.ts';
import { readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast } from '../viewer.ts';

const sourceSchema = z.strictObject({
  kind: z.enum(CHANGE_SOURCE_KINDS),
  address: z.string().trim().min(1, 'it needs an address').max(2_000),
  token: z.string().trim().min(1).max(500).optional(),
});

/** Where changes of the product are read from: seen by everybody, set by admins. A secret is answered once, when it is made. */
export function consoleChangeRoutes({ ports, wake, publicUrl }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const view = async ({ tenant, role }: Viewer): Promise<ChangesView> => ({
    ...(await readChanges(ports, tenant, `${publicUrl}/events/changes/${tenant}`)),
    mayChange: isAtLeast(role, 'admin'),
  });
  routes.get('/changes', async (c) => c.json(await view(c.get('viewer'))));
  routes.post('/changes/sources', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    const { token, ...wish } = await readJson(c, sourceSchema);
    await connectSource(ports, viewer.tenant, token ? { ...wish, token } : wish, actorOf(viewer));
    await wake(viewer.tenant);
    return c.json(await view(viewer), 201);
  });
  routes.post('/changes/sources/:id/test', atLeast('admin'), async (c) => {
    const { tenant } = c.get('viewer');
    return c.json({ told: await testSource(ports, tenant, c.req.param('id')) });
  });
  routes.delete('/changes/sources/:id', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    await disconnectSource(ports, viewer.tenant, c.req.param('id'), actorOf(viewer));
    return c.json(await view(viewer));
  });
  routes.put('/changes/inbound', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    const { secret } = await openInbound(ports, viewer.tenant, actorOf(viewer));
    return c.json({ ...(await view(viewer)), secret });
  });
  routes.delete('/changes/inbound', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    await closeInbound(ports, viewer.tenant, actorOf(viewer));
    return c.json(await view(viewer));
  });
  return routes;
}
