import type { Issue, Learned } from './state.ts';

/** People that must use a word before a title may. */
const MIN_PEOPLE = 3;
const WORDS = 4;

/** A name of an issue: its article's title, else words that customers share and agents or articles use too. */
export function titleOf(l: Learned, issue: Issue): string {
  const article = issue.articleId === null ? undefined : l.articles.get(issue.articleId);
  if (article) return article.title;
  const scored: { word: string; score: number }[] = [];
  for (const [f, n] of issue.counts) {
    const word = l.words.get(f);
    if (word === undefined || n < MIN_PEOPLE) continue;
    scored.push({
      word,
      score: n * Math.log(n / issue.counted / (((l.background.get(f) ?? 0) + 1) / (l.backgroundSize + 1))),
    });
  }
  scored.sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
  return scored
    .slice(0, WORDS)
    .map((s) => s.word)
    .join(' ');
}
