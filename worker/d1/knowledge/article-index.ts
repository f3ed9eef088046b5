import { type SQL, sql } from 'drizzle-orm';
import type { Article } from '../../../shared/article.ts';
import { plainText } from '../../core/html/plain.ts';
import { hashText } from '../../core/text/hash.ts';
import type { ArticleIndex } from '../../loop/ports/stores/articles.ts';
import type { Database } from '../database.ts';

/** bm25 weights of scope, id, locale, title, headings, body, labels: a title says most, learned labels next. */
const WEIGHTS = '0, 0, 0, 5, 2, 1, 3';

/** A question longer than this many words is cut: the first words carry it, and FTS5 pays for each. */
const MAX_QUERY_WORDS = 40;

/** Lexical search by FTS5. Every match carries the tenant's own scope token, so that none leaves the tenant. */
export function createArticleIndex(db: Database): ArticleIndex {
  return {
    async search(tenant, query, limit) {
      const match = matchOf(query);
      if (!match) return [];
      const rows = await db.all<{ articleId: string; locale: string; score: number }>(sql`
        SELECT article_id AS articleId, locale, -bm25(articles_fts, ${sql.raw(WEIGHTS)}) AS score
        FROM articles_fts WHERE articles_fts MATCH ${`scope : "${scopeOf(tenant)}" AND ({title headings body labels} : (${match}))`}
        ORDER BY score DESC, article_id LIMIT ${limit}`);
      return rows;
    },
  };
}

/** User text never reaches FTS5's syntax: words and quoted strings become quoted phrases joined by OR. */
function matchOf(query: string): string {
  const phrases = [...query.matchAll(/"([^"]{2,80})"/g)].map((m) => m[1] ?? '');
  const words = query.match(/[\p{L}\p{N}_.-]{2,64}/gu) ?? [];
  const terms = [...phrases, ...words.slice(0, MAX_QUERY_WORDS)];
  return [...new Set(terms)].map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');
}

function scopeOf(tenant: string): string {
  return `t${hashText(tenant).slice(0, 24)}`;
}

export function indexArticle(tenant: string, article: Article) {
  const headings = [...article.bodyHtml.matchAll(/<h\d[^>]{0,200}>([\s\S]{0,500}?)<\/h\d>/gi)]
    .map((m) => plainText(m[1] ?? ''))
    .join('\n');
  return sql`
    INSERT INTO articles_fts (scope, article_id, locale, title, headings, body, labels)
    VALUES (${scopeOf(tenant)}, ${article.id}, ${article.locale}, ${article.title}, ${headings},
      ${plainText(article.bodyHtml)}, ${article.labels.join(' ')})`;
}

/** Removes an article's rows, of one locale or of all. */
export function unindexArticle(tenant: string, id: string, locale: string | null) {
  return sql`
      DELETE FROM articles_fts WHERE rowid IN (
        SELECT rowid FROM articles_fts WHERE articles_fts MATCH ${`scope : "${scopeOf(tenant)}"`}
          AND article_id = ${id} AND (${locale} IS NULL OR locale = ${locale}))`;
}

/** Removes up to `rows` of a tenant's rows, where `condition` holds. */
export function unindexTenant(tenant: string, rows: number, condition: SQL) {
  return sql`
      DELETE FROM articles_fts WHERE ${condition} AND rowid IN (
        SELECT rowid FROM articles_fts WHERE articles_fts MATCH ${`scope : "${scopeOf(tenant)}"`} LIMIT ${rows})`;
}
