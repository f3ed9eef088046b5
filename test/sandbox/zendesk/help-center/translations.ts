import { z } from 'zod';
import { stripTags } from '../../html.ts';
import { type ApiReply, type ApiRequest, created, ok, type Route } from '../api.ts';
import { invalid, notFound } from '../errors.ts';
import { Action } from '../events.ts';
import { paginate } from '../paging.ts';
import { parseBody } from '../params.ts';
import type { Article, Translation } from '../records.ts';
import type { World } from '../world.ts';
import { liveArticle, presentTranslation } from './article-json.ts';
import { createTranslation } from './articles.ts';
import { storedBody } from './stored-body.ts';

/** What `strip-tags` drops where the fault names nothing else. */
const FRAGILE_TAGS = ['table', 'li', 'pre'];

export interface TranslationChange {
  title?: string | undefined;
  body?: string | undefined;
  isDraft?: boolean | undefined;
  isOutdated?: boolean | undefined;
  actorId: number;
  at: number;
}

/**
 * The only way a title, a body or the draft state changes. Live at once. Data that is what already stands leaves
 * `updated_at` where it was (OAS, "Update Translation"). The body is stored as the vendor stores it. No conditional write exists.
 */
export function updateTranslation(
  world: World,
  article: Article,
  translation: Translation,
  change: TranslationChange,
): void {
  if (change.title !== undefined && change.title.trim() === '') throw invalid('Title: cannot be blank', 'title');
  const next = {
    title: change.title ?? translation.title,
    body: change.body === undefined || change.body === translation.body ? translation.body : storedBody(change.body),
    isDraft: change.isDraft ?? translation.isDraft,
    isOutdated: change.isOutdated ?? translation.isOutdated,
  };
  const isEdited = next.title !== translation.title || next.body !== translation.body;
  const isToggled = next.isDraft !== translation.isDraft;
  if (!isEdited && !isToggled && next.isOutdated === translation.isOutdated) return;
  Object.assign(translation, next);
  translation.updatedById = change.actorId;
  translation.updatedAt = Math.max(translation.updatedAt, change.at);
  article.updatedAt = Math.max(article.updatedAt, change.at);
  if (isEdited) article.editedAt = Math.max(article.editedAt, change.at);
  if (isToggled)
    new Action(world, change.actorId, change.at).article(
      next.isDraft ? 'unpublished' : 'published',
      article,
      translation,
    );
}

const translationBody = z.object({
  translation: z.object({
    locale: z.string().optional(),
    title: z.string().optional(),
    body: z.string().optional(),
    draft: z.boolean().optional(),
    outdated: z.boolean().optional(),
  }),
});

export function translationRoutes(world: World): Route[] {
  const path = '/api/v2/help_center/articles/:id/translations';
  const shared = { resource: 'hc', role: 'agent' } as const;
  return [
    { ...shared, method: 'GET', path: `${path}/missing`, handle: (r) => listMissing(world, r) },
    { ...shared, method: 'GET', path, handle: (r) => listTranslations(world, r) },
    { ...shared, method: 'POST', path, handle: (r) => postTranslation(world, r) },
    {
      ...shared,
      method: 'GET',
      path: `${path}/:locale`,
      handle: (r) => ok({ translation: presentTranslation(world, asked(world, r).translation) }),
    },
    { ...shared, method: 'PUT', path: `${path}/:locale`, handle: (r) => putTranslation(world, r) },
  ];
}

function asked(world: World, request: ApiRequest): { article: Article; translation: Translation } {
  const article = liveArticle(world, request);
  const translation = article.translations.get((request.params.locale ?? '').toLowerCase());
  if (translation === undefined) throw notFound();
  return { article, translation };
}

function putTranslation(world: World, request: ApiRequest): ApiReply {
  const { article, translation } = asked(world, request);
  const { translation: sent } = parseBody(translationBody, request.body);
  const stripping = request.faults.get('strip-tags');
  const body =
    sent.body !== undefined && stripping !== undefined
      ? stripTags(sent.body, stripping.tags ?? FRAGILE_TAGS)
      : sent.body;
  updateTranslation(world, article, translation, {
    title: sent.title,
    body,
    isDraft: sent.draft,
    isOutdated: sent.outdated,
    actorId: request.viewer.id,
    at: world.now(),
  });
  return ok({ translation: presentTranslation(world, translation) });
}

function postTranslation(world: World, request: ApiRequest): ApiReply {
  const article = liveArticle(world, request);
  const { translation: sent } = parseBody(translationBody, request.body);
  if (sent.locale === undefined) throw invalid('Locale: cannot be blank', 'locale');
  const translation = createTranslation(world, article, {
    locale: sent.locale.toLowerCase(),
    title: sent.title ?? '',
    body: storedBody(sent.body ?? ''),
    isDraft: sent.draft ?? false,
    isOutdated: sent.outdated ?? false,
    authorId: request.viewer.id,
    at: world.now(),
  });
  return created({ translation: presentTranslation(world, translation) });
}

function listTranslations(world: World, request: ApiRequest): ApiReply {
  const locales = request.query.get('locales')?.split(',');
  const draft = request.query.get('draft');
  const outdated = request.query.get('outdated');
  const kept = [...liveArticle(world, request).translations.values()].filter(
    (t) =>
      (locales === undefined || locales.includes(t.locale)) &&
      (draft === null || String(t.isDraft) === draft) &&
      (outdated === null || String(t.isOutdated) === outdated),
  );
  const { rows, envelope } = paginate(kept, request);
  return ok({ translations: rows.map((t) => presentTranslation(world, t)), ...envelope });
}

function listMissing(world: World, request: ApiRequest): ApiReply {
  const article = liveArticle(world, request);
  return ok({ locales: world.account.locales.filter((locale) => !article.translations.has(locale)) });
}
