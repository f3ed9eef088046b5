import { WEEK_MS } from '../../../shared/time.ts';
import { burstOf } from '../issues/burst.ts';
import { titleOf } from '../issues/title.ts';
import type { Issue } from '../learned/state.ts';
import type { Learned } from '../learning/learned.ts';

/** Organizations to whom agents acknowledged a defect, from which it is known without a burst. Source: product bugs. */
const MIN_ACKNOWLEDGED = 3;

/** How long an acknowledged defect is told after its last customer. */
const ACKNOWLEDGED_FOR_MS = WEEK_MS;

export interface ManyAtOnce {
  title: string;
  people: number;
  since: number;
  isAcknowledged: boolean;
}

/**
 * Whether an issue hits many: a defect that agents acknowledged to several in the last week, or a burst in an issue that
 * no article covers. `people` are distinct customers since `since`; times are event time in ms.
 */
export function knownIssueOf(learned: Learned, issue: Issue, now: number): ManyAtOnce | null {
  const week = issue.members.filter((m) => m.at <= now && now - m.at <= ACKNOWLEDGED_FOR_MS);
  const told = new Set(week.filter((m) => m.acknowledged).map((m) => m.person));
  const isAcknowledged = told.size >= MIN_ACKNOWLEDGED;
  const burst = issue.articleId === null ? burstOf(learned, issue, now) : null;
  if (!isAcknowledged && !burst) return null;
  const since = burst?.since ?? Math.min(...week.map((m) => m.at));
  const people = new Set(week.filter((m) => m.at >= since).map((m) => m.requester)).size;
  return { title: titleOf(learned, issue), people, since, isAcknowledged };
}
