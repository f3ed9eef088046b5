import { z } from 'zod';
import type { Article } from '../../../shared/article.ts';
import { pagesBack, readListPage } from '../pages.ts';
import { parsePlace } from '../parse.ts';
import { type ArticleRow, articleSchema, versionsOf } from './article-shapes.ts';
import { ARTICLES, type ArticleReader, toArticle } from './articles.ts';

/** What changes while all is listed moves to the front of the list, and is read again from this long before: clocks differ. */
const OVERLAP_MS = 300_000;

/** Where a listing stands; `startedAt` is null once what changed meanwhile is being read. */
const placeSchema = z.object({
  page: z.number().int().positive(),
  total: z.number().int().nullable(),
  sinceMs: z.number(),
  startedAt: z.number().nullable(),
});
type Place = z.output<typeof placeSchema>;

/** The list goes by the default locale's time: where the help center has several, an article may have changed in another. */
function isMultilingual(row: ArticleRow): boolean {
  return Object.keys(row.translated_content ?? {}).some((locale) => locale !== 'type');
}

function nextOf(place: Place, isOver: boolean, total: number | null): Place | null {
  const back = pagesBack(place.total, total);
  if (back > 0) return { ...place, page: Math.max(1, place.page - back), total };
  if (!isOver) return { ...place, page: place.page + 1, total };
  if (place.startedAt === null || place.page === 1) return null;
  const sinceMs = Math.max(place.sinceMs, place.startedAt - OVERLAP_MS);
  return { page: 1, total: null, sinceMs, startedAt: null };
}

/**
 * Articles that changed since `sinceMs`, each in every locale that did; one page of the list is one page of ours. The list
 * has no filter and goes by the latest change of the default locale, latest first: where nothing is translated it is read
 * as far as `sinceMs`, else to its end. What moves meanwhile is neither lost nor left: removed articles pull others forward,
 * so reading steps back by as much; edited ones go to the front, which is read once more at the end. One may come twice.
 */
export async function changedArticles(reader: ArticleReader, sinceMs: number, page: string | null) {
  const start: Place = { page: 1, total: null, sinceMs, startedAt: reader.now() };
  const place = page === null ? start : parsePlace(placeSchema, page, 'page');
  const since = Math.floor(place.sinceMs / 1_000) * 1_000;
  const { rows, isLast, total } = await readListPage(reader.client, ARTICLES, articleSchema, place.page);
  const articles: Article[] = [];
  for (const row of rows)
    for (const version of versionsOf(row, reader.locale, reader.client.odd))
      if (version.updatedAt >= since) articles.push(await toArticle(reader, row, version));
  const isPast = rows.some((row) => row.updated_at < since) && !rows.some(isMultilingual);
  const next = nextOf(place, isLast || isPast, total);
  return { articles, page: next && JSON.stringify(next) };
}
