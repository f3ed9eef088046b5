import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Vectors of articles' passages by embedding model and its length (`model/384`). `vector` is base64 of 32-bit floats, null
 * where another index holds the numbers.
 */
export const vectors = sqliteTable(
  'vectors',
  {
    tenant: text('tenant').notNull(),
    space: text('space').notNull(),
    articleId: text('article_id').notNull(),
    locale: text('locale').notNull(),
    passage: integer('passage').notNull(),
    hash: text('hash').notNull(),
    vector: text('vector'),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.space, t.articleId, t.locale, t.passage] })],
);
