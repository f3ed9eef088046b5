import { novelActs } from '../issues/novel-acts.ts';
import { titleOf } from '../issues/title.ts';
import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned, Member } from '../learned/state.ts';
import { nameOf } from '../text/hash32.ts';
import { isDismissed } from './dismissed.ts';

/** Distinct people to whom agents must have acknowledged a defect: an organization's own trouble is no defect of the product. */
const MIN_PEOPLE = 3;

/** Share of an issue's people from which an ending is the issue's: most of them. */
const MOST = 0.5;

/** Most members listed as evidence. */
const MAX_EVIDENCE = 24;

/**
 * The finding that an issue without an article is a defect of the product: agents acknowledged one to most who asked. It
 * takes the place of the finding that knowledge is missing, under its key, so that one issue never opens two gaps.
 */
export function productBugIn(learned: Learned, issue: Issue): Finding | null {
  if (issue.articleId !== null || issue.counted < MIN_PEOPLE) return null;
  const key = issue.finding ?? nameOf('missing', issue.id);
  if (learned.settled.has(key)) return null;
  const counted = issue.members.filter((m) => m.counts);
  const told = counted.filter((m) => m.acknowledged);
  if (told.length < MIN_PEOPLE || !isMost(told, counted)) return null;
  if (isDismissed(learned, issue, novelActs(learned, issue))) return null;
  const recent = told.slice(-MAX_EVIDENCE);
  return {
    key,
    cause: 'product_bug',
    issueId: issue.id,
    articleId: null,
    title: titleOf(learned, issue),
    conversationIds: recent.map((m) => m.conversationId),
    statistics: { people: issue.counted, acknowledged: told.length, share: told.length / counted.length },
  };
}

/** Whether no text would have helped in an issue without an article: what most got was an action on their account. */
export function needsAction(issue: Issue): boolean {
  if (issue.articleId !== null) return false;
  const counted = issue.members.filter((m) => m.counts);
  return isMost(
    counted.filter((m) => m.acted),
    counted,
  );
}

function isMost(some: readonly Member[], all: readonly Member[]): boolean {
  return some.length > MOST * all.length;
}
