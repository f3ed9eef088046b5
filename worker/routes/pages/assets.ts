import { Hono } from 'hono';
import type { Services } from '../services.ts';

/** Built files have their content's hash in their names: they never change. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** The apps' scripts and styles, as they were built. */
export function assetRoutes(services: Services): Hono {
  const routes = new Hono();
  routes.get('/:file{[A-Za-z0-9_.-]+}', async (c) => {
    const built = await services.asset(`/assets/${c.req.param('file')}`);
    if (!built?.ok) return c.notFound();
    const type = built.headers.get('content-type') ?? 'application/octet-stream';
    return new Response(built.body, { headers: { 'content-type': type, 'cache-control': FOR_EVER } });
  });
  return routes;
}
