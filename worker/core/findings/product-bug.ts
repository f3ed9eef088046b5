import { novelActs } from '../issues/novel-acts.ts';
import { titleOf } from '../issues/title.ts';
import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned } from '../learned/state.ts';
import { seen, standing } from '../statistics/sequential.ts';
import { nameOf } from '../text/hash32.ts';
import { isDismissed } from './dismissed.ts';
import { SUSPICIONS } from './suspicions.ts';

/** Share of an issue's people from which an ending is the issue's: most of them. */
const MOST = 0.5;

/** Most members listed as evidence. */
const MAX_EVIDENCE = 24;

/**
 * The finding that an issue is a defect of the product: agents acknowledge one to most who ask, since whenever. Without an article
 * it takes the place of the finding that knowledge is missing, under its key, so that one issue never opens two gaps; an article
 * of the issue is not at fault and stays as it is.
 */
export function productBugIn(learned: Learned, issue: Issue): Finding | null {
  const own = nameOf(issue.articleId === null ? 'missing' : 'product_bug', issue.id);
  const key = issue.finding ?? own;
  if (learned.settled.has(key)) return null;
  const counted = issue.members.filter((m) => m.counts).sort((a, b) => a.seen - b.seen);
  const now = standing(
    counted.map((m) => seen(m.acknowledged)),
    SUSPICIONS.product_bug,
  );
  if (!now.isTold) return null;
  if (issue.articleId === null && isDismissed(learned, issue, novelActs(learned, issue))) return null;
  const since = counted.slice(now.since);
  const told = since.filter((m) => m.acknowledged);
  return {
    key,
    cause: 'product_bug',
    issueId: issue.id,
    articleId: null,
    title: titleOf(learned, issue),
    conversationIds: told.slice(-MAX_EVIDENCE).map((m) => m.conversationId),
    statistics: {
      people: since.length,
      acknowledged: told.length,
      share: told.length / since.length,
      logOdds: now.logOdds,
    },
  };
}

/** Whether no text would have helped in an issue without an article: what most got was an action on their account. */
export function needsAction(issue: Issue): boolean {
  if (issue.articleId !== null) return false;
  const counted = issue.members.filter((m) => m.counts);
  return counted.filter((m) => m.acted).length > MOST * counted.length;
}
