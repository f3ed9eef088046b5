import { isTeachable } from '../core/fold.ts';
import { suggest } from '../core/learning/learned.ts';
import { type ArticleSearch, buildSearch, coverageOf, searchArticles } from '../core/search/article-search.ts';
import { fuseRanks } from '../core/search/fuse.ts';
import { pooled } from '../core/search/pooled.ts';
import { nearestArticles } from './nearest.ts';
import type { Ports } from './ports.ts';
import { languageOfLocale } from './refresh.ts';

/** Past questions that teach the customers' words: more cost a second each few thousand, and gain little. */
const PAST_QUESTIONS = 1_500;

/** The search is built anew once the log has grown by so many entries: words change slowly. */
const REBUILD_EVERY = 200;

/** Tenants whose search an isolate holds: about 5 MB each. */
const HELD_TENANTS = 3;

export interface Found {
  articleId: string;
  score: number;
  passage: string;
}

const held = new WeakMap<Ports['articles'], Map<string, { search: ArticleSearch; head: number }>>();

/**
 * The articles that answer a question, best first, with the passage that does, and how sure it is that one does (0 to 1).
 * The search has learned the customers' words from past questions; exact codes and quoted strings match exactly. Where an
 * embedding model is set, its ranking is fused in; an article that it alone finds has no passage and a score of 0.
 */
export async function searchKnowledge(
  ports: Ports,
  tenant: string,
  language: string,
  question: string,
  limit: number,
): Promise<{ articles: Found[]; coverage: number }> {
  const [search, near] = await Promise.all([
    searchOf(ports, tenant, language),
    nearestArticles(ports, tenant, language, question),
  ]);
  const coverage = coverageOf(search, question);
  const byWords = searchArticles(search, question, Math.max(limit, near.length));
  if (near.length === 0) return { articles: byWords.slice(0, limit), coverage };
  const found = new Map(byWords.map((hit) => [hit.articleId, hit]));
  const fused = fuseRanks([byWords.map((hit) => hit.articleId), near]).slice(0, limit);
  return { articles: fused.map((id) => found.get(id) ?? { articleId: id, score: 0, passage: '' }), coverage };
}

/** Suggestions at most, and articles of search that have a say in them. */
const SUGGESTED = 5;
const HEARD = 10;

/**
 * The articles to show beside a conversation, best first, as shares of belief (0 to 1): what its question says by search
 * and by what solved conversations taught. Only articles that stand and that everyone may read.
 */
export async function suggestArticles(
  ports: Ports,
  tenant: string,
  language: string,
  question: string,
): Promise<{ articleId: string; score: number }[]> {
  const { learned } = await ports.memory.load(tenant, language);
  const search = await searchOf(ports, tenant, language);
  const found = searchArticles(search, question, HEARD).filter(({ articleId }) => learned.articles.has(articleId));
  return pooled(suggest(learned, question), found, SUGGESTED);
}

async function searchOf(ports: Ports, tenant: string, language: string): Promise<ArticleSearch> {
  const searches = held.get(ports.articles) ?? new Map<string, { search: ArticleSearch; head: number }>();
  held.set(ports.articles, searches);
  const key = `${tenant}/${language}`;
  const head = await ports.learningLog.head(tenant);
  const known = searches.get(key);
  if (known && head - known.head < REBUILD_EVERY) return known.search;
  const articles = (await ports.articles.list(tenant)).filter(
    (a) => isTeachable(a) && languageOfLocale(a.locale) === language,
  );
  const past = await ports.observations.sample(tenant, language, [], PAST_QUESTIONS);
  const search = buildSearch(
    articles,
    past.map((observation) => observation.question),
  );
  searches.delete(key);
  searches.set(key, { search, head });
  for (const oldest of searches.keys()) {
    if (searches.size <= HELD_TENANTS) break;
    searches.delete(oldest);
  }
  return search;
}
