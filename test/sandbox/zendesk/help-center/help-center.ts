import { type ApiReply, type ApiRequest, created, noContent, ok, type Route } from '../api.ts';
import { invalid, notFound } from '../errors.ts';
import { paginate } from '../paging.ts';
import { numberParam } from '../params.ts';
import type { Named, UserSegment } from '../records.ts';
import { find, iso, type World } from '../world.ts';
import { liveArticle, presentSection } from './article-json.ts';
import { setLabels } from './articles.ts';

/** Everything of the help center that is neither an article nor a translation. */
export function helpCenterRoutes(world: World): Route[] {
  const shared = { resource: 'hc', role: 'agent' } as const;
  const base = '/api/v2/help_center';
  const get = { ...shared, method: 'GET' } as const;
  const labels = `${base}/articles/:id/labels`;
  return [
    {
      ...get,
      path: `${base}/locales`,
      handle: () => ok({ locales: world.account.locales, default_locale: world.account.defaultLocale }),
    },
    {
      ...get,
      path: `${base}/categories`,
      handle: (r) => listCategories(world, r),
    },
    { ...get, path: `${base}/sections`, handle: (r) => listSections(world, r) },
    {
      ...get,
      path: `${base}/sections/:id`,
      handle: (r) => ok({ section: presentSection(world, find(world.sections, numberParam(r, 'id'))) }),
    },
    { ...get, path: `${base}/user_segments`, handle: (r) => listSegments(world, r) },
    {
      ...get,
      path: `${base}/user_segments/:id`,
      handle: (r) => ok({ user_segment: presentSegment(find(world.userSegments, numberParam(r, 'id'))) }),
    },
    {
      ...get,
      path: '/api/v2/guide/permission_groups',
      handle: (r) => listNamed(world, r, 'permission_groups', [...world.permissionGroups.values()]),
    },
    {
      ...get,
      path: `${base}/articles/labels`,
      handle: (r) => listNamed(world, r, 'labels', [...world.labels.values()]),
    },
    { ...get, path: labels, handle: (r) => articleLabels(world, r) },
    { ...shared, method: 'POST', path: labels, handle: (r) => addLabel(world, r) },
    { ...shared, method: 'DELETE', path: `${labels}/:labelId`, handle: (r) => removeLabel(world, r) },
  ];
}

function listCategories(world: World, request: ApiRequest): ApiReply {
  const locale = world.account.defaultLocale;
  const { rows, envelope } = paginate([...world.categories.values()], request);
  const shared = { locale, source_locale: locale, description: '', outdated: false, position: 0 };
  return ok({ categories: rows.map((row) => ({ ...presentNamed(world, 'categories', row), ...shared })), ...envelope });
}

function listSections(world: World, request: ApiRequest): ApiReply {
  const { rows, envelope } = paginate([...world.sections.values()], request);
  return ok({ sections: rows.map((section) => presentSection(world, section)), ...envelope });
}

function listSegments(world: World, request: ApiRequest): ApiReply {
  const builtIn = request.query.get('built_in');
  const kept = [...world.userSegments.values()].filter((s) => builtIn === null || String(s.isBuiltIn) === builtIn);
  const { rows, envelope } = paginate(kept, request);
  return ok({ user_segments: rows.map(presentSegment), ...envelope });
}

function presentSegment(segment: UserSegment): Record<string, unknown> {
  return {
    id: segment.id,
    name: segment.name,
    user_type: segment.userType,
    built_in: segment.isBuiltIn,
    group_ids: segment.groupIds,
    organization_ids: segment.organizationIds,
    tags: segment.tags,
    or_tags: [],
    added_user_ids: [],
    created_at: iso(segment.createdAt),
    updated_at: iso(segment.updatedAt),
  };
}

function presentNamed(world: World, kind: string, row: Named): Record<string, unknown> {
  const url = `https://${world.account.subdomain}.zendesk.com/api/v2/help_center/${kind}/${row.id}.json`;
  return { id: row.id, url, name: row.name, created_at: iso(row.createdAt), updated_at: iso(row.updatedAt) };
}

function listNamed(world: World, request: ApiRequest, kind: string, all: Named[]): ApiReply {
  const { rows, envelope } = paginate(all, request);
  return ok({ [kind]: rows.map((row) => presentNamed(world, kind, row)), ...envelope });
}

function articleLabels(world: World, request: ApiRequest): ApiReply {
  const names = liveArticle(world, request).labels;
  return listNamed(
    world,
    request,
    'labels',
    names.flatMap((name) => world.labels.get(name) ?? []),
  );
}

function addLabel(world: World, request: ApiRequest): ApiReply {
  const article = liveArticle(world, request);
  const name = (request.body as { label?: { name?: unknown } } | null)?.label?.name;
  if (typeof name !== 'string' || name.trim() === '') throw invalid('Name: cannot be blank', 'name');
  setLabels(world, article, [...article.labels, name], world.now());
  article.updatedAt = Math.max(article.updatedAt, world.now());
  const label = world.labels.get(name);
  if (label === undefined) throw notFound();
  return created({ label: presentNamed(world, 'labels', label) });
}

function removeLabel(world: World, request: ApiRequest): ApiReply {
  const article = liveArticle(world, request);
  const labelId = numberParam(request, 'labelId');
  const label = [...world.labels.values()].find((row) => row.id === labelId);
  if (label === undefined || !article.labels.includes(label.name)) throw notFound();
  article.labels = article.labels.filter((name) => name !== label.name);
  article.updatedAt = Math.max(article.updatedAt, world.now());
  return noContent();
}
