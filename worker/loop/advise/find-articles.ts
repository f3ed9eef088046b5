import type { FoundArticle } from '../../../shared/advice.ts';
import { isForEverybody } from '../../core/advice/may-read.ts';
import type { Ports } from '../ports/ports.ts';

/** Longest search of an article, and most that are found. */
const MAX_QUERY_CHARS = 200;
const FOUND = 5;

/** Articles that everybody may read, by their words, best first, each once: restricted ones and drafts are left out. */
export async function findArticles(
  ports: Pick<Ports, 'articleIndex' | 'articles'>,
  tenant: string,
  query: string,
): Promise<FoundArticle[]> {
  const hits = await ports.articleIndex.search(tenant, query.slice(0, MAX_QUERY_CHARS), FOUND);
  const articles = await ports.articles.list(tenant, [...new Set(hits.map((hit) => hit.articleId))]);
  const found = hits.flatMap((hit): FoundArticle[] => {
    const article = articles.find((one) => one.id === hit.articleId && one.locale === hit.locale);
    return article && isForEverybody(article) ? [{ id: article.id, title: article.title }] : [];
  });
  return found.filter((one, at) => found.findIndex(({ id: same }) => same === one.id) === at);
}
