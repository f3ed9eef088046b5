import { Hono } from 'hono';
import { z } from 'zod';
import { say } from '../../../../shared/said/said.ts';
import { actorOf } from '../../../../shared/viewer.ts';
import { redact } from '../../../core/redact/redact.ts';
import { idOf } from '../../../core/text/hash.ts';
import { NotFound } from '../../../loop/ports/errors.ts';
import { readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast } from '../viewer.ts';

/** Longest time a decision can be put off: a quarter. */
const MAX_SNOOZE_MS = 92 * 86_400_000;
/** Nothing is known of who is named in a remark: numbers and addresses leave all the same. */
const NOBODY = { names: [], emails: [], phones: [] };

const snoozeSchema = z.strictObject({ forMs: z.number().int().min(60_000).max(MAX_SNOOZE_MS).nullable() });
const remarkSchema = z.strictObject({ text: z.string().trim().min(1, 'write something first').max(2000) });
const viewSchema = z.strictObject({
  name: z.string().trim().min(1, 'a view needs a name').max(60),
  query: z.string().min(1).max(1000),
});

/** What a team keeps beside decisions: what is put off and until when, remarks, and its ways of looking at the queue. */
export function consoleDeskRoutes({ ports }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const known = async (tenant: string, gapId: string) => {
    if (!(await ports.gaps.get(tenant, gapId))) throw new NotFound(say('moved.noGap'));
  };
  routes.put('/gaps/:id/snooze', atLeast('lead'), async (c) => {
    const { forMs } = await readJson(c, snoozeSchema);
    const [{ tenant, name }, id] = [c.get('viewer'), c.req.param('id')];
    await known(tenant, id);
    const until = forMs === null ? null : ports.wallClock.now() + forMs;
    await ports.reviewDesk.snooze(tenant, id, until === null ? null : { until, by: name });
    await ports.activity.add(tenant, {
      at: ports.eventClock.now(),
      actor: actorOf(c.get('viewer')),
      what: until === null ? 'taken up again' : 'put off by a person',
      subject: id,
      reason: until === null ? say('step.takenUp') : say('step.putOffUntil', { until: { at: until } }),
    });
    return c.json({ snoozedUntil: until });
  });
  routes.post('/gaps/:id/remarks', atLeast('agent'), async (c) => {
    const { text } = await readJson(c, remarkSchema);
    const [{ tenant, userId, name }, id] = [c.get('viewer'), c.req.param('id')];
    await known(tenant, id);
    const clean = redact(text, NOBODY).text.trim();
    await ports.reviewDesk.remark(tenant, id, { at: ports.wallClock.now(), userId, name, text: clean });
    return c.json({ remarks: await ports.reviewDesk.remarks(tenant, id) });
  });
  routes.post('/views', atLeast('lead'), async (c) => {
    const { name, query } = await readJson(c, viewSchema);
    const { tenant, name: by } = c.get('viewer');
    const view = { id: idOf(tenant, 'view', name), name, query, by };
    await ports.reviewDesk.keepView(tenant, view);
    return c.json(view);
  });
  routes.delete('/views/:id', atLeast('lead'), async (c) => {
    await ports.reviewDesk.dropView(c.get('viewer').tenant, c.req.param('id'));
    return c.json({ status: 'gone' });
  });
  return routes;
}
