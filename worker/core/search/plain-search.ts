import { isFunctionWord, stem, tokens, words } from '../text/words.ts';

/** Worth of a word in a title or label beside one in the body, as help-center searches weigh them. */
const TITLE_WORTH = 2;

/** What a help center's own search reads of an article. `bodyText` is plain text. */
export interface PlainArticle {
  id: string;
  title: string;
  labels: readonly string[];
  bodyText: string;
}

/**
 * The articles in the order in which a help center's own search would give them: by the rarity (ln) of the asked words that
 * stand in title, labels or body, nothing learned. Ties by id; articles that hold none of the words are left out.
 */
export function plainSearch(articles: readonly PlainArticle[]): (question: string) => string[] {
  const held = articles.map((article) => ({
    id: article.id,
    titled: stemsOf([article.title, ...article.labels].join(' ')),
    body: stemsOf(article.bodyText),
  }));
  return (question) => {
    const scored = held.map(({ id }) => ({ id, score: 0 }));
    for (const word of new Set(words(question))) {
      const holders = held.flatMap((one, i) => (one.titled.has(word) || one.body.has(word) ? [i] : []));
      const rarity = Math.log(1 + articles.length / Math.max(1, holders.length));
      for (const i of holders) scored[i]!.score += rarity * (held[i]!.titled.has(word) ? TITLE_WORTH : 1);
    }
    return scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
  };
}

function stemsOf(text: string): Set<string> {
  return new Set(
    tokens(text)
      .filter((token) => !isFunctionWord(token))
      .map(stem),
  );
}
