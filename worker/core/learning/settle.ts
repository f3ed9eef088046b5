import { isHabit } from '../../../shared/diagnosis.ts';
import { matchAct } from '../acts/acts.ts';
import { valuedBy } from '../findings/dismissed.ts';
import { issueOf } from '../issues/issues.ts';
import { novelActs } from '../issues/novel-acts.ts';
import type { Learned, Settled } from '../learned/state.ts';
import { reading } from '../text/sentences.ts';

/**
 * Ends a finding. A rejected or dismissed one doesn't come back while it means the same, whatever its key; the article of
 * a published one arrives through `setArticle` and takes over the issue.
 */
export function settleFinding(learned: Learned, key: string, outcome: Settled['outcome']): void {
  const finding = learned.findings.get(key);
  if (!finding) return;
  learned.findings.delete(key);
  const issue = learned.issues.get(issueOf(learned, finding.issueId));
  const act = finding.statistics.actId;
  const valued = valuedBy(learned, finding);
  const stated = valued && matchAct(learned, reading(valued.sentence))?.id;
  const single =
    stated != null
      ? [stated]
      : act !== undefined
        ? [act]
        : issue && finding.articleId === null
          ? novelActs(learned, issue)
          : [];
  const habit = isHabit(finding.cause) ? { habit: finding.cause } : {};
  const about = {
    acts: finding.acts ?? single,
    articleId: finding.articleId,
    issueId: issueOf(learned, finding.issueId),
  };
  learned.settled.set(key, { outcome, ...habit, ...valued, ...about });
  if (issue?.finding === key) issue.finding = null;
}
