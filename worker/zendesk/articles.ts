import { z } from 'zod';
import type { Article } from '../../shared/article.ts';
import type { JsonClient } from '../http/client.ts';
import { audienceOf } from './audience.ts';
import { Held } from './held.ts';
import { nextPage, readAllPages } from './pages.ts';
import { idSchema, parseAnswer, segment } from './parse.ts';
import { type ArticleRow, articleSchema, type Translation, translationSchema } from './shapes.ts';

const HELP_CENTER = '/api/v2/help_center';
/** Each article costs a call for its translations: this many a page of ours keeps one page within half of any plan. */
const ARTICLES_PER_PAGE = 25;

export const articleAnswerSchema = z.looseObject({ article: articleSchema });
const articlesSchema = z.looseObject({ articles: z.array(articleSchema) });
const articleIdsSchema = z.looseObject({ articles: z.array(z.looseObject({ id: idSchema })) });
const translationAnswerSchema = z.looseObject({ translation: translationSchema });
const translationsSchema = z.looseObject({ translations: z.array(translationSchema) });
const sectionSchema = z.looseObject({ section: z.looseObject({ name: z.string() }) });
/** Where a listing goes on: a page of the vendor and the articles of it that are done. */
const placeSchema = z.object({ next: z.string(), done: z.array(z.string()) });

export function articlePath(id: string): string {
  return `${HELP_CENTER}/articles/${segment(id)}`;
}

export function translationPath(id: string, locale: string): string {
  return `${articlePath(id)}/translations/${segment(locale)}`;
}

/** Names of sections, in memory for five minutes. A brand has its own host, so articles carry none. */
export type Sections = (id: string) => Promise<string>;

export function createSections(client: JsonClient): Sections {
  const names = new Held<string>();
  return async (id) => {
    const known = names.get(id);
    if (known) return known;
    const answer = await client.request(`${HELP_CENTER}/sections/${segment(id)}`);
    const name = parseAnswer(sectionSchema, answer, 'section').section.name;
    names.set(id, name);
    return name;
  };
}

export interface ArticleReader {
  client: JsonClient;
  sections: Sections;
}

async function toArticle(reader: ArticleReader, row: ArticleRow, translation: Translation): Promise<Article> {
  return {
    id: row.id,
    locale: translation.locale,
    brand: null,
    sectionId: row.section_id,
    section: await reader.sections(row.section_id),
    title: translation.title,
    labels: row.label_names ?? [],
    bodyHtml: translation.body ?? '',
    audience: audienceOf(row),
    isDraft: translation.draft ?? false,
    updatedAt: translation.updated_at,
    updatedBy: translation.updated_by_id ?? null,
    url: translation.html_url ?? row.html_url ?? '',
  };
}

/** The article's row: audience, labels, section, rights. Its title and body are those of its source locale. */
export async function readArticleRow(client: JsonClient, id: string): Promise<ArticleRow> {
  return parseAnswer(articleAnswerSchema, await client.request(articlePath(id)), 'article').article;
}

/** The live article in one locale: two calls, the row for its audience and the translation for title and body. */
export async function readArticle(reader: ArticleReader, id: string, locale: string): Promise<Article> {
  const row = await readArticleRow(reader.client, id);
  const answer = await reader.client.request(translationPath(id, locale));
  return toArticle(reader, row, parseAnswer(translationAnswerSchema, answer, 'translation').translation);
}

/** An article in all its locales: as they came with it, else one call a hundred translations. */
async function readTranslations(reader: ArticleReader, row: ArticleRow): Promise<Article[]> {
  const path = `${articlePath(row.id)}/translations`;
  const readRows = () =>
    readAllPages(reader.client, path, {}, (answer) => parseAnswer(translationsSchema, answer, path).translations);
  const articles: Article[] = [];
  for (const translation of row.translations ?? (await readRows()))
    articles.push(await toArticle(reader, row, translation));
  return articles;
}

/**
 * Articles that changed since `sinceMs` (0: all) by `incremental/articles`, each in all its locales, 25 articles a page.
 * Where the vendor doesn't send the translations along, each article costs one call. An article that goes while it is
 * read is left out: `listArticleIds` tells that it is gone.
 */
export async function changedArticles(reader: ArticleReader, sinceMs: number, page: string | null) {
  const first = `${HELP_CENTER}/incremental/articles?start_time=${Math.floor(Math.max(0, sinceMs) / 1_000)}&include=translations`;
  const place = page === null ? { next: first, done: [] } : parseAnswer(placeSchema, JSON.parse(page), 'page');
  const answer = await reader.client.request(place.next);
  const rows = parseAnswer(articlesSchema, answer, 'incremental/articles').articles;
  const left = rows.filter((row) => !place.done.includes(row.id));
  const taken = left.slice(0, ARTICLES_PER_PAGE);
  const articles: Article[] = [];
  for (const row of taken) articles.push(...(await readIfThere(reader, row)));
  if (taken.length < left.length) {
    return {
      articles,
      page: JSON.stringify({ next: place.next, done: [...place.done, ...taken.map((row) => row.id)] }),
    };
  }
  const next = nextPage(answer, 'incremental/articles');
  const isOver = next === null || next === place.next || rows.length === 0;
  return { articles, page: isOver ? null : JSON.stringify({ next, done: [] }) };
}

async function readIfThere(reader: ArticleReader, row: ArticleRow): Promise<Article[]> {
  try {
    return await readTranslations(reader, row);
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFound') return [];
    throw error;
  }
}

/** The ids of all articles the token may see, drafts included. */
export function listArticleIds(client: JsonClient): Promise<string[]> {
  return readAllPages(client, `${HELP_CENTER}/articles`, {}, (answer) => {
    return parseAnswer(articleIdsSchema, answer, 'articles').articles.map((row) => row.id);
  });
}

/** The section's article of exactly this title created since; where there are several, the newest. */
export async function findArticle(
  reader: ArticleReader,
  sectionId: string,
  title: string,
  sinceMs: number,
): Promise<Article | null> {
  const path = `${HELP_CENTER}/sections/${segment(sectionId)}/articles`;
  const rows = await readAllPages(
    reader.client,
    path,
    {},
    (answer) => parseAnswer(articlesSchema, answer, 'section').articles,
  );
  const found = rows
    .filter((row) => row.title === title && row.created_at >= sinceMs)
    .sort((a, b) => b.created_at - a.created_at)[0];
  return found ? readArticle(reader, found.id, found.locale) : null;
}
