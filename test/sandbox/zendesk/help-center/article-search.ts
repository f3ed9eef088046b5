import { escapeHtml, htmlToText } from '../../html.ts';
import { type ApiReply, type ApiRequest, ok, type Route } from '../api.ts';
import { badRequest } from '../errors.ts';
import { paginate } from '../paging.ts';
import type { Article } from '../records.ts';
import type { World } from '../world.ts';
import { presentArticle } from './article-json.ts';

const DEFAULT_PAGE = 25;
const MAX_RESULTS = 1000;
const TITLE_WEIGHT = 3;
const SNIPPET_CHARS = 160;

export function articleSearchRoutes(world: World): Route[] {
  const path = '/api/v2/help_center/articles/search';
  return [{ method: 'GET', path, resource: 'hc', role: 'any', handle: (r) => search(world, r) }];
}

interface Hit {
  article: Article;
  score: number;
  snippet: string;
}

/**
 * Needs one of query, category, section, label_names; 25 a page; drafts are not found. Words count once each, three
 * times in the title: a simple relevance of our own, the vendor's is not known.
 */
function search(world: World, request: ApiRequest): ApiReply {
  const { query } = request;
  if (!['query', 'category', 'section', 'label_names'].some((name) => query.has(name))) {
    throw badRequest('One of query, category, section, label_names is required');
  }
  const locale = query.get('locale') ?? world.account.defaultLocale;
  const words = tokens(query.get('query') ?? '');
  const hits: Hit[] = [];
  for (const article of world.articles.values()) {
    const hit = isCandidate(world, request, article) ? score(article, locale, words) : null;
    if (hit !== null) hits.push(hit);
  }
  const sign = query.get('sort_order') === 'asc' ? 1 : -1;
  const sortBy = query.get('sort_by');
  if (sortBy === 'created_at') hits.sort((a, b) => sign * (a.article.createdAt - b.article.createdAt));
  else if (sortBy === 'updated_at') hits.sort((a, b) => sign * (a.article.updatedAt - b.article.updatedAt));
  else hits.sort((a, b) => b.score - a.score || a.article.id - b.article.id);
  const { rows, envelope } = paginate(hits.slice(0, MAX_RESULTS), request, DEFAULT_PAGE);
  const results = rows.map(({ article, snippet }) => ({
    ...presentArticle(world, article, locale),
    result_type: 'article',
    snippet,
  }));
  return ok({ results, ...envelope });
}

function isCandidate(world: World, request: ApiRequest, article: Article): boolean {
  const { query } = request;
  const section = query.get('section');
  const category = query.get('category');
  const labels = (query.get('label_names') ?? '').split(',').filter((label) => label !== '');
  return (
    !article.isArchived &&
    (section === null || section.split(',').includes(String(article.sectionId))) &&
    (category === null || category.split(',').includes(String(world.sections.get(article.sectionId)?.categoryId))) &&
    (labels.length === 0 || labels.some((label) => article.labels.includes(label)))
  );
}

function score(article: Article, locale: string, words: string[]): Hit | null {
  const translation = article.translations.get(locale);
  if (translation === undefined || translation.isDraft) return null;
  const body = htmlToText(translation.body);
  if (words.length === 0) return { article, score: 0, snippet: escapeHtml(body.slice(0, SNIPPET_CHARS)) };
  const inTitle = new Set([...tokens(translation.title), ...article.labels.flatMap(tokens)]);
  const inBody = new Set(tokens(body));
  const total = words.reduce(
    (sum, word) => sum + (inTitle.has(word) ? TITLE_WEIGHT : 0) + (inBody.has(word) ? 1 : 0),
    0,
  );
  return total === 0 ? null : { article, score: total, snippet: snippet(body, words) };
}

function snippet(body: string, words: string[]): string {
  const lower = body.toLowerCase();
  const first = Math.max(
    0,
    Math.min(...words.map((word) => lower.indexOf(word)).filter((at) => at >= 0), body.length) - 40,
  );
  const start = Number.isFinite(first) ? first : 0;
  const part = escapeHtml(body.slice(start, start + SNIPPET_CHARS));
  return part.replace(/[\p{L}\p{N}]+/gu, (word) => (words.includes(word.toLowerCase()) ? `<em>${word}</em>` : word));
}

const tokens = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
