import { Hono } from 'hono';
import { z } from 'zod';
import type { PersonRow, PolicyView } from '../../../../shared/console/running.ts';
import { policyOver } from '../../../../shared/policy.ts';
import { asWritten, say } from '../../../../shared/said/said.ts';
import { actorOf, isAtLeast, type Viewer } from '../../../../shared/viewer.ts';
import { requestErasure, whatLeavesWith } from '../../../loop/observe/erase.ts';
import { changePolicy } from '../../../loop/review/change-policy.ts';
import { askWhatIf, readAutonomyStatus } from '../../../loop/switches/autonomy-status.ts';
import { jsonOf, readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast, requireConfirmed } from '../viewer.ts';

/** Stopping asks for no reason first: it can be told afterwards. */
const stopSchema = z.strictObject({ isStopped: z.boolean(), reason: z.string().trim().max(2000).default('') });
const wishSchema = z.strictObject({ floor: z.coerce.number().optional(), target: z.coerce.number().optional() });
const personSchema = z.strictObject({ personId: z.string().trim().min(1).max(100) });

/** What the tenant allows: read by everybody, set by admins. Stopping is for leads too, and always possible. */
export function consolePolicyRoutes({ ports, sessions, wake }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const view = async (viewer: Viewer): Promise<PolicyView> => ({
    policy: await ports.tenants.policy(viewer.tenant),
    standing: await readAutonomyStatus(ports, viewer.tenant),
    mayChange: isAtLeast(viewer.role, 'admin'),
    mayLook: isAtLeast(viewer.role, 'lead'),
  });
  const note = (viewer: Viewer, what: string, reason: string) =>
    ports.activity.add(viewer.tenant, {
      at: ports.eventClock.now(),
      actor: actorOf(viewer),
      what,
      subject: viewer.tenant,
      reason: reason === '' ? say('step.stoppedAtOnce') : asWritten(reason),
    });

  routes.get('/policy', async (c) => c.json(await view(c.get('viewer'))));
  routes.put('/policy', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    const policy = policyOver(await ports.tenants.policy(viewer.tenant), await jsonOf(c));
    await changePolicy(ports, viewer.tenant, policy, actorOf(viewer));
    return c.json(await view(viewer));
  });
  routes.post('/policy/stop', atLeast('lead', { evenUnconfirmed: true }), async (c) => {
    const viewer = c.get('viewer');
    const { isStopped, reason } = await readJson(c, stopSchema);
    if (!isStopped && !isAtLeast(viewer.role, 'admin'))
      return c.json({ error: 'an admin lets publishing go on; anybody who decides may stop it' }, 403);
    if (!isStopped) requireConfirmed(c.get('asked'));
    const policy = await ports.tenants.policy(viewer.tenant);
    await changePolicy(ports, viewer.tenant, { ...policy, isStopped }, actorOf(viewer));
    await note(viewer, isStopped ? 'publishing stopped' : 'publishing allowed', reason);
    return c.json(await view(viewer));
  });
  routes.get('/policy/what-if', async (c) => {
    const { floor, target } = wishSchema.parse(c.req.query());
    const wish = { ...(floor === undefined ? {} : { floor }), ...(target === undefined ? {} : { target }) };
    return c.json(await askWhatIf(ports, c.get('viewer').tenant, wish));
  });
  routes.get('/people', async (c) => {
    const { tenant } = c.get('viewer');
    const { roles } = await ports.tenants.policy(tenant);
    const seen = await sessions.people(tenant);
    const people: PersonRow[] = seen.map(({ userId, name, role }) => ({
      ...{ userId, name, role },
      raisedTo: roles[userId] ?? null,
    }));
    const unseen = Object.entries(roles).filter(([userId]) => !seen.some((one) => one.userId === userId));
    people.push(...unseen.map(([userId, raisedTo]) => ({ userId, name: null, role: null, raisedTo })));
    return c.json({ people });
  });
  routes.post('/people/leaves', atLeast('admin'), async (c) => {
    const { personId } = await readJson(c, personSchema);
    return c.json(await whatLeavesWith(ports, c.get('viewer').tenant, personId));
  });
  routes.post('/people/forget', atLeast('admin'), async (c) => {
    const viewer = c.get('viewer');
    const { personId } = await readJson(c, personSchema);
    await requestErasure(ports, viewer.tenant, personId, actorOf(viewer));
    await wake(viewer.tenant);
    return c.json({ status: 'asked' }, 202);
  });
  return routes;
}
