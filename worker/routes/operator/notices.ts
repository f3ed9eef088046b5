import { Hono } from 'hono';
import { z } from 'zod';
import { resendNotice, tryWebhook } from '../../loop/notices/resend.ts';
import { NotFound } from '../../loop/ports/errors.ts';
import { readJson } from '../body.ts';
import type { Services } from '../services.ts';

const PAGE = 50;

const keysSchema = z.strictObject({ keys: z.array(z.string().min(1).max(400)).max(200) });
const keySchema = z.strictObject({ key: z.string().min(1).max(400) });
const webhookSchema = z.strictObject({ url: z.string().min(1).max(2000) });

/** What people are told: notices in the app, and the webhook that gets them too, with what it did not take. */
export function noticeRoutes({ ports, wake }: Services): Hono {
  const routes = new Hono();
  routes.get('/:tenant/notices', async (c) => {
    const tenant = c.req.param('tenant');
    const before = Number(c.req.query('before') ?? 0);
    const notices = await ports.outbox.list(tenant, PAGE, before > 0 ? before : null);
    const last = notices.at(-1);
    return c.json({
      notices,
      unread: await ports.outbox.countUnread(tenant),
      before: notices.length === PAGE && last ? last.id : null,
    });
  });
  for (const [path, as] of [
    ['read', 'read'],
    ['dismiss', 'dismissed'],
  ] as const)
    routes.post(`/:tenant/notices/${path}`, async (c) => {
      const { keys } = await readJson(c, keysSchema);
      return c.json({ marked: await ports.outbox.mark(c.req.param('tenant'), keys, as, ports.wallClock.now()) });
    });

  routes.get('/:tenant/webhook', async (c) => {
    const tenant = c.req.param('tenant');
    return c.json({
      webhook: await ports.courier.webhook(tenant),
      parked: await ports.outbox.parked(tenant, PAGE),
    });
  });
  routes.put('/:tenant/webhook', async (c) => {
    const { url } = await readJson(c, webhookSchema);
    const tenant = await known(c.req.param('tenant'));
    return c.json(await ports.courier.setWebhook(tenant, url), 201);
  });
  routes.post('/:tenant/webhook/rotate', async (c) => c.json(await ports.courier.rotateSecret(c.req.param('tenant'))));
  routes.delete('/:tenant/webhook', async (c) => {
    await ports.courier.removeWebhook(c.req.param('tenant'));
    return c.body(null, 204);
  });
  routes.post('/:tenant/webhook/test', async (c) => {
    const tenant = await known(c.req.param('tenant'));
    const notice = await tryWebhook(ports, tenant);
    await wake(tenant);
    return c.json({ notice }, 202);
  });
  routes.post('/:tenant/webhook/replay', async (c) => {
    const tenant = c.req.param('tenant');
    const { key } = await readJson(c, keySchema);
    await resendNotice(ports, tenant, key);
    await wake(tenant);
    return c.json({ status: 'put back' }, 202);
  });

  async function known(id: string): Promise<string> {
    if (!(await ports.tenants.find(id))) throw new NotFound('unknown tenant');
    return id;
  }
  return routes;
}
