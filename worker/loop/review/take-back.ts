import type { FixState, StandingBefore, StoredFix } from '../../../shared/gap.ts';
import { say } from '../../../shared/said/said.ts';
import { putBackTo } from '../../core/publishing/deciding/standing-before.ts';
import { Invalid, NotFound } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import type { FixMove } from '../ports/stores/fixes.ts';
import { Moved } from './decide-by-person.ts';

/** How long a decision is held, so that it can be taken back before anything is sent. Origin: stated default. */
export const UNDO_MS = 10_000;

/** Whether a decision that led to this state is held for UNDO_MS before anything follows from it. */
export function isHeld(state: FixState): boolean {
  return state === 'approved' || state === 'rejected';
}

const WAITING = ['in_review', 'escalated'] as const;

/** Where a fix goes of which nothing is stored from before: one that Mend approved by itself, or that an old version decided. */
const TO_REVIEW: StandingBefore = {
  state: 'in_review',
  decision: 'review',
  reason: null,
  actor: null,
  gap: 'in_review',
};

/**
 * Takes a person's decision back: the fix waits again exactly as it did, with its reason and whatever spoke against it. An
 * approval can be taken back while it is held, before anything is sent; after that it is a rollback. A rejection can be
 * taken back at any time: within its hold nothing was learned from it, later the finding stays dismissed and only this fix
 * is decided anew. Throws Moved where it is too late, Invalid where there is no decision to take back. A wording of a
 * person that waits gives way to the proposal it replaced, in one batch.
 */
export async function takeBack(
  ports: Pick<Ports, 'eventClock' | 'fixes' | 'wallClock'>,
  tenant: string,
  fixId: string,
  actor: string,
): Promise<StoredFix> {
  const fix = await ports.fixes.get(tenant, fixId);
  if (!fix) throw new NotFound(`fix ${fixId}`);
  if (fix.editOf !== undefined && WAITING.some((state) => state === fix.state))
    return withoutWording(ports, tenant, fix, fix.editOf, actor);
  if (fix.state !== 'approved' && fix.state !== 'rejected')
    throw fix.state === 'published'
      ? new Moved(say('moved.published'))
      : new Invalid(`it is ${fix.state}: there is no decision to take back`);
  const [now, at] = [ports.wallClock.now(), ports.eventClock.now()];
  const reason = say(fix.state === 'approved' ? 'step.backApproval' : 'step.backRejection', { actor });
  const back = putBackTo(fix, fix.was ?? { ...TO_REVIEW, reason, actor });
  const move: FixMove = { ...back, activity: { at, actor, what: 'taken back', subject: fix.id, reason } };
  const keyPrefix = fix.state === 'approved' ? `publish:${fix.id}:` : `settle:${fix.gapId}:`;
  const isTaken =
    (await ports.fixes.move(tenant, fix.id, [fix.state], { ...move, withdraws: { keyPrefix, now, eventNow: at } })) ||
    (fix.state === 'rejected' && (await ports.fixes.move(tenant, fix.id, ['rejected'], move)));
  if (!isTaken) throw new Moved(say('moved.writing'));
  return { ...fix, ...back.change };
}

/** The proposal as it stood before a person worded it; the wording is kept as superseded. */
async function withoutWording(
  ports: Pick<Ports, 'eventClock' | 'fixes'>,
  tenant: string,
  fix: StoredFix,
  replaced: string,
  actor: string,
): Promise<StoredFix> {
  const before = await ports.fixes.get(tenant, replaced);
  if (before?.state !== 'superseded') throw new Moved(say('moved.noWording'));
  const { change, gap } = putBackTo(before, before.was ?? { ...TO_REVIEW, reason: before.reason, actor: before.actor });
  const back: StoredFix = { ...before, ...change };
  const at = ports.eventClock.now();
  const reason = say('step.backWording', { actor });
  const isMoved = await ports.fixes.move(tenant, fix.id, [...WAITING], {
    change: { state: 'superseded' },
    activity: { at, actor, what: 'taken back', subject: back.id, reason },
    ...(gap ? { gap } : {}),
    adds: back,
  });
  if (!isMoved) throw new Moved(say('moved.decided'));
  return back;
}
