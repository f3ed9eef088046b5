import type { GapWarning } from '../../../shared/advice.ts';
import type { Conversation } from '../../../shared/conversation.ts';
import { isForeseen, isHabit } from '../../../shared/diagnosis.ts';
import type { Gap, StoredFix } from '../../../shared/gap.ts';
import { WEEK_MS } from '../../../shared/time.ts';
import type { Issue } from '../learned/state.ts';
import { hash32 } from '../text/hash32.ts';

/**
 * The open gap of an issue, for the agent: a missing article before one that is wrong. The customer at hand counts among this
 * week's customers.
 */
export function gapWarning(
  issue: Issue,
  gaps: readonly Gap[],
  fixes: readonly StoredFix[],
  conversation: Conversation,
  now: number,
): GapWarning | null {
  const gap = gaps.find((g) => g.articleId === null) ?? gaps.find((g) => g.articleId === issue.articleId);
  if (!gap || isHabit(gap.cause) || isForeseen(gap.cause)) return null;
  const week = issue.members.filter((m) => now - m.at <= WEEK_MS && m.at <= now).map((m) => m.requester);
  const { id, cause, state, title, articleId } = gap;
  return {
    id,
    cause,
    state,
    title,
    articleId,
    thisWeek: new Set([...week, hash32(conversation.requesterId)]).size,
    people: issue.customersSeen,
    fix: fixes.find((f) => f.gapId === gap.id)?.kind ?? null,
  };
}
