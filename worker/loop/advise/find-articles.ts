import type { FoundArticle } from '../../../shared/advice.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { isForEverybody } from '../../core/advice/may-read.ts';
import { snippetOf } from '../../core/advice/snippet.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import type { Ports } from '../ports/ports.ts';
import { recordsOf } from './advice-records.ts';
import { advised } from './advised.ts';

type FindPorts = Pick<
  Ports,
  'articleIndex' | 'articles' | 'eventClock' | 'fixes' | 'gaps' | 'memory' | 'outcomes' | 'publications'
>;

/** Longest search of an article, and most that are found. */
const MAX_QUERY_CHARS = 200;
const FOUND = 5;
const SNIPPET_CHARS = 160;

/**
 * Articles that everybody may read, by their words, best first, each once, with the words that fit and how far each can be
 * trusted: restricted ones and drafts are left out.
 */
export async function findArticles(ports: FindPorts, viewer: Viewer, query: string): Promise<FoundArticle[]> {
  const { tenant, role } = viewer;
  const asked = query.slice(0, MAX_QUERY_CHARS);
  const hits = await ports.articleIndex.search(tenant, asked, FOUND);
  const ids = [...new Set(hits.map((hit) => hit.articleId))];
  if (ids.length === 0) return [];
  const now = ports.eventClock.now();
  const records = await recordsOf(ports, tenant, { articleIds: ids, issueIds: [], now });
  const found: FoundArticle[] = [];
  for (const { articleId, locale, score } of hits) {
    const article = records.articles.find((one) => one.id === articleId && one.locale === locale);
    if (!article || !isForEverybody(article) || found.some(({ id }) => id === articleId)) continue;
    const { learned } = await ports.memory.load(tenant, languageOfLocale(locale));
    const snippet = snippetOf(article.bodyHtml, asked, SNIPPET_CHARS);
    found.push({ ...advised(learned, article, score, records, role, now), snippet });
  }
  return found;
}
