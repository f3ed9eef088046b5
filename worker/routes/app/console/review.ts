import { Hono } from 'hono';
import { z } from 'zod';
import type { Decided, Edited } from '../../../../shared/console/review.ts';
import { actorOf } from '../../../../shared/viewer.ts';
import { readDecision } from '../../../loop/console/decision.ts';
import { readPace, readQueue } from '../../../loop/console/queue.ts';
import { reviewTimes } from '../../../loop/console/took.ts';
import type { ReviewTime } from '../../../loop/ports/stores/fixes.ts';
import { approve, edit, Refused, reject } from '../../../loop/review/decide-by-person.ts';
import { redraft } from '../../../loop/review/redraft.ts';
import { isHeld, takeBack, UNDO_MS } from '../../../loop/review/take-back.ts';
import { readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast } from '../viewer.ts';
import { sightOf } from './asking.ts';

const seen = { patchHash: z.string().max(200), baseHash: z.string().max(200).nullable() };
/** A change that was decided sooner than this was not read. Origin: stated; it publishes, and earns nothing. */
const READ_MS = 2_000;

const tookMs = z.number().min(0).max(Number.MAX_SAFE_INTEGER);
const approveSchema = z.strictObject({ ...seen, tookMs });
const rejectSchema = z.strictObject({
  ...seen,
  tookMs,
  reason: z.string().trim().min(1, 'say why, in a word').max(2000),
});
const redraftSchema = z.strictObject({
  ...seen,
  tookMs,
  reason: z.string().trim().min(1, 'say what is wrong').max(2000),
  wrong: z.array(z.string().max(20_000)).max(200).default([]),
});
const editSchema = z.strictObject({
  ...seen,
  tookMs,
  /** Approved in the same step: it is held as any approval is. */
  isApproved: z.boolean().default(false),
  title: z.string().trim().min(1, 'an article needs a title').max(500),
  bodyHtml: z.string().trim().min(1, 'an article needs words').max(500_000),
});

/** The review queue: read by everybody, decided by leads; every decision names what was shown, anything else is 409. */
export function consoleReviewRoutes(services: Services): Hono<AppEnv> {
  const { ports, wake } = services;
  const routes = new Hono<AppEnv>();
  const note = (tenant: string, fixId: string, verdict: ReviewTime['verdict'], tookMs: number) =>
    ports.reviewTimes.add(tenant, reviewTimes([fixId], verdict, tookMs, ports.wallClock.now()));
  const woken = (tenant: string) => wake(tenant, Math.ceil(UNDO_MS / 1000));
  const decided = async (tenant: string, fixId: string, state: Decided['state']): Promise<Decided> => ({
    ...{ fixId, state },
    undoMs: isHeld(state) ? UNDO_MS : 0,
    pace: await readPace(ports, tenant),
  });

  routes.get('/review', async (c) => c.json(await readQueue(ports, c.get('viewer').tenant, c.get('viewer').role)));
  routes.get('/review/:id', async (c) =>
    c.json(
      await readDecision(
        ports,
        c.get('viewer').tenant,
        c.get('viewer').role,
        c.req.param('id'),
        await sightOf(c, services),
      ),
    ),
  );
  routes.post('/review/:id/approve', atLeast('lead'), async (c) => {
    const { tookMs: took, ...shown } = await readJson(c, approveSchema);
    const viewer = c.get('viewer');
    const seen = { ...shown, wasOpened: took >= READ_MS };
    const fix = await approve(ports, viewer.tenant, c.req.param('id'), seen, actorOf(viewer), UNDO_MS);
    await note(viewer.tenant, fix.id, 'approve', took);
    await woken(viewer.tenant);
    return c.json(await decided(viewer.tenant, fix.id, fix.state));
  });
  routes.post('/review/:id/reject', atLeast('lead'), async (c) => {
    const { tookMs: took, reason, ...shown } = await readJson(c, rejectSchema);
    const viewer = c.get('viewer');
    const fix = await reject(ports, viewer.tenant, c.req.param('id'), shown, actorOf(viewer), reason, UNDO_MS);
    await note(viewer.tenant, fix.id, 'reject', took);
    await woken(viewer.tenant);
    return c.json(await decided(viewer.tenant, fix.id, fix.state));
  });
  routes.post('/review/:id/edit', atLeast('lead'), async (c) => {
    const { tookMs: took, title, bodyHtml, isApproved, ...shown } = await readJson(c, editSchema);
    const [viewer, id] = [c.get('viewer'), c.req.param('id')];
    try {
      const worded = await edit(ports, viewer.tenant, id, shown, actorOf(viewer), { title, bodyHtml });
      const fix = isApproved
        ? await approve(ports, viewer.tenant, worded.id, worded, actorOf(viewer), UNDO_MS)
        : worded;
      await note(viewer.tenant, fix.id, 'edit', took);
      if (isApproved) await woken(viewer.tenant);
      return c.json((await decided(viewer.tenant, fix.id, fix.state)) satisfies Edited);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return c.json({ fixId: id, state: 'refused', refused: error.refused } satisfies Edited);
    }
  });
  routes.post('/review/:id/redraft', atLeast('lead'), async (c) => {
    const { tookMs: took, reason, wrong, ...shown } = await readJson(c, redraftSchema);
    const [viewer, id] = [c.get('viewer'), c.req.param('id')];
    await redraft(ports, viewer.tenant, id, shown, actorOf(viewer), { reason, wrong });
    await note(viewer.tenant, id, 'reject', took);
    await wake(viewer.tenant);
    return c.json({
      fixId: id,
      state: 'superseded',
      undoMs: 0,
      pace: await readPace(ports, viewer.tenant),
    } satisfies Decided);
  });
  routes.post('/review/:id/take-back', atLeast('lead'), async (c) => {
    const viewer = c.get('viewer');
    const fix = await takeBack(ports, viewer.tenant, c.req.param('id'), actorOf(viewer));
    return c.json(await decided(viewer.tenant, fix.id, fix.state));
  });
  return routes;
}
