import type { ClaimRow } from '../../../shared/console/knowledge.ts';
import { statementsIn } from '../advice/article-statements.ts';
import { claimsOf } from '../claim/claims.ts';
import { toldOtherwise } from '../findings/claims/told-otherwise.ts';
import type { Learned } from '../learning/learned.ts';

/**
 * The checkable statements of an article in order of reading, each with what was said for and against it: conversations
 * in which an agent said it as it stands, and distinct parties who were told another value (the commonest is `instead`).
 */
export function claimsIn(learned: Learned, articleId: string, bodyHtml: string): ClaimRow[] {
  const article = learned.articles.get(articleId);
  const lines = new Map(article?.lines.map((line) => [line.key, line]));
  const against = new Map((article ? toldOtherwise(learned, article) : []).map((told) => [told.line, told]));
  return statementsIn(bodyHtml).flatMap(({ key, text }): ClaimRow[] => {
    const kinds = [...new Set(claimsOf(text).map((claim) => claim.kind))];
    if (kinds.length === 0) return [];
    const line = lines.get(key);
    const other = against.get(key);
    return [
      {
        text,
        kinds,
        trials: line?.trials ?? 0,
        confirmed: line?.said ?? 0,
        against: other?.others ?? 0,
        instead: other?.instead ?? null,
      },
    ];
  });
}
