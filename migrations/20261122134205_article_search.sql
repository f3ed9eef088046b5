-- Lexical search. `scope` holds one token a tenant, so that a match never leaves the tenant.
CREATE VIRTUAL TABLE articles_fts USING fts5(
  scope, article_id UNINDEXED, locale UNINDEXED, title, headings, body, labels,
  tokenize = 'porter unicode61 remove_diacritics 2'
);
