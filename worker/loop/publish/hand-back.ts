import type { StoredFix } from '../../../shared/gap.ts';
import { isSameSaid, type Said, say } from '../../../shared/said/said.ts';
import { escalatedNotice } from '../../core/notice/notice.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

/** Gives an approved fix back to people with the reason; what was sent of it, if anything, was looked at before. */
export async function handBack(
  ports: Pick<Ports, 'fixes' | 'reservations'>,
  tenant: string,
  fix: StoredFix,
  at: number,
  state: 'in_review' | 'escalated',
  reason: Said,
): Promise<LoopMessage[]> {
  const what = state === 'in_review' ? 'held' : 'escalated';
  await ports.fixes.move(tenant, fix.id, ['approved'], {
    change: { state, reason },
    activity: {
      ...{ at, actor: 'mend', what, subject: fix.id, reason },
      ...(state === 'escalated' ? { notice: escalatedNotice(fix, at) } : {}),
    },
    gap: { id: fix.gapId, state },
  });
  if (fix.actor === 'mend') await ports.reservations.release(tenant, fix.id);
  return [];
}

/**
 * Puts a fix that nobody approved off until `until` (event time), with the reason, which stands with it meanwhile. It stays
 * approved, and can be taken back until then.
 */
export async function putOff(
  ports: Pick<Ports, 'fixes'>,
  tenant: string,
  fix: StoredFix,
  at: number,
  until: number,
  why: Said,
): Promise<LoopMessage[]> {
  const reason = say('step.putOff', { why, date: { at: until } });
  if (!isSameSaid(fix.reason, reason))
    await ports.fixes.move(tenant, fix.id, ['approved'], {
      change: { state: 'approved', reason },
      activity: { at, actor: 'mend', what: 'put off', subject: fix.id, reason },
    });
  return [{ type: 'publish', at: until, fixId: fix.id }];
}
