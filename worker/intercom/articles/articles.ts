import { z } from 'zod';
import type { Article } from '../../../shared/article.ts';
import type { JsonClient } from '../../http/client.ts';
import { heldFor } from '../../http/held.ts';
import { NotFound } from '../../loop/ports/errors.ts';
import { pagesBack, readListPage } from '../pages.ts';
import { idSchema, parseAnswer, segment } from '../parse.ts';
import { type ArticleRow, type ArticleVersion, articleSchema, versionsOf } from './article-shapes.ts';
import { audienceOf } from './audience.ts';

/** Public articles. Internal ones live under another path, which is never read: they feed no public text. */
export const ARTICLES = '/articles';

const ARTICLE_MAX_BYTES = 20_000_000;
const collectionSchema = z.looseObject({ id: idSchema, name: z.string().nullish() });
const idRowSchema = z.looseObject({ id: idSchema });

export function articlePath(id: string): string {
  return `${ARTICLES}/${segment(id)}`;
}

export interface ArticleReader {
  client: JsonClient;
  /** A collection's name, in memory for five minutes; empty where it is gone. */
  collection: (id: string) => Promise<string>;
  /** The locale of a workspace that has one language: such articles name none. */
  locale: string;
  /** The helpdesk's time. */
  now: () => number;
}

export function createCollections(client: JsonClient, now: () => number = Date.now): ArticleReader['collection'] {
  return heldFor(async (id) => {
    try {
      const answer = await client.request(`/help_center/collections/${segment(id)}`);
      return parseAnswer(collectionSchema, answer, 'collection').name ?? '';
    } catch (error) {
      if (error instanceof NotFound) return '';
      throw error;
    }
  }, now);
}

/** The innermost collection; empty for an article that stands alone. */
export function sectionIdOf(row: ArticleRow): string {
  return row.parent_id ?? row.parent_ids?.[0] ?? '';
}

/**
 * One locale of an article. Its collection is its section. It has no labels: an article's tags sort it for teammates and
 * no search of the help center reads them. A workspace's help centers are not told apart: the brand is null.
 */
export async function toArticle(reader: ArticleReader, row: ArticleRow, version: ArticleVersion): Promise<Article> {
  const sectionId = sectionIdOf(row);
  return {
    id: row.id,
    locale: version.locale,
    brand: null,
    sectionId,
    section: sectionId === '' ? '' : await reader.collection(sectionId),
    title: version.title,
    labels: [],
    bodyHtml: version.bodyHtml,
    audience: audienceOf(row),
    isDraft: version.isDraft,
    updatedAt: version.updatedAt,
    updatedBy: version.updatedBy,
    url: version.url || row.url || '',
  };
}

/** The article with all its locales, as it is now. */
export async function readArticleRow(client: JsonClient, id: string): Promise<ArticleRow> {
  return parseAnswer(articleSchema, await client.request(articlePath(id), { maxBytes: ARTICLE_MAX_BYTES }), 'article');
}

/** The article and one of its locales; NotFound where it has none such. */
export async function readVersion(reader: Pick<ArticleReader, 'client' | 'locale'>, id: string, locale: string) {
  const row = await readArticleRow(reader.client, id);
  const version = versionsOf(row, reader.locale, reader.client.odd).find((candidate) => candidate.locale === locale);
  if (!version) throw new NotFound(`intercom: article ${id} has no locale ${locale}`);
  return { row, version };
}

/**
 * The live article in one locale: one call. What is not published is not live and answers NotFound, so that an article
 * that was taken out of the help center (by unpublishing: see `archiveArticle`) reads as gone. An edit that a person has
 * staged on a published article is not in it.
 */
export async function readArticle(reader: ArticleReader, id: string, locale: string): Promise<Article> {
  const { row, version } = await readVersion(reader, id, locale);
  if (version.isDraft) throw new NotFound(`intercom: article ${id} in ${locale} is not published`);
  return toArticle(reader, row, version);
}

/** The ids of all articles the token may see, drafts included; page by page, stepping back where some went meanwhile. */
export async function listArticleIds(client: JsonClient): Promise<string[]> {
  const ids = new Set<string>();
  let total: number | null = null;
  for (let page = 1; ; ) {
    const list = await readListPage(client, ARTICLES, idRowSchema, page);
    for (const { id } of list.rows) ids.add(id);
    const back = pagesBack(total, list.total);
    total = list.total;
    if (list.isLast && back === 0) return [...ids];
    page = back > 0 ? Math.max(1, page - back) : page + 1;
  }
}

/**
 * The collection's article of exactly this title created since, published or not; the newest where there are several. By
 * the list, newest change first, and not by the search, which may not know yet what was just made.
 */
export async function findArticle(
  reader: ArticleReader,
  sectionId: string,
  title: string,
  sinceMs: number,
): Promise<Article | null> {
  const since = Math.floor(sinceMs / 1_000) * 1_000;
  const found: ArticleRow[] = [];
  for (let page = 1; ; page++) {
    const { rows, isLast } = await readListPage(reader.client, ARTICLES, articleSchema, page);
    found.push(
      ...rows.filter((row) => row.title === title && sectionIdOf(row) === sectionId && row.created_at >= since),
    );
    if (isLast || rows.some((row) => row.updated_at < since)) break;
  }
  const newest = found.sort((a, b) => b.created_at - a.created_at)[0];
  const version = newest && versionsOf(newest, reader.locale, reader.client.odd)[0];
  return newest && version ? toArticle(reader, newest, version) : null;
}
