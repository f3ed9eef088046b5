import { Hono } from 'hono';
import { z } from 'zod';
import { actorOf } from '../../../../shared/viewer.ts';
import { connectEndpoint, disconnectEndpoint, tryEndpoint } from '../../../loop/context/endpoint.ts';
import { readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast } from '../viewer.ts';

const urlSchema = z.strictObject({
  url: z
    .string()
    .trim()
    .min(1, 'it needs an address')
    .max(2_000)
    .refine((url) => URL.canParse(url), 'is no address'),
});

/** The company's context endpoint, for admins alone: its address may hold a secret of its own. `PUT` answers its secret once. */
export function consoleContextRoutes({ ports }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const view = async (tenant: string) => ({ endpoint: await ports.product.endpoint(tenant) });
  routes.get('/context', atLeast('admin'), async (c) => c.json(await view(c.get('viewer').tenant)));
  routes.put('/context', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    const { url } = await readJson(c, urlSchema);
    const { secret } = await connectEndpoint(ports, viewer.tenant, url, actorOf(viewer));
    return c.json({ ...(await view(viewer.tenant)), secret }, 201);
  });
  routes.post('/context/test', atLeast('admin'), async (c) => c.json(await tryEndpoint(ports, c.get('viewer').tenant)));
  routes.delete('/context', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    await disconnectEndpoint(ports, viewer.tenant, actorOf(viewer));
    return c.json(await view(viewer.tenant));
  });
  return routes;
}
