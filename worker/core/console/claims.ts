import type { ClaimRow } from '../../../shared/console/knowledge.ts';
import { statementsIn } from '../advice/article-statements.ts';
import { claimsOf } from '../claim/claims.ts';
import { issueOf, type Learned } from '../learning/learned.ts';

/**
 * The checkable statements of an article in order of reading, each with what was said for and against it: conversations
 * in which an agent said it as it stands, and distinct parties who were told another value (the commonest is `instead`).
 */
export function claimsIn(l: Learned, articleId: string, bodyHtml: string): ClaimRow[] {
  const article = l.articles.get(articleId);
  const issue = article && l.issues.get(issueOf(l, article.issueId));
  const lines = new Map(article?.lines.map((line) => [line.key, line]));
  const against = new Map<number, { parties: Set<number>; said: string[] }>();
  for (const member of issue?.members ?? [])
    for (const { line, said } of member.values) {
      const row = against.get(line) ?? { parties: new Set<number>(), said: [] };
      row.parties.add(member.person);
      row.said.push(said);
      against.set(line, row);
    }
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
        against: other?.parties.size ?? 0,
        instead: other ? commonest(other.said) : null,
      },
    ];
  });
}

function commonest(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}
