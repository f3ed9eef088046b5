import { DAY_MS } from '../../../shared/time.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import { languageIn } from '../../core/language/space.ts';
import { isTeachable } from '../../core/learning/fold.ts';
import { experienceOf, isAboutArticles, type Learned, suggest } from '../../core/learning/learned.ts';
import {
  type ArticleSearch,
  buildSearch,
  coverageOf,
  isNamedExactly,
  searchArticles,
} from '../../core/search/article-search.ts';
import { pooled } from '../../core/search/pooled.ts';
import { withMeaning } from '../../core/search/with-meaning.ts';
import type { Ports } from '../ports/ports.ts';
import { nearestArticles } from './nearest-articles.ts';

type SearchPorts = Pick<Ports, 'articles' | 'dense' | 'memory' | 'observations'>;

/** Past questions that teach the customers' words: more cost a second each few thousand, and gain little. */
const PAST_QUESTIONS = 1_500;

/**
 * The search of a day (event time) has learned from what was solved before that day: words change slowly, and every isolate
 * that builds it builds the same, whenever it was started.
 */
const BUILT_EVERY_MS = DAY_MS;

/** Searches that an isolate holds: about 5 MB each. */
const HELD = 3;

export interface Found {
  articleId: string;
  score: number;
  passage: string;
}

/** Articles that words alone put forward, among which what was taught may choose. Bounds the passages read. */
const CONSIDERED = 50;

const held = new WeakMap<Ports['articles'], Map<string, ArticleSearch>>();

/**
 * The articles that answer a question, best first, with the passage that does, and how sure it is that one does (0 to 1).
 * The search has learned the customers' words from past questions, and what solved conversations taught has its say, as in
 * suggestions; scores are shares of belief (0 to 1). Exact codes and quoted strings match exactly, and nothing is found where
 * no word is shared and nothing is near in meaning; an article that meaning alone finds has no passage.
 */
export async function searchKnowledge(
  ports: Pick<Ports, 'articles' | 'dense' | 'eventClock' | 'memory' | 'observations'>,
  tenant: string,
  language: string,
  question: string,
  limit: number,
): Promise<{ articles: Found[]; coverage: number }> {
  const [search, near, { learned }] = await Promise.all([
    searchOf(ports, tenant, language, ports.eventClock.now()),
    nearestArticles(ports, tenant, language, question),
    ports.memory.load(tenant, language),
  ]);
  const coverage = coverageOf(search, question);
  const all = searchArticles(search, question, Math.max(limit, near.length, CONSIDERED));
  const passages = new Map(all.map((hit) => [hit.articleId, hit.passage]));
  const found = withMeaning(all, near);
  const known = new Set(found.map(({ articleId }) => articleId));
  const articles = believed(learned, search, question, found, limit + found.length)
    .filter(({ articleId }) => known.has(articleId))
    .slice(0, limit)
    .map((one) => ({ ...one, passage: passages.get(one.articleId) ?? '' }));
  return { articles, coverage };
}

/** Suggestions at most, and articles of search that have a say in them. */
const SUGGESTED = 5;
const HEARD = 10;

/**
 * The articles to show beside a conversation, best first, as shares of belief (0 to 1): what its question says by search
 * and by what solved conversations taught up to `at` (event time, ms). None where the question is about nothing that an article is
 * about. Only articles that stand and that everyone may read.
 */
export async function suggestArticles(
  ports: SearchPorts,
  tenant: string,
  language: string,
  question: string,
  at: number,
): Promise<{ articleId: string; score: number }[]> {
  const { learned } = await ports.memory.load(tenant, language);
  const search = await searchOf(ports, tenant, language, at);
  if (!isAboutArticles(learned, question) && !isNamedExactly(search, question)) return [];
  const near = await nearestArticles(ports, tenant, language, question);
  const found = withMeaning(searchArticles(search, question, CONSIDERED), near)
    .filter(({ articleId }) => learned.articles.has(articleId))
    .slice(0, HEARD);
  return believed(learned, search, question, found, SUGGESTED);
}

/** What search found, and what solved conversations taught as far as they go: nothing against an article that is named exactly. */
function believed(
  learned: Learned,
  search: ArticleSearch,
  question: string,
  found: readonly Believed[],
  limit: number,
) {
  const experience = isNamedExactly(search, question) ? 0 : experienceOf(learned);
  return pooled(suggest(learned, question), found, experience, limit);
}

type Believed = Pick<Found, 'articleId' | 'score'>;

async function searchOf(ports: SearchPorts, tenant: string, language: string, at: number): Promise<ArticleSearch> {
  const searches = held.get(ports.articles) ?? new Map<string, ArticleSearch>();
  held.set(ports.articles, searches);
  const { learned } = await ports.memory.load(tenant, language);
  const today = Math.floor(at / BUILT_EVERY_MS) * BUILT_EVERY_MS;
  const key = JSON.stringify([tenant, language, today, standingOf(learned)]);
  const known = searches.get(key);
  if (known) return known;
  const articles = (await ports.articles.list(tenant)).filter(
    (a) => isTeachable(a) && languageOfLocale(a.locale) === languageIn(language),
  );
  const past = await ports.observations.sample(tenant, language, [], PAST_QUESTIONS, today);
  const search = buildSearch(
    articles,
    past.map((observation) => observation.question),
  );
  searches.set(key, search);
  for (const oldest of searches.keys()) {
    if (searches.size <= HELD) break;
    searches.delete(oldest);
  }
  return search;
}

/** A sum over the articles that stand and their lines: another one when any of them changes. */
function standingOf({ articles }: Learned): number {
  let sum = articles.size;
  for (const { lines } of articles.values()) for (const { key } of lines) sum = (Math.imul(sum, 31) + key) | 0;
  return sum;
}
