import { sanitizeBody } from '../../html.ts';
import { invalid } from '../errors.ts';
import { Action } from '../events.ts';
import type { Article, Translation } from '../records.ts';
import { find, type World } from '../world.ts';

export interface NewArticle {
  sectionId: number;
  title: string;
  body: string;
  locale: string;
  authorId: number;
  permissionGroupId: number;
  userSegmentIds: number[];
  labels: string[];
  isDraft: boolean;
  at: number;
  isSilent: boolean;
}

export function createArticle(world: World, draft: NewArticle): Article {
  find(world.sections, draft.sectionId);
  requireLocale(world, draft.locale);
  if (draft.title.trim() === '') throw invalid('Title: cannot be blank', 'title');
  if (!world.permissionGroups.has(draft.permissionGroupId))
    throw invalid('Permission group is invalid', 'permission_group_id');
  const unknown = draft.userSegmentIds.some((id) => !world.userSegments.has(id));
  if (unknown) throw invalid('User segment is invalid', 'user_segment_id');
  const article: Article = {
    id: world.id(),
    sectionId: draft.sectionId,
    authorId: draft.authorId,
    sourceLocale: draft.locale,
    labels: [],
    contentTagIds: [],
    permissionGroupId: draft.permissionGroupId,
    userSegmentIds: draft.userSegmentIds,
    isPromoted: false,
    hasCommentsDisabled: false,
    isArchived: false,
    position: 0,
    translations: new Map(),
    createdAt: draft.at,
    updatedAt: draft.at,
    editedAt: draft.at,
  };
  world.articles.set(article.id, article);
  setLabels(world, article, draft.labels, draft.at);
  const translation = createTranslation(world, article, { ...draft, isOutdated: false });
  if (!draft.isDraft)
    new Action(world, draft.authorId, draft.at, draft.isSilent).article('published', article, translation);
  return article;
}

export interface NewTranslation {
  locale: string;
  title: string;
  body: string;
  isDraft: boolean;
  isOutdated: boolean;
  authorId: number;
  at: number;
}

/** The locale must be enabled and new to the article (OAS, "Create Translation"). */
export function createTranslation(world: World, article: Article, draft: NewTranslation): Translation {
  requireLocale(world, draft.locale);
  if (article.translations.has(draft.locale)) throw invalid('Locale: has already been taken', 'locale');
  if (draft.title.trim() === '') throw invalid('Title: cannot be blank', 'title');
  const translation: Translation = {
    id: world.id(),
    articleId: article.id,
    locale: draft.locale,
    title: draft.title,
    body: sanitizeBody(draft.body),
    isDraft: draft.isDraft,
    isOutdated: draft.isOutdated,
    createdById: draft.authorId,
    updatedById: draft.authorId,
    createdAt: draft.at,
    updatedAt: draft.at,
  };
  article.translations.set(draft.locale, translation);
  article.updatedAt = Math.max(article.updatedAt, draft.at);
  return translation;
}

/** What stands in the locale asked for, else in the article's own. */
export function shownTranslation(article: Article, locale?: string): Translation | undefined {
  return article.translations.get(locale ?? article.sourceLocale);
}

export function setLabels(world: World, article: Article, names: string[], at: number): void {
  article.labels = [...new Set(names)];
  for (const name of article.labels) {
    if (!world.labels.has(name)) world.labels.set(name, { id: world.id(), name, createdAt: at, updatedAt: at });
  }
}

/** Archived articles answer 404; only people can restore them, in the help center (OAS, "Archive Article"). */
export function archiveArticle(world: World, article: Article, actorId: number, at: number): void {
  article.isArchived = true;
  article.updatedAt = Math.max(article.updatedAt, at);
  const translation = shownTranslation(article);
  if (translation !== undefined && !translation.isDraft)
    new Action(world, actorId, at).article('unpublished', article, translation);
}

function requireLocale(world: World, locale: string): void {
  if (!world.account.locales.includes(locale)) throw invalid('Locale: is not enabled', 'locale');
}
