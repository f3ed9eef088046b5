import { and, asc, eq, gte, inArray, ne, sql } from 'drizzle-orm';
import { type Article, articleSchema } from '../../../shared/article.ts';
import { hashText } from '../../core/text/hash.ts';
import type { ArticleStore, ArticleVersion } from '../../loop/ports/stores/articles.ts';
import { batch, type Database } from '../database.ts';
import { articles, articleVersions } from '../schema/schema.ts';
import { indexArticle, unindexArticle } from './article-index.ts';

/** What of an article makes a new version: title and body. */
export function contentHash(article: { title: string; bodyHtml: string }): string {
  return hashText(`${article.title}\u0000${article.bodyHtml}`);
}

/** Articles as they stand, every version seen, and their place in the lexical index, each article in one batch. */
export function createArticleStore(db: Database): ArticleStore {
  return {
    async get(tenant, id, locale) {
      const [row] = await db
        .select()
        .from(articles)
        .where(and(eq(articles.tenant, tenant), eq(articles.id, id), eq(articles.locale, locale)));
      return row ? toArticle(row) : null;
    },
    async list(tenant, ids) {
      const rows = await db
        .select()
        .from(articles)
        .where(
          and(
            eq(articles.tenant, tenant),
            ids ? sql`${articles.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))` : undefined,
          ),
        )
        .orderBy(asc(articles.id), asc(articles.locale));
      return rows.map(toArticle);
    },
    async sections(tenant) {
      const section = sql<string>`json_extract(${articles.body}, '$.section')`;
      const rows = await db
        .selectDistinct({ section })
        .from(articles)
        .where(eq(articles.tenant, tenant))
        .orderBy(section);
      return rows.map((row) => row.section);
    },
    lastChanged: (tenant) =>
      db
        .select({ id: articles.id, updatedAt: sql<number>`max(${articles.updatedAt})` })
        .from(articles)
        .where(eq(articles.tenant, tenant))
        .groupBy(articles.id)
        .orderBy(asc(articles.id)),
    async changes(tenant, since) {
      const { at, source } = articleVersions;
      const rows = await db
        .select({ at, source })
        .from(articleVersions)
        .where(and(eq(articleVersions.tenant, tenant), gte(at, since), ne(source, 'restored')))
        .orderBy(asc(at), asc(source));
      return rows.map((row) => ({ at: row.at, isOurs: row.source === 'published' }));
    },
    async put(tenant, incoming, source) {
      const changed: Article[] = [];
      if (incoming.length === 0) return changed;
      const ids = JSON.stringify(incoming.map((article) => article.id));
      const standing = await db
        .select({ id: articles.id, locale: articles.locale, hash: articles.hash, body: articles.body })
        .from(articles)
        .where(and(eq(articles.tenant, tenant), sql`${articles.id} IN (SELECT value FROM json_each(${ids}))`));
      for (const article of incoming) {
        const hash = contentHash(article);
        const known = standing.find((row) => row.id === article.id && row.locale === article.locale);
        const body = JSON.stringify(article);
        if (known?.hash === hash && source !== 'seen') await markOurs(db, tenant, article, hash, source);
        if (known?.body === body) continue;
        const row = { tenant, id: article.id, locale: article.locale, body, hash, updatedAt: article.updatedAt };
        const version = {
          tenant,
          articleId: article.id,
          locale: article.locale,
          hash,
          title: article.title,
          bodyHtml: article.bodyHtml,
          at: article.updatedAt,
          by: article.updatedBy,
          source,
        };
        await batch(db, [
          db
            .insert(articles)
            .values(row)
            .onConflictDoUpdate({ target: [articles.tenant, articles.id, articles.locale], set: row }),
          ...(known?.hash === hash ? [] : [db.insert(articleVersions).values(version).onConflictDoNothing()]),
          unindexArticle(tenant, article.id, article.locale),
          indexArticle(tenant, article),
        ]);
        changed.push(article);
      }
      return changed;
    },
    async remove(tenant, ids) {
      for (const id of ids) {
        await batch(db, [
          db.delete(articles).where(and(eq(articles.tenant, tenant), inArray(articles.id, [id]))),
          unindexArticle(tenant, id, null),
        ]);
      }
    },
    async count(tenant) {
      const [row] = await db.select({ n: sql<number>`count(*)` }).from(articles).where(eq(articles.tenant, tenant));
      return row?.n ?? 0;
    },
    async versions(tenant, id) {
      const rows = await db
        .select()
        .from(articleVersions)
        .where(and(eq(articleVersions.tenant, tenant), eq(articleVersions.articleId, id)))
        .orderBy(asc(articleVersions.at), sql`rowid`);
      return rows.map(({ tenant: _, source, ...rest }) => ({ ...rest, source: source as ArticleVersion['source'] }));
    },
  };
}

/** A write of ours that a look at the helpdesk found before we had read it back. */
async function markOurs(
  db: Database,
  tenant: string,
  { id, locale, updatedAt }: Article,
  hash: string,
  source: ArticleVersion['source'],
): Promise<void> {
  await db
    .update(articleVersions)
    .set({ source })
    .where(
      and(
        ...[eq(articleVersions.tenant, tenant), eq(articleVersions.articleId, id), eq(articleVersions.locale, locale)],
        ...[eq(articleVersions.hash, hash), eq(articleVersions.at, updatedAt), eq(articleVersions.source, 'seen')],
      ),
    );
}

function toArticle(row: typeof articles.$inferSelect): Article {
  return articleSchema.parse(JSON.parse(row.body));
}
