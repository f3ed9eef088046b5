import { Hono } from 'hono';
import { z } from 'zod';
import { type Said, say } from '../../../../shared/said/said.ts';
import { actorOf, type Viewer } from '../../../../shared/viewer.ts';
import { readWebhook } from '../../../loop/console/notices.ts';
import { resendNotice, tryWebhook } from '../../../loop/notices/resend.ts';
import { readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast } from '../viewer.ts';

const urlSchema = z.strictObject({ url: z.string().trim().min(1, 'it needs an address').max(2000) });
const keySchema = z.strictObject({ key: z.string().min(1).max(400) });

/**
 * The outgoing webhook, for admins alone: an address may hold a secret of its own. `PUT` and `rotate` answer the signing
 * secret, which is shown this once; `test` sends a notice that says nothing else; `replay` puts a parked one back.
 */
export function consoleWebhookRoutes({ ports, wake }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const note = (viewer: Viewer, what: string, reason: Said) =>
    ports.activity.add(viewer.tenant, {
      at: ports.eventClock.now(),
      actor: actorOf(viewer),
      what,
      subject: viewer.tenant,
      reason,
    });
  routes.get('/webhook', atLeast('admin'), async (c) => c.json(await readWebhook(ports, c.get('viewer').tenant)));
  routes.put('/webhook', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    const { url } = await readJson(c, urlSchema);
    const answer = await ports.courier.setWebhook(viewer.tenant, url);
    await note(viewer, 'webhook set', say('step.webhookSet', { host: new URL(answer.webhook.url).host }));
    return c.json(answer, 201);
  });
  routes.post('/webhook/rotate', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    const answer = await ports.courier.rotateSecret(viewer.tenant);
    await note(viewer, 'webhook secret changed', say('step.webhookSecret'));
    return c.json(answer);
  });
  routes.delete('/webhook', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    await ports.courier.removeWebhook(viewer.tenant);
    await note(viewer, 'webhook removed', say('step.webhookGone'));
    return c.json(await readWebhook(ports, viewer.tenant));
  });
  routes.post('/webhook/test', atLeast('admin'), async (c) => {
    const { tenant } = c.get('viewer');
    const notice = await tryWebhook(ports, tenant);
    await wake(tenant);
    return c.json({ key: notice.key }, 202);
  });
  routes.post('/webhook/replay', atLeast('admin'), async (c) => {
    const { tenant } = c.get('viewer');
    const { key } = await readJson(c, keySchema);
    await resendNotice(ports, tenant, key);
    await wake(tenant);
    return c.json({ status: 'put back' }, 202);
  });
  return routes;
}
