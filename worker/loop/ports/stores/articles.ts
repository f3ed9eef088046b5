import type { Article } from '../../../../shared/article.ts';
import type { Macro } from '../../../../shared/macro.ts';

export interface ArticleVersion {
  articleId: string;
  locale: string;
  hash: string;
  title: string;
  bodyHtml: string;
  at: number;
  by: string | null;
  /** Found at the helpdesk, or ours: a publication, or one that was taken back. */
  source: 'seen' | 'published' | 'restored';
}

export interface ArticleStore {
  get(tenant: string, id: string, locale: string): Promise<Article | null>;
  /** All articles, or those of these ids, in every locale. */
  list(tenant: string, ids?: string[]): Promise<Article[]>;
  /**
   * Stores the article as current and its version where the content is new; answers which contents are new. What is ours
   * is known as ours also where it was seen before.
   */
  put(tenant: string, articles: Article[], source: ArticleVersion['source']): Promise<Article[]>;
  remove(tenant: string, ids: string[]): Promise<void>;
  /** How many articles are stored, each locale counted. */
  count(tenant: string): Promise<number>;
  versions(tenant: string, id: string): Promise<ArticleVersion[]>;
  /** New contents since `since` (event time) in any locale, what was put back left out: ours, and what people wrote. */
  changes(tenant: string, since: number): Promise<{ at: number; isOurs: boolean }[]>;
  /** When each article was changed last, in any locale. */
  lastChanged(tenant: string): Promise<{ id: string; updatedAt: number }[]>;
  /** The names of all sections that hold an article, once each, in order. */
  sections(tenant: string): Promise<string[]>;
}

/** Macros that every agent shares, as last read at the helpdesk. */
export interface MacroStore {
  put(tenant: string, macros: Macro[]): Promise<void>;
  /** Forgets those of any other id; an empty list keeps none. */
  keepOnly(tenant: string, ids: string[]): Promise<void>;
  /** Those whose text holds one of these words or more (any case, as parts of words too), most first, at most `limit`. */
  holding(tenant: string, words: string[], limit: number): Promise<Macro[]>;
}

/** Lexical search over the tenant's articles; exact codes and quoted strings match exactly. */
export interface ArticleIndex {
  search(tenant: string, query: string, limit: number): Promise<{ articleId: string; locale: string; score: number }[]>;
}
