import { z } from 'zod';
import { type ApiRequest, type Permission, param, parseBody, type Route } from '../api.ts';
import { invalid, missing, notFound } from '../errors.ts';
import { numberedPage } from '../paging.ts';
import { find, type World } from '../world.ts';
import { presentArticle, presentFullVersion, presentVersion, presentWithStatistics } from './article-json.ts';
import type { Article, Version } from './article-records.ts';
import { searchArticles } from './article-search.ts';
import { articleBody, textsOf } from './article-texts.ts';
import { createArticle, deleteArticle, updateArticle, type Writing } from './articles.ts';
import { publishDraft, requireDraft, stageDraft } from './drafts.ts';

/** Articles, what is staged on them, and their history. */
export function articleRoutes(world: World): Route[] {
  const read = 'read_articles' satisfies Permission;
  const write = 'write_articles' satisfies Permission;
  const one = '/articles/:id';
  return [
    { method: 'GET', path: '/articles', permission: read, handle: (r) => list(world, r) },
    { method: 'POST', path: '/articles', permission: write, handle: (r) => create(world, r) },
    { method: 'GET', path: '/articles/search', permission: read, handle: (r) => searchArticles(world, r) },
    { method: 'GET', path: one, permission: read, handle: (r) => presentWithStatistics(world, articleOf(world, r)) },
    { method: 'PUT', path: one, permission: write, handle: (r) => update(world, r) },
    { method: 'DELETE', path: one, permission: write, handle: (r) => remove(world, r) },
    { method: 'GET', path: `${one}/draft`, permission: read, handle: (r) => readDraft(world, r) },
    { method: 'PUT', path: `${one}/draft`, permission: write, handle: (r) => stage(world, r) },
    { method: 'POST', path: `${one}/draft/publish`, permission: write, handle: (r) => publish(world, r) },
    { method: 'GET', path: `${one}/versions`, permission: read, handle: (r) => versions(world, r) },
    { method: 'GET', path: `${one}/versions/:version`, permission: read, handle: (r) => version(world, r) },
  ];
}

const articleOf = (world: World, request: ApiRequest, message?: string): Article =>
  find(world.articles, param(request, 'id'), message);

const writingOf = (request: ApiRequest): Writing => ({
  actorId: request.viewer.id,
  at: request.now,
  via: 'api',
  isSilent: false,
});

/** "In descending order on the `updated_at` attribute." */
function list(world: World, request: ApiRequest): unknown {
  const rows = [...world.articles.values()].sort((a, b) => b.updatedAt - a.updatedAt);
  const page = numberedPage(rows, request.query, 25);
  const data = page.rows.map((row) => presentArticle(world, row));
  return { type: 'list', pages: page.pages, total_count: page.total, data };
}

function create(world: World, request: ApiRequest): unknown {
  const wanted = parseBody(articleBody, request.body);
  const texts = textsOf(world, request, wanted);
  const main = texts.get(world.workspace.defaultLocale);
  if (main?.title === undefined) throw missing('title is required', 'title');
  if (main.authorId === undefined) {
    throw missing('author_id must be in the main body or default locale translated_content object');
  }
  for (const change of texts.values()) change.authorId ??= main.authorId;
  const parentId = wanted.parent_id === undefined ? null : String(wanted.parent_id);
  if (parentId !== null && !world.collections.has(parentId)) throw invalid('parent_id is unknown', 'parent_id');
  const audienceIds = wanted.audience_ids ?? [];
  return presentWithStatistics(world, createArticle(world, writingOf(request), { parentId, audienceIds, texts }));
}

function update(world: World, request: ApiRequest): unknown {
  const row = articleOf(world, request);
  const wanted = parseBody(articleBody, request.body);
  const texts = textsOf(world, request, wanted);
  const parentId = wanted.parent_id === undefined ? row.parentId : String(wanted.parent_id);
  if (parentId !== null && !world.collections.has(parentId)) throw invalid('parent_id is unknown', 'parent_id');
  row.parentId = parentId;
  row.parentType = parentId === null ? null : 'collection';
  row.isForChatbot = wanted.ai_chatbot_availability ?? row.isForChatbot;
  row.isForCopilot = wanted.ai_copilot_availability ?? row.isForCopilot;
  row.isForSalesAgent = wanted.ai_sales_agent_availability ?? row.isForSalesAgent;
  row.audienceIds = wanted.audience_ids ?? row.audienceIds;
  updateArticle(world, row, writingOf(request), texts);
  return presentWithStatistics(world, row);
}

function remove(world: World, request: ApiRequest): unknown {
  const row = articleOf(world, request);
  deleteArticle(world, row, writingOf(request));
  return { id: row.id, object: 'article', deleted: true };
}

function readDraft(world: World, request: ApiRequest): unknown {
  const row = articleOf(world, request, 'Object not found');
  requireDraft(row);
  return presentArticle(world, row, true);
}

function stage(world: World, request: ApiRequest): unknown {
  const row = articleOf(world, request, 'Object not found');
  const texts = textsOf(world, request, parseBody(articleBody, request.body));
  stageDraft(world, row, writingOf(request), texts);
  return presentArticle(world, row, true);
}

const publishBody = z.object({ locales: z.array(z.string()).optional() });

function publish(world: World, request: ApiRequest): unknown {
  const row = articleOf(world, request, 'Object not found');
  publishDraft(world, row, writingOf(request), parseBody(publishBody, request.body).locales);
  return presentArticle(world, row);
}

function versionsIn(world: World, request: ApiRequest, row: Article): Version[] {
  const locale = request.query.get('locale') ?? row.defaultLocale;
  if (!world.workspace.locales.includes(locale)) throw invalid('Unknown locale');
  return row.versions.filter((known) => known.locale === locale).reverse();
}

/** "Newest-first as a paginated list of metadata." */
function versions(world: World, request: ApiRequest): unknown {
  const row = articleOf(world, request, 'Object not found');
  const page = numberedPage(versionsIn(world, request, row), request.query, 25);
  const data = page.rows.map((known) => presentVersion(row, known));
  return { type: 'list', pages: page.pages, total_count: page.total, data };
}

function version(world: World, request: ApiRequest): unknown {
  const row = articleOf(world, request, 'Object not found');
  const found = versionsIn(world, request, row).find(({ id }) => id === param(request, 'version'));
  if (found === undefined) throw notFound('Object not found');
  return presentFullVersion(row, found);
}
