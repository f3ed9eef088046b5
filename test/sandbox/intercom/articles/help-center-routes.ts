import { z } from 'zod';
import { type ApiRequest, type Permission, param, parseBody, type Route } from '../api.ts';
import { invalid, notFound } from '../errors.ts';
import { numberedPage } from '../paging.ts';
import { find, unixSeconds, type World } from '../world.ts';
import { presentCollection, presentInternalArticle } from './article-json.ts';
import type { Collection } from './article-records.ts';

/** The one help center of a sandbox workspace. */
const HELP_CENTER_ID = '1';

/** Collections, the help center itself, and articles that only teammates see. */
export function helpCenterRoutes(world: World): Route[] {
  const read = 'read_articles' satisfies Permission;
  const write = 'write_articles' satisfies Permission;
  const collections = '/help_center/collections';
  const shown = (row: Collection) => presentCollection(world, row);
  return [
    { method: 'GET', path: collections, permission: read, handle: (r) => list(world, r) },
    { method: 'POST', path: collections, permission: write, handle: (r) => shown(create(world, r)) },
    { method: 'GET', path: `${collections}/:id`, permission: read, handle: (r) => shown(collectionOf(world, r)) },
    { method: 'PUT', path: `${collections}/:id`, permission: write, handle: (r) => shown(update(world, r)) },
    { method: 'DELETE', path: `${collections}/:id`, permission: write, handle: (r) => remove(world, r) },
    {
      method: 'GET',
      path: '/help_center/help_centers',
      permission: read,
      handle: () => ({ type: 'list', data: [helpCenter(world)] }),
    },
    { method: 'GET', path: '/help_center/help_centers/:id', permission: read, handle: (r) => oneHelpCenter(world, r) },
    { method: 'GET', path: '/internal_articles', permission: read, handle: (r) => listInternal(world, r) },
    {
      method: 'GET',
      path: '/internal_articles/:id',
      permission: read,
      handle: (r) => presentInternalArticle(find(world.internalArticles, param(r, 'id'))),
    },
  ];
}

const collectionOf = (world: World, request: ApiRequest): Collection => find(world.collections, param(request, 'id'));

/** "In descending order on the `updated_at` attribute." */
function list(world: World, request: ApiRequest): unknown {
  const rows = [...world.collections.values()].sort((a, b) => b.updatedAt - a.updatedAt);
  const page = numberedPage(rows, request.query, 20);
  const data = page.rows.map((row) => presentCollection(world, row));
  return { type: 'list', data, total_count: page.total, pages: page.pages };
}

const collectionBody = z.object({
  name: z.string().min(1).optional(),
  description: z.string().optional(),
  parent_id: z.string().nullish(),
});

function create(world: World, request: ApiRequest): Collection {
  const wanted = parseBody(collectionBody.required({ name: true }), request.body);
  const parentId = knownParent(world, wanted.parent_id ?? null);
  const row: Collection = {
    id: world.id(),
    name: wanted.name,
    description: wanted.description ?? null,
    parentId,
    order: world.collections.size + 1,
    createdAt: request.now,
    updatedAt: request.now,
  };
  world.collections.set(row.id, row);
  return row;
}

function update(world: World, request: ApiRequest): Collection {
  const wanted = parseBody(collectionBody, request.body);
  const row = collectionOf(world, request);
  row.name = wanted.name ?? row.name;
  row.description = wanted.description ?? row.description;
  if (wanted.parent_id !== undefined) row.parentId = knownParent(world, wanted.parent_id);
  row.updatedAt = request.now;
  return row;
}

function remove(world: World, request: ApiRequest): unknown {
  const row = collectionOf(world, request);
  world.collections.delete(row.id);
  for (const article of world.articles.values()) {
    if (article.parentId === row.id) Object.assign(article, { parentId: null, parentType: null });
  }
  return { id: row.id, object: 'collection', deleted: true };
}

function knownParent(world: World, parentId: string | null): string | null {
  if (parentId !== null && !world.collections.has(parentId)) throw invalid('parent_id is unknown', 'parent_id');
  return parentId;
}

function helpCenter(world: World): Record<string, unknown> {
  const { workspace } = world;
  return {
    id: HELP_CENTER_ID,
    workspace_id: workspace.id,
    created_at: unixSeconds(world.createdAt),
    updated_at: unixSeconds(world.createdAt),
    identifier: 'sandbox',
    website_turned_on: true,
    display_name: `${workspace.name} Help`,
    url: workspace.helpCenterUrl,
    custom_domain: null,
    default: true,
    locales: workspace.locales,
  };
}

function oneHelpCenter(world: World, request: ApiRequest): unknown {
  if (param(request, 'id') !== HELP_CENTER_ID) throw notFound();
  return helpCenter(world);
}

function listInternal(world: World, request: ApiRequest): unknown {
  const page = numberedPage([...world.internalArticles.values()], request.query, 25);
  return { type: 'list', pages: page.pages, total_count: page.total, data: page.rows.map(presentInternalArticle) };
}
