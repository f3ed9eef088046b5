import { z } from 'zod';
import { type ApiReply, type ApiRequest, created, noContent, ok, type Route } from '../api.ts';
import { invalid } from '../errors.ts';
import { paginate } from '../paging.ts';
import { idSchema, numberParam, parseBody, timeQuery } from '../params.ts';
import type { Article } from '../records.ts';
import { find, unixSeconds, type World } from '../world.ts';
import { liveArticle, presentArticle } from './article-json.ts';
import { articleSideloads, articleWithTranslations } from './article-sideloads.ts';
import { archiveArticle, createArticle, setLabels } from './articles.ts';
import { storedBody } from './stored-body.ts';

const DEFAULT_PAGE = 30;
const LOCALE = ':locale{[a-z]{2}(?:-[A-Za-z0-9]+)*}';

/** Each with and without `/{locale}/`, as the vendor has them. */
export function articleRoutes(world: World): Route[] {
  const shared = { resource: 'hc', role: 'agent' } as const;
  const both = (path: string): string[] => [`/api/v2/help_center/${path}`, `/api/v2/help_center/${LOCALE}/${path}`];
  const localised: Route[] = [...both('articles')].flatMap((path): Route[] => [
    { ...shared, method: 'GET', path, handle: (r) => listArticles(world, r, live(world)) },
    { ...shared, method: 'GET', path: `${path}/:id`, handle: (r) => showArticle(world, r) },
    { ...shared, method: 'PUT', path: `${path}/:id`, handle: (r) => putArticle(world, r) },
    { ...shared, method: 'DELETE', path: `${path}/:id`, handle: (r) => deleteArticle(world, r) },
  ]);
  const inSections = both('sections/:id/articles').flatMap((path): Route[] => [
    { ...shared, method: 'GET', path, handle: (r) => listArticles(world, r, inSection(world, numberParam(r, 'id'))) },
    { ...shared, method: 'POST', path, handle: (r) => postArticle(world, r) },
  ]);
  const incremental = '/api/v2/help_center/incremental/articles';
  return [
    ...localised,
    ...inSections,
    { ...shared, method: 'GET', path: incremental, handle: (r) => exportArticles(world, r) },
  ];
}

const live = (world: World): Article[] => [...world.articles.values()].filter((article) => !article.isArchived);

function inSection(world: World, sectionId: number): Article[] {
  find(world.sections, sectionId);
  return live(world).filter((article) => article.sectionId === sectionId);
}

type SortKey = (article: Article) => number | string;
const SORTS: Record<string, SortKey> = {
  position: (article) => article.position,
  title: (article) => article.translations.get(article.sourceLocale)?.title ?? '',
  created_at: (article) => article.createdAt,
  updated_at: (article) => article.updatedAt,
  edited_at: (article) => article.editedAt,
};

function listArticles(world: World, request: ApiRequest, articles: Article[]): ApiReply {
  const { locale } = request.params;
  const sortBy = request.query.get('sort_by') ?? 'position';
  const key = SORTS[sortBy];
  if (key === undefined) throw invalid('sort_by is not one of the accepted values', 'sort_by');
  const labels = (request.query.get('label_names') ?? '').split(',').filter((label) => label !== '');
  const start = timeQuery(request, 'start_time') ?? 0;
  const kept = articles.filter(
    (a) =>
      (locale === undefined || a.translations.has(locale)) &&
      labels.every((label) => a.labels.includes(label)) &&
      unixSeconds(a.updatedAt) >= start,
  );
  // "edited_at", "updated_at" and "created_at" come newest first, as the help center's own lists do.
  const isAscending = (request.query.get('sort_order') ?? (sortBy.endsWith('_at') ? 'desc' : 'asc')) === 'asc';
  kept.sort((a, b) => order(key(a), key(b)) || a.id - b.id);
  const { rows, envelope } = paginate(isAscending ? kept : kept.toReversed(), request, DEFAULT_PAGE);
  return ok({
    articles: rows.map((a) => articleWithTranslations(world, request, a, locale)),
    ...articleSideloads(world, request, rows),
    ...envelope,
  });
}

const order = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);

function showArticle(world: World, request: ApiRequest): ApiReply {
  const article = liveArticle(world, request);
  return ok({
    article: articleWithTranslations(world, request, article, request.params.locale),
    ...articleSideloads(world, request, [article]),
  });
}

/** Oldest change first, from `start_time` on; `next_page` and `end_time` as in the vendor's time-based exports; sideloads as in lists. */
function exportArticles(world: World, request: ApiRequest): ApiReply {
  const start = timeQuery(request, 'start_time') ?? 0;
  const rows = live(world)
    .filter((article) => unixSeconds(article.updatedAt) >= start)
    .sort((a, b) => a.updatedAt - b.updatedAt || a.id - b.id);
  const size = Math.min(Number(request.query.get('per_page') ?? 1000) || 1000, 1000);
  const cut = rows[size - 1];
  const page = cut === undefined ? rows : rows.filter((a) => unixSeconds(a.updatedAt) <= unixSeconds(cut.updatedAt));
  const last = page.at(-1);
  const endTime = last === undefined ? unixSeconds(world.now()) : unixSeconds(last.updatedAt);
  const next = new URL(request.url);
  next.searchParams.set('start_time', String(endTime));
  return ok({
    articles: page.map((article) => articleWithTranslations(world, request, article)),
    ...articleSideloads(world, request, page),
    count: page.length,
    next_page: page.length < rows.length ? next.toString() : null,
    end_time: endTime,
  });
}

const metadataBody = z.object({
  article: z.object({
    promoted: z.boolean().optional(),
    position: z.number().int().optional(),
    comments_disabled: z.boolean().optional(),
    label_names: z.array(z.string()).optional(),
    content_tag_ids: z.array(z.string()).optional(),
    user_segment_id: idSchema.nullable().optional(),
    user_segment_ids: z.array(idSchema).optional(),
    permission_group_id: idSchema.optional(),
    section_id: idSchema.optional(),
  }),
});

/** Metadata only: a title, a body or a draft state sent here is ignored, and the answer is a 200 all the same. */
function putArticle(world: World, request: ApiRequest): ApiReply {
  const article = liveArticle(world, request);
  const { article: sent } = parseBody(metadataBody, request.body);
  const segments =
    sent.user_segment_ids ?? (sent.user_segment_id === undefined ? undefined : segmentList(sent.user_segment_id));
  if (segments?.some((id) => !world.userSegments.has(id))) throw invalid('User segment is invalid', 'user_segment_id');
  if (sent.section_id !== undefined && !world.sections.has(sent.section_id))
    throw invalid('Section is invalid', 'section_id');
  if (sent.permission_group_id !== undefined && !world.permissionGroups.has(sent.permission_group_id)) {
    throw invalid('Permission group is invalid', 'permission_group_id');
  }
  const before = JSON.stringify(presentArticle(world, article));
  const at = world.now();
  if (sent.label_names !== undefined) setLabels(world, article, sent.label_names, at);
  article.isPromoted = sent.promoted ?? article.isPromoted;
  article.position = sent.position ?? article.position;
  article.hasCommentsDisabled = sent.comments_disabled ?? article.hasCommentsDisabled;
  article.contentTagIds = sent.content_tag_ids ?? article.contentTagIds;
  article.userSegmentIds = segments ?? article.userSegmentIds;
  article.permissionGroupId = sent.permission_group_id ?? article.permissionGroupId;
  article.sectionId = sent.section_id ?? article.sectionId;
  if (JSON.stringify(presentArticle(world, article)) !== before) article.updatedAt = Math.max(article.updatedAt, at);
  return ok({ article: presentArticle(world, article, request.params.locale) });
}

const segmentList = (id: number | null): number[] => (id === null ? [] : [id]);

const creationBody = z.object({
  article: z
    .object({
      title: z.string(),
      body: z.string().default(''),
      locale: z.string(),
      permission_group_id: idSchema,
      user_segment_id: idSchema.nullable().optional(),
      user_segment_ids: z.array(idSchema).optional(),
      label_names: z.array(z.string()).default([]),
      draft: z.boolean().default(false),
      author_id: idSchema.optional(),
    })
    .refine((article) => article.user_segment_id !== undefined || article.user_segment_ids !== undefined, {
      message: 'user_segment_id or user_segment_ids is required',
      path: ['user_segment_id'],
    }),
  notify_subscribers: z.boolean().optional(),
});

function postArticle(world: World, request: ApiRequest): ApiReply {
  const sectionId = numberParam(request, 'id');
  find(world.sections, sectionId);
  const { article: sent } = parseBody(creationBody, request.body);
  const article = createArticle(world, {
    sectionId,
    title: sent.title,
    body: storedBody(sent.body),
    locale: sent.locale.toLowerCase(),
    authorId: sent.author_id ?? request.viewer.id,
    permissionGroupId: sent.permission_group_id,
    userSegmentIds: sent.user_segment_ids ?? segmentList(sent.user_segment_id ?? null),
    labels: sent.label_names,
    isDraft: sent.draft,
    at: world.now(),
    isSilent: false,
  });
  return created({ article: presentArticle(world, article) });
}

function deleteArticle(world: World, request: ApiRequest): ApiReply {
  archiveArticle(world, liveArticle(world, request), request.viewer.id, world.now());
  return noContent();
}
