import type { Article } from '../../shared/article.ts';
import type { LoopMessage } from './messages.ts';
import type { LogEntryDraft, Ports } from './ports.ts';

/** Changes this far back are read again: the vendor's clock and ours may differ, and a save may commit late. */
const OVERLAP_MS = 5 * 60_000;

const CURSOR = 'articles_since';

/**
 * Reads the articles that people changed since the last look, stores every version seen and tells the learning. The
 * first run reads them all. What is no longer there is forgotten as an article, kept as versions.
 */
export async function refresh(ports: Ports, tenant: string, message: Extract<LoopMessage, { type: 'refresh' }>): Promise<LoopMessage[]> {
  const helpdesk = await ports.helpdesk(tenant);
  const since = Number((await ports.cursors.get(tenant, CURSOR)) ?? 0);
  const incoming: Article[] = [];
  let page: string | null = null;
  do {
    const answer = await helpdesk.changedArticles(Math.max(0, since - OVERLAP_MS), page);
    incoming.push(...answer.articles);
    page = answer.page;
  } while (page);

  const here = new Set(await helpdesk.listArticleIds());
  const known = await ports.articles.list(tenant);
  const gone = known.filter((a) => !here.has(a.id));
  const stands = new Map(known.map((a) => [`${a.id}/${a.locale}`, JSON.stringify(a)]));
  const changed = incoming.filter((a) => here.has(a.id) && stands.get(`${a.id}/${a.locale}`) !== JSON.stringify(a)).sort((a, b) => a.id.localeCompare(b.id) || a.locale.localeCompare(b.locale));

  const entries: LogEntryDraft[] = [
    ...changed.map((article) => ({ kind: 'article' as const, language: languageOfLocale(article.locale), article })),
    ...gone.map((article) => ({ kind: 'article_gone' as const, language: languageOfLocale(article.locale), articleId: article.id })),
  ];
  await ports.memory.append(tenant, entries);
  await ports.articles.put(tenant, changed, 'seen');
  await ports.articles.remove(tenant, [...new Set(gone.map((a) => a.id))]);
  const newest = incoming.reduce((max, a) => Math.max(max, a.updatedAt), since);
  await ports.cursors.set(tenant, CURSOR, String(newest));
  for (const article of changed.filter((a) => stands.has(`${a.id}/${a.locale}`)))
    await ports.activity.add(tenant, { at: message.at, actor: article.updatedBy ?? 'unknown', what: 'article edited', subject: article.id, reason: 'seen at the helpdesk' });
  return [];
}

/** 'en-us' is English: learning is by language, articles are by locale. */
export function languageOfLocale(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? locale;
}
