import { z } from 'zod';
import type { Article } from '../../../shared/article.ts';
import { readRows } from '../../http/odd-rows.ts';
import { NotFound } from '../../loop/ports/errors.ts';
import { EXPORT_MAX_BYTES } from '../conversations/conversations.ts';
import { nextPage, readAllPages } from '../pages.ts';
import { lax, parseAnswer } from '../parse.ts';
import { type ArticleRow, articleSchema, sectionSchema, translationSchema } from '../shapes.ts';
import { type ArticleReader, articlePath, HELP_CENTER, toArticle } from './articles.ts';

/** The vendor's largest page of a list. */
const ARTICLES_PER_CALL = 100;
/** Article versions a page of ours: the caller stores each by itself. A hundred articles in two locales fit. */
const VERSIONS_PER_PAGE = 200;
/** Where an article costs a call for its translations, this many a page of ours keep it within half of any plan. */
const CALLS_PER_PAGE = 25;
/** What changes while all is listed is read again from this long before the listing began: clocks differ. */
const OVERLAP_SECONDS = 300;

const pageSchema = z.looseObject({
  articles: z.array(z.unknown()),
  sections: lax(z.array(z.unknown())),
});
const translationsSchema = z.looseObject({ translations: z.array(z.unknown()) });
/** Where reading goes on: a page of the vendor, the articles of it that are done, and the page after the vendor's last. */
const placeSchema = z.object({
  next: z.string(),
  done: z.array(z.string()),
  last: z.string().nullable().default(null),
});
type Place = z.output<typeof placeSchema>;

function since(seconds: number): string {
  return `${HELP_CENTER}/incremental/articles?start_time=${Math.max(0, seconds)}&include=sections,translations`;
}

/** Listed in the order they were made, no article moves or is passed over when it changes meanwhile. */
function startOf(reader: ArticleReader, sinceMs: number): Place {
  if (sinceMs > 0) return { next: since(Math.floor(sinceMs / 1_000)), done: [], last: null };
  const query = `page[size]=${ARTICLES_PER_CALL}&sort_by=created_at&sort_order=asc&include=sections,translations`;
  const last = since(Math.floor(reader.now() / 1_000) - OVERLAP_SECONDS);
  return { next: `${HELP_CENTER}/articles?${query}`, done: [], last };
}

/**
 * Articles that changed since `sinceMs`, each in all its locales. All of them (0) come by the list, where the vendor sends
 * sections and translations along ("Sideloads": users, sections, categories, translations): N articles cost N/100 calls and
 * nothing an article, as long as a hundred have no more than 200 translations, else the page is asked for again for the
 * rest. Then, as otherwise at once, comes `incremental/articles`, for which sideloads are not described: asked for all the
 * same. Where translations are not in the answer, each article costs one call. An article that goes while it is read is
 * left out: `listArticleIds` tells that it is gone. An article may come twice.
 */
export async function changedArticles(reader: ArticleReader, sinceMs: number, page: string | null) {
  const place = page === null ? startOf(reader, sinceMs) : parseAnswer(placeSchema, JSON.parse(page), 'page');
  const answer = await reader.client.request(place.next, { maxBytes: EXPORT_MAX_BYTES });
  const read = parseAnswer(pageSchema, answer, 'articles');
  const { odd } = reader.client;
  const rows = readRows(articleSchema, read.articles, 'articles', odd);
  reader.sections.keep(readRows(sectionSchema, read.sections ?? [], 'sections', odd));
  const done = new Set(place.done);
  const left = rows.filter((row) => !done.has(row.id));
  const taken = left.slice(0, takenAtOnce(left));
  const articles: Article[] = [];
  for (const row of taken) articles.push(...(await readIfThere(reader, row)));
  if (taken.length < left.length) {
    const upTo = { ...place, done: [...place.done, ...taken.map((row) => row.id)] };
    return { articles, page: JSON.stringify(upTo) };
  }
  const next = nextPage(answer, 'articles');
  const isOver = next === null || next === place.next || read.articles.length === 0;
  if (!isOver) return { articles, page: JSON.stringify({ next, done: [], last: place.last }) };
  if (place.last === null) return { articles, page: null };
  return { articles, page: JSON.stringify({ next: place.last, done: [], last: null }) };
}

/** How many of the articles fit a page of ours; never none. */
function takenAtOnce(rows: ArticleRow[]): number {
  let versions = 0;
  let calls = 0;
  const over = rows.findIndex((row) => {
    versions += row.translations?.length ?? 1;
    calls += row.translations ? 0 : 1;
    return versions > VERSIONS_PER_PAGE || calls > CALLS_PER_PAGE;
  });
  return over === -1 ? rows.length : Math.max(1, over);
}

/** An article in all its locales: as they came with it, else one call a hundred translations. */
async function readTranslations(reader: ArticleReader, row: ArticleRow): Promise<Article[]> {
  const path = `${articlePath(row.id)}/translations`;
  const readAll = () =>
    readAllPages(reader.client, path, {}, (answer) => parseAnswer(translationsSchema, answer, path).translations);
  const articles: Article[] = [];
  const rows = row.translations ?? (await readAll());
  for (const translation of readRows(translationSchema, rows, `translations of article ${row.id}`, reader.client.odd))
    articles.push(await toArticle(reader, row, translation));
  return articles;
}

async function readIfThere(reader: ArticleReader, row: ArticleRow): Promise<Article[]> {
  try {
    return await readTranslations(reader, row);
  } catch (error) {
    if (error instanceof NotFound) return [];
    throw error;
  }
}
