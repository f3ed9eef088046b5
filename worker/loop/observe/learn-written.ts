import type { Article } from '../../../shared/article.ts';
import type { Ports } from '../ports/ports.ts';
import type { LogEntryDraft } from '../ports/stores/learning.ts';

/** What the learning is told of articles as they stand after a write of ours: those that it does not know so already. */
export async function newsOf(
  ports: Pick<Ports, 'articles'>,
  tenant: string,
  language: string,
  articles: readonly Article[],
): Promise<LogEntryDraft[]> {
  const news: LogEntryDraft[] = [];
  for (const article of articles) {
    const stored = await ports.articles.get(tenant, article.id, article.locale);
    if (stored === null || JSON.stringify(stored) !== JSON.stringify(article))
      news.push({ kind: 'article', language, article });
  }
  return news;
}
