import type { StoredFix } from '../../shared/gap.ts';
import { Invalid, NotFound } from './errors.ts';
import type { FixMove, Ports } from './ports.ts';
import { Moved } from './review.ts';

/**
 * Takes a person's decision back: the fix waits in review again. An approval can be taken back while it is held, before
 * anything is sent; after that it is a rollback. A rejection can be taken back at any time: within its hold nothing was
 * learned from it, later the finding stays dismissed and only this fix is decided anew. Throws Moved where it is too
 * late, Invalid where there is no decision to take back.
 */
export async function takeBack(ports: Ports, tenant: string, fixId: string, actor: string): Promise<StoredFix> {
  const fix = await ports.fixes.get(tenant, fixId);
  if (!fix) throw new NotFound(`fix ${fixId}`);
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
