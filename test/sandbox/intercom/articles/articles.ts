import { invalid } from '../errors.ts';
import type { World } from '../world.ts';
import { presentArticle } from './article-json.ts';
import type { Article, Content, LocaleContent } from './article-records.ts';
import { storedHtml } from './stored-html.ts';

/** Who writes, when, and how: by a person in the editor or by the API. */
export interface Writing {
  actorId: string;
  at: number;
  via: 'web' | 'api';
  isSilent: boolean;
}

export type TextChange = { [K in keyof Content]?: Content[K] | undefined };
export type LocaleChange = TextChange & { state?: 'published' | 'draft' | undefined };

export interface NewArticle {
  /** The next one when absent. */
  id?: string | undefined;
  parentId: string | null;
  audienceIds: number[];
  /** The default language is among them. */
  texts: Map<string, LocaleChange>;
}

export function createArticle(world: World, writing: Writing, wanted: NewArticle): Article {
  const row: Article = {
    id: wanted.id ?? world.id(),
    parentId: wanted.parentId,
    parentType: wanted.parentId === null ? null : 'collection',
    audienceIds: wanted.audienceIds,
    isForChatbot: true,
    isForCopilot: true,
    isForSalesAgent: true,
    defaultLocale: world.workspace.defaultLocale,
    contents: new Map(),
    versions: [],
    tagIds: [],
    createdAt: writing.at,
    updatedAt: writing.at,
  };
  for (const [locale, change] of wanted.texts) writeLocale(world, row, locale, change, writing);
  world.articles.set(row.id, row);
  tellArticle(world, row, writing, 'article.created');
  if (isPublished(row)) tellArticle(world, row, writing, 'article.published');
  return row;
}

/** Live at once where the language is published; `state` stays what it was unless it is given. */
export function updateArticle(
  world: World,
  row: Article,
  writing: Writing,
  texts: ReadonlyMap<string, LocaleChange>,
): void {
  const wasPublished = isPublished(row);
  for (const [locale, change] of texts) writeLocale(world, row, locale, change, writing);
  row.updatedAt = Math.max(row.updatedAt, writing.at);
  tellArticle(world, row, writing, 'article.updated');
  if (wasPublished !== isPublished(row)) {
    tellArticle(world, row, writing, wasPublished ? 'article.unpublished' : 'article.published');
  }
}

export function deleteArticle(world: World, row: Article, writing: Writing): void {
  world.articles.delete(row.id);
  if (writing.isSilent) return;
  const item = { type: 'article', id: row.id };
  world.emit({ topic: 'article.deleted', at: writing.at, subject: row.id, item: () => item });
}

function writeLocale(world: World, row: Article, locale: string, change: LocaleChange, writing: Writing): void {
  if (!world.workspace.locales.includes(locale)) throw invalid(`Unknown locale ${locale}`, 'translated_content');
  const known = row.contents.get(locale);
  const text = contentOf(known, change, writing.actorId);
  if (text.title.trim() === '') throw invalid('title cannot be blank', 'title');
  const content: LocaleContent = {
    ...text,
    state: change.state ?? known?.state ?? 'draft',
    createdAt: known?.createdAt ?? writing.at,
    updatedAt: writing.at,
    createdById: known?.createdById ?? writing.actorId,
    updatedById: writing.actorId,
    draft: known?.draft ?? null,
  };
  row.contents.set(locale, content);
  addVersion(world, row, locale, { ...writing, content: text, isLive: content.state === 'published' });
}

/** What is not given stays. The body is stored as the vendor stores it. */
export function contentOf(known: Content | undefined, change: TextChange, actorId: string): Content {
  return {
    title: change.title ?? known?.title ?? '',
    description: change.description ?? known?.description ?? '',
    body: change.body === undefined ? (known?.body ?? '') : storedHtml(change.body),
    authorId: change.authorId ?? known?.authorId ?? actorId,
  };
}

/** One version of a language is live at most: what readers see now ("article_version"). */
export function addVersion(
  world: World,
  row: Article,
  locale: string,
  made: Writing & { content: Content; isLive: boolean },
): void {
  const older = row.versions.filter((version) => version.locale === locale);
  if (made.isLive) for (const version of older) version.isLive = false;
  row.versions.push({
    id: world.id(),
    locale,
    content: made.content,
    createdById: made.actorId,
    createdVia: made.via,
    fromVersionId: older.at(-1)?.id ?? null,
    isLive: made.isLive,
    createdAt: made.at,
  });
}

const isPublished = (row: Article): boolean => row.contents.get(row.defaultLocale)?.state === 'published';

/** Article topics stand on the page of the Preview version; whether 2.16 sends them is unverified. */
export function tellArticle(world: World, row: Article, writing: Writing, topic: string): void {
  if (writing.isSilent) return;
  world.emit({ topic, at: writing.at, subject: row.id, item: () => presentArticle(world, row) });
}
