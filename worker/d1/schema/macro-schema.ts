import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Macros as last read. `said` is the text in small letters without markup, by which one is found. */
export const macros = sqliteTable(
  'macros',
  {
    tenant: text('tenant').notNull(),
    id: text('id').notNull(),
    body: text('body').notNull(),
    said: text('said').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] })],
);
