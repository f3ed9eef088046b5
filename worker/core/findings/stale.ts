import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned, LearnedArticle } from '../learned/state.ts';
import { nameOf } from '../text/hash32.ts';
import { isAbout, valuesOf } from './dismissed.ts';
import { type Replacement, replacements } from './replacement.ts';
import { silenceChance } from './silence.ts';

/** Most members listed as evidence beside the witnesses. */
const MAX_EVIDENCE = 24;

/** Findings that lines of the issue's article are outdated: never said any more, with what agents say in their place. */
export function staleIn(learned: Learned, issue: Issue): Finding[] {
  const article = issue.articleId === null ? undefined : learned.articles.get(issue.articleId);
  if (!article) return [];
  const valued = new Set(
    [...learned.findings.values()]
      .filter((f) => f.articleId === article.id && f.value !== undefined)
      .map((f) => f.statistics.lineKey),
  );
  return replacements(learned, issue, article)
    .filter((pair) => !valued.has(pair.line.key) && !isSettled(learned, article, pair))
    .map((pair) => findingOf(issue, article, pair))
    .filter((f) => !learned.settled.has(f.key));
}

/**
 * Whether a person has turned down this act, or one that says the same, as a replacement in this article. What was turned down
 * as another value of a sentence says nothing of one that states other values itself.
 */
function isSettled(learned: Learned, article: LearnedArticle, pair: Replacement): boolean {
  return [...learned.settled.values()].some(
    (s) =>
      s.outcome !== 'published' &&
      s.articleId === article.id &&
      isAbout(learned, s, pair.act.id) &&
      (s.sentence === undefined || valuesOf(s.sentence) === valuesOf(pair.line.text ?? '')),
  );
}

function findingOf(issue: Issue, article: LearnedArticle, pair: Replacement): Finding {
  const recent = issue.members.filter((m) => m.counts && m.acts.includes(pair.act.id)).slice(-MAX_EVIDENCE);
  const worded = (issue.wordings.get(pair.act.id) ?? []).map((w) => w.conversationId);
  const ids = new Set([...worded, ...(issue.witnesses.get(pair.act.id) ?? []), ...recent.map((m) => m.conversationId)]);
  return {
    key: nameOf('stale', article.id, String(pair.line.key)),
    cause: 'outdated',
    issueId: issue.id,
    articleId: article.id,
    title: article.title,
    conversationIds: [...ids],
    statistics: {
      lineKey: pair.line.key,
      actId: pair.act.id,
      people: pair.said,
      trials: pair.line.trials,
      lineSaid: pair.line.said,
      silenceChance: silenceChance(article, pair.line),
      frame: pair.frame,
      topic: pair.topic,
      place: pair.place,
      kind: pair.kind,
      score: pair.score,
    },
  };
}
