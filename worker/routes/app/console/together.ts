import { Hono } from 'hono';
import { z } from 'zod';
import type { BatchDecided } from '../../../../shared/console/review.ts';
import type { FixState } from '../../../../shared/gap.ts';
import { actorOf } from '../../../../shared/viewer.ts';
import { readPace } from '../../../loop/console/queue.ts';
import { reviewTimes } from '../../../loop/console/took.ts';
import type { ReviewTime } from '../../../loop/ports/stores/fixes.ts';
import {
  approveTogether,
  MAX_TOGETHER,
  type ManyDecided,
  rejectTogether,
  takeBackTogether,
} from '../../../loop/review/decide-many.ts';
import { isHeld, UNDO_MS } from '../../../loop/review/take-back.ts';
import { readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast } from '../viewer.ts';

const fixId = z.string().max(200);
const shownSchema = z.strictObject({
  fixId,
  patchHash: z.string().max(200),
  baseHash: z.string().max(200).nullable(),
});
const batch = {
  tookMs: z.number().min(0).max(Number.MAX_SAFE_INTEGER),
  items: z.array(shownSchema).min(1).max(MAX_TOGETHER),
};
const approveSchema = z.strictObject(batch);
const rejectSchema = z.strictObject({ ...batch, reason: z.string().trim().min(1, 'say why, in a word').max(2000) });
const takeBackSchema = z.strictObject({ fixIds: z.array(fixId).min(1).max(MAX_TOGETHER) });

/** Equal decisions taken at once, each by itself and as it was shown; what was decided is held and can be taken back. */
export function consoleTogetherRoutes({ ports, wake }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const answerOf = async (tenant: string, { decided, left }: ManyDecided): Promise<BatchDecided> => {
    const pace = await readPace(ports, tenant);
    const undoMs = (state: FixState) => (isHeld(state) ? UNDO_MS : 0);
    return { decided: decided.map(({ id, state }) => ({ fixId: id, state, undoMs: undoMs(state), pace })), left };
  };
  const taken = async (tenant: string, together: ManyDecided, verdict: ReviewTime['verdict'], tookMs: number) => {
    const ids = together.decided.map((fix) => fix.id);
    if (ids.length > 0) {
      await ports.reviewTimes.add(tenant, reviewTimes(ids, verdict, tookMs, ports.wallClock.now()));
      await wake(tenant, Math.ceil(UNDO_MS / 1000));
    }
    return answerOf(tenant, together);
  };

  routes.post('/review/approve-batch', atLeast('lead'), async (c) => {
    const { items, tookMs } = await readJson(c, approveSchema);
    const viewer = c.get('viewer');
    const together = await approveTogether(ports, viewer.tenant, items, actorOf(viewer), UNDO_MS);
    return c.json(await taken(viewer.tenant, together, 'approve', tookMs));
  });
  routes.post('/review/reject-batch', atLeast('lead'), async (c) => {
    const { items, tookMs, reason } = await readJson(c, rejectSchema);
    const viewer = c.get('viewer');
    const together = await rejectTogether(ports, viewer.tenant, items, actorOf(viewer), reason, UNDO_MS);
    return c.json(await taken(viewer.tenant, together, 'reject', tookMs));
  });
  routes.post('/review/take-back-batch', atLeast('lead'), async (c) => {
    const { fixIds } = await readJson(c, takeBackSchema);
    const viewer = c.get('viewer');
    return c.json(await answerOf(viewer.tenant, await takeBackTogether(ports, viewer.tenant, fixIds, actorOf(viewer))));
  });
  return routes;
}
