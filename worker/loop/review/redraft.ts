import { say } from '../../../shared/said/said.ts';
import { Invalid } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import { type Seen, shown, whyMoved } from './decide-by-person.ts';

/** What a person says of a draft that is to be made again: why, and which of its sentences are wrong. */
export interface SentBack {
  reason: string;
  wrong: readonly string[];
}

/**
 * Sends a draft back: it is drafted again from what agents say, without the sentences that are wrong, which no later draft
 * of the gap has either. Where nothing else can be said the gap stays open until somebody says more. Throws Invalid without
 * a reason, Moved where it is no longer what was shown.
 */
export async function redraft(
  ports: Pick<Ports, 'eventClock' | 'fixes'>,
  tenant: string,
  fixId: string,
  seen: Seen,
  actor: string,
  { reason, wrong }: SentBack,
): Promise<void> {
  if (reason.trim() === '') throw new Invalid('say what is wrong');
  const fix = await shown(ports, tenant, fixId, seen);
  const at = ports.eventClock.now();
  const why = say('step.sentBack', { why: reason });
  const isMoved = await ports.fixes.move(tenant, fix.id, ['in_review', 'escalated'], {
    change: { state: 'superseded', actor, reason: why, leftOut: [...wrong] },
    activity: { at, actor, what: 'sent back', subject: fix.id, reason: why },
    gap: { id: fix.gapId, state: 'open' },
    still: fix,
    next: [{ type: 'draft', at, gapId: fix.gapId }],
  });
  if (!isMoved) throw await whyMoved(ports, tenant, fix.id);
}
