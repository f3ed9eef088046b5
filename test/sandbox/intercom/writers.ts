import { type Act, type At, People } from './access/people.ts';
import type { Article, Collection, InternalArticle } from './articles/article-records.ts';
import { createArticle, deleteArticle, type LocaleChange, updateArticle, type Writing } from './articles/articles.ts';
import { publishDraft, stageDraft } from './articles/drafts.ts';
import { storedHtml } from './articles/stored-html.ts';
import { find, idOf, type Ref } from './world.ts';

/** What people write in the help center's editor. */
export class Writers extends People {
  addCollection(c: { name: string; description?: string; parent?: Ref; at?: At }): Collection {
    const at = this.when(c.at);
    const row: Collection = {
      id: this.world.id(),
      name: c.name,
      description: c.description ?? null,
      parentId: c.parent === undefined ? null : idOf(c.parent),
      order: this.world.collections.size + 1,
      createdAt: at,
      updatedAt: at,
    };
    this.world.collections.set(row.id, row);
    return row;
  }

  /** Published and for everyone unless told otherwise. `translations` are published with it; `id` is its number where told. */
  addArticle(
    a: Act & {
      title: string;
      body: string;
      description?: string;
      collection?: Ref;
      author?: Ref;
      audienceIds?: number[];
      id?: string;
      isDraft?: boolean;
      translations?: Record<string, { title: string; body: string }>;
    },
  ): Article {
    const state = a.isDraft === true ? 'draft' : 'published';
    const authorId = a.author === undefined ? this.admin.id : idOf(a.author);
    const main: LocaleChange = { title: a.title, body: a.body, description: a.description, authorId, state };
    const texts = new Map<string, LocaleChange>([[this.workspace.defaultLocale, main]]);
    for (const [locale, text] of Object.entries(a.translations ?? {})) texts.set(locale, { ...text, authorId, state });
    const parentId = a.collection === undefined ? null : find(this.world.collections, idOf(a.collection)).id;
    return createArticle(this.world, this.#writing(a), { id: a.id, parentId, audienceIds: a.audienceIds ?? [], texts });
  }

  /** A person changes the live text in the editor. */
  humanEditArticle(
    e: Act & {
      article: Ref;
      locale?: string;
      title?: string;
      body?: string;
      edit?: (body: string) => string;
      state?: 'published' | 'draft';
      by?: Ref;
    },
  ): Article {
    const article = this.article(e.article);
    const locale = e.locale ?? article.defaultLocale;
    const known = article.contents.get(locale);
    if (known === undefined) throw new Error(`article ${article.id} has no text in ${locale} to edit`);
    const change = { title: e.title, body: e.body ?? e.edit?.(known.body), state: e.state };
    updateArticle(this.world, article, this.#writing(e), new Map([[locale, change]]));
    return article;
  }

  /** A person leaves an edit unpublished. */
  stageDraft(e: Act & { article: Ref; locale?: string; title?: string; body?: string; by?: Ref }): Article {
    const article = this.article(e.article);
    const text = { title: e.title, body: e.body };
    stageDraft(this.world, article, this.#writing(e), new Map([[e.locale ?? article.defaultLocale, text]]));
    return article;
  }

  publishDraft(e: Act & { article: Ref; locales?: string[]; by?: Ref }): Article {
    const article = this.article(e.article);
    publishDraft(this.world, article, this.#writing(e), e.locales);
    return article;
  }

  deleteArticle(d: Act & { article: Ref; by?: Ref }): void {
    deleteArticle(this.world, this.article(d.article), this.#writing(d));
  }

  /** Never public. */
  addInternalArticle(a: { title: string; body: string; at?: At }): InternalArticle {
    const at = this.when(a.at);
    const who = { authorId: this.admin.id, ownerId: this.admin.id };
    const row = { id: this.world.id(), title: a.title, body: storedHtml(a.body), ...who, createdAt: at, updatedAt: at };
    this.world.internalArticles.set(row.id, row);
    return row;
  }

  article(ref: Ref): Article {
    return find(this.world.articles, idOf(ref));
  }

  #writing(act: Act & { by?: Ref }): Writing {
    const actorId = act.by === undefined ? this.admin.id : idOf(act.by);
    return { actorId, at: this.when(act.at), via: 'web', isSilent: act.isSilent ?? false };
  }
}
