import { Hono } from 'hono';
import { z } from 'zod';
import { policyOver, policySchema } from '../../../shared/policy.ts';
import { install } from '../../loop/account/install.ts';
import { progressOf } from '../../loop/account/progress.ts';
import { PURGE_AFTER_MS } from '../../loop/account/purge.ts';
import { uninstall } from '../../loop/account/uninstall.ts';
import { NotFound } from '../../loop/ports/errors.ts';
import { changePolicy } from '../../loop/review/change-policy.ts';
import { jsonOf, readJson } from '../body.ts';
import type { Services } from '../services.ts';

/** What a header can hold: a token has no other sign. */
const VISIBLE = /^[\x21-\x7e]+$/;

const connectSchema = z.strictObject({
  accountId: z.string().regex(/^\d{1,20}$/),
  subdomain: z.string().max(63),
  baseUrl: z.url().optional(),
  token: z.string().regex(VISIBLE, 'is no token').max(4096),
  locale: z.string().max(20).default('en-us'),
  policy: policySchema,
});

const number = z.string().regex(/^\d{1,20}$/, 'must be a number');
const appSchema = z.strictObject({
  appId: number,
  installation: z.strictObject({ installationId: number, publicKey: z.string().min(1).max(4096) }).optional(),
});

const workspaceSchema = z.strictObject({
  baseUrl: z.url().optional(),
  token: z.string().regex(VISIBLE, 'is no token').max(4096),
  locale: z.string().max(20).default('en'),
  policy: policySchema,
});

const leavingSchema = z.strictObject({
  actor: z.string().min(1).max(200),
  reason: z.string().trim().min(1, 'say why, in a word').max(2000),
});

/** Connecting and disconnecting helpdesks, their state, policy and progress. */
export function tenantRoutes(services: Services): Hono {
  const { ports } = services;
  const routes = new Hono();
  routes.post('/zendesk', async (c) => {
    const { policy, baseUrl, ...account } = await readJson(c, connectSchema);
    const tenant = await services.connectZendesk({ ...account, ...(baseUrl ? { baseUrl } : {}) });
    await install(ports, tenant, policy);
    await services.wake(tenant.id);
    return c.json({ tenant: tenant.id }, 201);
  });
  routes.post('/intercom', async (c) => {
    const { policy, baseUrl, ...workspace } = await readJson(c, workspaceSchema);
    const tenant = await services.connectIntercom({ ...workspace, ...(baseUrl ? { baseUrl } : {}) });
    await install(ports, tenant, policy);
    await services.wake(tenant.id);
    return c.json({ tenant: tenant.id }, 201);
  });
  routes.put('/:tenant/zendesk-app', async (c) => {
    const tenant = await ports.tenants.find(c.req.param('tenant'));
    if (tenant?.vendor !== 'zendesk') throw new NotFound('unknown Zendesk account');
    const { appId, installation } = await readJson(c, appSchema);
    await services.setZendeskApp(tenant.id, { appId, ...(installation ? { installation } : {}) });
    return c.body(null, 204);
  });
  routes.get('/:tenant', async (c) => {
    const tenant = await ports.tenants.find(c.req.param('tenant'));
    if (!tenant) throw new NotFound('unknown tenant');
    return c.json({
      tenant,
      policy: await ports.tenants.policy(tenant.id),
      progress: await progressOf(ports, tenant.id),
    });
  });
  routes.delete('/:tenant', async (c) => {
    const { actor, reason } = await readJson(c, leavingSchema);
    await uninstall(ports, services.leave, c.req.param('tenant'), actor, reason);
    return c.json({ status: 'disconnected', dataGoesAfterMs: PURGE_AFTER_MS }, 202);
  });
  routes.put('/:tenant/policy', async (c) => {
    const tenant = await ports.tenants.find(c.req.param('tenant'));
    if (!tenant) throw new NotFound('unknown tenant');
    const policy = policyOver(await ports.tenants.policy(tenant.id), await jsonOf(c));
    return c.json({ policy: await changePolicy(ports, tenant.id, policy, c.req.header('x-mend-actor') ?? 'operator') });
  });
  return routes;
}
