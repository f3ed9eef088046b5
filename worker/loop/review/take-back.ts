import type { StoredFix } from '../../../shared/gap.ts';
import { Invalid, NotFound } from '../ports/errors.ts';
import type { FixMove } from '../ports/fixes.ts';
import type { Ports } from '../ports/ports.ts';
import { Moved } from './decide-by-person.ts';

/** How long a decision is held, so that it can be taken back before anything is sent. Origin: stated default. */
export const UNDO_MS = 10_000;

const WAITING = ['in_review', 'escalated'] as const;

/**
 * Takes a person's decision back: the fix waits in review again. An approval can be taken back while it is held, before
 * anything is sent; after that it is a rollback. A rejection can be taken back at any time: within its hold nothing was
 * learned from it, later the finding stays dismissed and only this fix is decided anew. Throws Moved where it is too
 * late, Invalid where there is no decision to take back. A wording of a person that waits gives way to the proposal it
 * replaced, in one batch.
 */
export async function takeBack(ports: Ports, tenant: string, fixId: string, actor: string): Promise<StoredFix> {
  const fix = await ports.fixes.get(tenant, fixId);
  if (!fix) throw new NotFound(`fix ${fixId}`);
  if (fix.editOf !== undefined && WAITING.some((state) => state === fix.state))
    return withoutWording(ports, tenant, fix, fix.editOf, actor);
  if (fix.state !== 'approved' && fix.state !== 'rejected')
    throw fix.state === 'published'
      ? new Moved('it was published meanwhile: take the publication back instead')
      : new Invalid(`it is ${fix.state}: there is no decision to take back`);
  const at = ports.eventClock.now();
  const reason = `${fix.state === 'approved' ? 'the approval' : 'the rejection'} was taken back by ${actor}`;
  const move: FixMove = {
    change: { state: 'in_review', actor, reason },
    activity: { at, actor, what: 'taken back', subject: fix.id, reason },
    gap: { id: fix.gapId, state: 'in_review' },
  };
  const [now, eventNow] = [ports.wallClock.now(), ports.eventClock.now()];
  const held = { keyPrefix: fix.state === 'approved' ? `publish:${fix.id}:` : `settle:${fix.gapId}:`, now, eventNow };
  const isTaken =
    (await ports.fixes.move(tenant, fix.id, [fix.state], { ...move, withdraws: held })) ||
    (fix.state === 'rejected' && (await ports.fixes.move(tenant, fix.id, ['rejected'], move)));
  if (!isTaken) throw new Moved('it is being written already: take the publication back once it stands');
  return { ...fix, state: 'in_review', actor, reason };
}

/** The proposal as it stood before a person worded it; the wording is kept as superseded. */
async function withoutWording(
  ports: Ports,
  tenant: string,
  fix: StoredFix,
  replaced: string,
  actor: string,
): Promise<StoredFix> {
  const before = await ports.fixes.get(tenant, replaced);
  if (before?.state !== 'superseded') throw new Moved('what this wording replaced is no more');
  const state = before.decision === 'escalate' ? ('escalated' as const) : ('in_review' as const);
  const back: StoredFix = { ...before, state };
  const at = ports.eventClock.now();
  const reason = `the wording was taken back by ${actor}`;
  const isMoved = await ports.fixes.move(tenant, fix.id, [...WAITING], {
    change: { state: 'superseded' },
    activity: { at, actor, what: 'taken back', subject: back.id, reason },
    gap: { id: fix.gapId, state },
    adds: back,
  });
  if (!isMoved) throw new Moved('somebody else has decided this fix meanwhile');
  return back;
}
