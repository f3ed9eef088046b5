import { createLearned, issueOf, learn, setArticle } from '../../../worker/core/learning/learned.ts';
import type { SearchArticle } from '../../../worker/core/search/article.ts';

/** Time between two questions: a set of questions has no clock of its own. */
const BETWEEN_MS = 60_000;

/**
 * The issue of each question as the worker's learning names it, merges followed: articles first, then the past, then the
 * questions, each a conversation of a customer of its own in which nobody answered. Null where it belongs to none: a
 * question alone starts no issue.
 */
export function issuesOf(
  articles: readonly SearchArticle[],
  past: readonly string[],
  questions: readonly string[],
): (string | null)[] {
  const learned = createLearned();
  for (const article of articles) setArticle(learned, article);
  const named = new Map<string, string | null>();
  [...past, ...questions].forEach((question, n) => {
    const at = n * BETWEEN_MS;
    const { issueId, moved } = learn(learned, {
      conversationId: `${n}`,
      at,
      requesterId: `customer ${n}`,
      organizationId: null,
      question,
      customerTurns: [{ id: `${n}`, text: question, at }],
      agentTurns: [],
    });
    named.set(`${n}`, issueId);
    for (const one of moved) named.set(one.conversationId, one.issueId);
  });
  return questions.map((_, i) => {
    const issueId = named.get(`${past.length + i}`) ?? null;
    return issueId === null ? null : issueOf(learned, issueId);
  });
}
