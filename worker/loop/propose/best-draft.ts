import type { FixState, Gap, StoredFix } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { isNoWorse } from '../../core/publishing/deciding/no-worse.ts';
import { isUndecided } from '../observe/open-gap.ts';
import type { Ports } from '../ports/ports.ts';

const WAITING: FixState[] = ['in_review', 'escalated'];

/** The code of why a draft gave way to the better one that waits. */
const GAVE_WAY = 'step.stays';

/**
 * Whether a fix that waits can stand beside a newer draft: it is of the article as it is live, and all that it cites is
 * still evidence of its gap.
 */
export function canStand(
  waiting: StoredFix,
  newer: Pick<StoredFix, 'articleId' | 'baseHash'>,
  gap: Pick<Gap, 'conversationIds'>,
): boolean {
  const cited = new Set(gap.conversationIds);
  return (
    WAITING.includes(waiting.state) &&
    waiting.articleId === newer.articleId &&
    waiting.baseHash === newer.baseHash &&
    waiting.evidence.every(({ conversationId }) => cited.has(conversationId))
  );
}

/**
 * Whether a draft that gave way is worth another try: it is drafted again from other evidence, or nothing better waits any
 * more. The same message again is neither.
 */
export function deservesAnotherTry(known: StoredFix, again: StoredFix, isBetterWaiting: boolean): boolean {
  if (known.state !== 'superseded' || known.reason?.code !== GAVE_WAY) return false;
  return !isBetterWaiting || JSON.stringify(known.evidence) !== JSON.stringify(again.evidence);
}

/**
 * The best draft of a gap stays. A scored one takes the place of those that wait where it is no worse than each; else it
 * gives way, and the log of the gap says that there is newer evidence beside the one that waits. It also gives way to what a
 * person worded or decided meanwhile. Answers whether it goes on to a decision.
 */
export async function takesItsPlace(
  ports: Pick<Ports, 'fixes' | 'gaps'>,
  tenant: string,
  fix: StoredFix,
  at: number,
): Promise<boolean> {
  const gap = await ports.gaps.get(tenant, fix.gapId);
  if (!gap) return true;
  if (!isUndecided(gap)) return giveWay(ports, tenant, fix, at, say('moved.decided'));
  const others = (await ports.fixes.ofGaps(tenant, [gap.id], WAITING)).filter(({ id }) => id !== fix.id);
  const better = others.find((one) => one.isEdited || (canStand(one, fix, gap) && !isNoWorse(fix, one)));
  if (better) return giveWay(ports, tenant, fix, at, say(GAVE_WAY, { title: better.title }));
  for (const old of others) {
    const isReplaced = await ports.fixes.move(tenant, old.id, WAITING, {
      change: { state: 'superseded' },
      activity: { at, actor: 'mend', what: 'superseded', subject: old.id, reason: say('step.newer') },
      still: old,
    });
    if (!isReplaced) return giveWay(ports, tenant, fix, at, say('moved.decided'));
  }
  return true;
}

async function giveWay(
  ports: Pick<Ports, 'fixes'>,
  tenant: string,
  fix: StoredFix,
  at: number,
  reason: Said,
): Promise<false> {
  await ports.fixes.move(tenant, fix.id, ['scored'], {
    change: { state: 'superseded', reason },
    activity: { at, actor: 'mend', what: 'newer evidence', subject: fix.gapId, reason },
  });
  return false;
}
