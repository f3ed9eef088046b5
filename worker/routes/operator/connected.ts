import { Hono } from 'hono';
import { z } from 'zod';
import { CHANGE_SOURCE_KINDS } from '../../../shared/context/change-note.ts';
import { connectEndpoint, disconnectEndpoint } from '../../loop/context/endpoint.ts';
import { connectSource, disconnectSource, openInbound, readChanges } from '../../loop/foresee/sources.ts';
import { readJson } from '../body.ts';
import type { Services } from '../services.ts';

const OPERATOR = 'operator';
const urlSchema = z.strictObject({
  url: z
    .string()
    .max(2_000)
    .refine((url) => URL.canParse(url), 'is no address'),
});
const sourceSchema = z.strictObject({ kind: z.enum(CHANGE_SOURCE_KINDS), address: z.string().min(1).max(2_000) });

/** What an account is connected to beside its helpdesk: sources of changes, and the product's own context endpoint. */
export function connectedRoutes({ ports, publicUrl, wake }: Services): Hono {
  const routes = new Hono();
  routes.get('/:tenant/changes', async (c) => {
    const tenant = c.req.param('tenant');
    return c.json(await readChanges(ports, tenant, `${publicUrl}/events/changes/${tenant}`));
  });
  routes.put('/:tenant/changes/inbound', async (c) => {
    return c.json(await openInbound(ports, c.req.param('tenant'), OPERATOR), 201);
  });
  routes.post('/:tenant/changes/sources', async (c) => {
    const tenant = c.req.param('tenant');
    const source = await connectSource(ports, tenant, await readJson(c, sourceSchema), OPERATOR);
    await wake(tenant);
    return c.json({ source }, 201);
  });
  routes.delete('/:tenant/changes/sources/:id', async (c) => {
    await disconnectSource(ports, c.req.param('tenant'), c.req.param('id'), OPERATOR);
    return c.body(null, 204);
  });
  routes.put('/:tenant/context', async (c) => {
    const { url } = await readJson(c, urlSchema);
    return c.json(await connectEndpoint(ports, c.req.param('tenant'), url, OPERATOR), 201);
  });
  routes.delete('/:tenant/context', async (c) => {
    await disconnectEndpoint(ports, c.req.param('tenant'), OPERATOR);
    return c.body(null, 204);
  });
  return routes;
}
