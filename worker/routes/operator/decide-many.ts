import { Hono } from 'hono';
import { z } from 'zod';
import { HOUR_MS } from '../../../shared/time.ts';
import {
  approveTogether,
  MAX_TOGETHER,
  type ManyDecided,
  rejectTogether,
  takeBackTogether,
} from '../../loop/review/decide-many.ts';
import { UNDO_MS } from '../../loop/review/take-back.ts';
import { readJson } from '../body.ts';
import type { Services } from '../services.ts';

/** A lot is held for an hour at most: longer is no hold but a schedule. Origin: stated default. */
const MAX_HOLD_MS = HOUR_MS;

const fixId = z.string().max(200);
const actor = z.string().min(1).max(200);
const batch = {
  actor,
  items: z
    .array(z.strictObject({ fixId, patchHash: z.string(), baseHash: z.string().nullable() }))
    .min(1)
    .max(MAX_TOGETHER),
  holdMs: z.number().int().min(0).max(MAX_HOLD_MS).default(UNDO_MS),
};
const approveSchema = z.strictObject(batch);
const rejectSchema = z.strictObject({ ...batch, reason: z.string().trim().min(1, 'say why, in a word').max(2000) });
const takeBackSchema = z.strictObject({ actor, fixIds: z.array(fixId).min(1).max(MAX_TOGETHER) });

/**
 * Decisions taken together by the operator: each by itself, by the hashes of what was shown. The answer names what was
 * decided, and what was left with the reason; for `holdMs` (10 s if not given) the lot can be taken back whole.
 */
export function reviewTogetherRoutes({ ports, wake }: Services): Hono {
  const routes = new Hono();
  const answerOf = ({ decided, left }: ManyDecided) => ({
    decided: decided.map(({ id, state }) => ({ fixId: id, state })),
    left,
  });
  routes.post('/:tenant/fixes/approve-batch', async (c) => {
    const tenant = c.req.param('tenant');
    const { items, actor: by, holdMs } = await readJson(c, approveSchema);
    const together = await approveTogether(ports, tenant, items, by, holdMs);
    await wake(tenant, Math.ceil(holdMs / 1000));
    return c.json({ ...answerOf(together), undoMs: holdMs });
  });
  routes.post('/:tenant/fixes/reject-batch', async (c) => {
    const tenant = c.req.param('tenant');
    const { items, actor: by, reason, holdMs } = await readJson(c, rejectSchema);
    const together = await rejectTogether(ports, tenant, items, by, reason, holdMs);
    await wake(tenant, Math.ceil(holdMs / 1000));
    return c.json({ ...answerOf(together), undoMs: holdMs });
  });
  routes.post('/:tenant/fixes/take-back-batch', async (c) => {
    const { actor: by, fixIds } = await readJson(c, takeBackSchema);
    return c.json(answerOf(await takeBackTogether(ports, c.req.param('tenant'), fixIds, by)));
  });
  return routes;
}
