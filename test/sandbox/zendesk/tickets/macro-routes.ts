import { z } from 'zod';
import { type ApiReply, type ApiRequest, created, noContent, ok, type Route } from '../api.ts';
import { badRequest, forbidden, invalid, notFound } from '../errors.ts';
import { paginate } from '../paging.ts';
import { idSchema, numberParam, parseBody } from '../params.ts';
import type { Macro } from '../records.ts';
import type { World } from '../world.ts';
import { createMacro, isVisible, mayChange, presentMacro } from './macros.ts';

const restrictionSchema = z
  .object({ type: z.enum(['Group', 'User']), id: idSchema.optional(), ids: z.array(idSchema).optional() })
  .transform(({ type, id, ids }) => ({ type, ids: ids ?? (id === undefined ? [] : [id]) }));

/** "required: title, actions" (MacroInput). */
const bodySchema = z.object({
  macro: z.object({
    title: z
      .string()
      .max(255)
      .refine((title) => title.trim() !== '', 'cannot be blank'),
    actions: z.array(z.object({ field: z.string().min(1), value: z.unknown() })).min(1, 'at least one is needed'),
    active: z.boolean().optional(),
    description: z.string().nullable().optional(),
    restriction: restrictionSchema.nullable().optional(),
  }),
});

/** Fields an action may set here: those of the vendor's example and of a public reply. Any other is refused. */
const FIELDS =
  /^(?:status|priority|type|assignee_id|group_id|subject|set_tags|current_tags|remove_tags|comment_value(?:_html)?|comment_mode_is_public|custom_fields_\d+)$/;

/** The Macros API: list, show, create, update, delete. */
export function macroRoutes(world: World): Route[] {
  const shared = { resource: 'macros', role: 'agent' } as const;
  const path = '/api/v2/macros';
  return [
    { ...shared, method: 'GET', path, handle: (r) => listMacros(world, r) },
    { ...shared, method: 'POST', path, handle: (r) => postMacro(world, r) },
    { ...shared, method: 'GET', path: `${path}/:id`, handle: (r) => answer(world, seen(world, r)) },
    { ...shared, method: 'PUT', path: `${path}/:id`, handle: (r) => putMacro(world, r) },
    { ...shared, method: 'DELETE', path: `${path}/:id`, handle: (r) => deleteMacro(world, r) },
  ];
}

const answer = (world: World, macro: Macro): ApiReply => ok({ macro: presentMacro(world, macro) });

function seen(world: World, request: ApiRequest): Macro {
  const macro = world.macros.get(numberParam(request, 'id'));
  if (!macro || !isVisible(macro, request.viewer)) throw notFound();
  return macro;
}

const SORTS: Record<string, (macro: Macro) => number | string> = {
  alphabetical: ({ title }) => title.toLowerCase(),
  position: ({ position }) => position,
  created_at: ({ createdAt }) => createdAt,
  updated_at: ({ updatedAt }) => updatedAt,
};
const ACCESS: Record<string, (macro: Macro, viewerId: number) => boolean> = {
  shared: ({ restriction }) => restriction?.type !== 'User',
  account: ({ restriction }) => restriction === null,
  personal: ({ restriction }, viewerId) => restriction?.type === 'User' && restriction.ids.includes(viewerId),
  agents: ({ restriction }) => restriction?.type === 'User',
};

function listMacros(world: World, request: ApiRequest): ApiReply {
  const { query, viewer } = request;
  const access = query.get('access');
  const isOfAccess = access === null ? () => true : ACCESS[access];
  const sortBy = query.get('sort_by') ?? 'alphabetical';
  const key = SORTS[sortBy];
  if (!isOfAccess || !key) throw badRequest('access or sort_by is not one of the accepted values');
  if (access === 'agents' && viewer.role !== 'admin') throw forbidden();
  const active = query.get('active');
  const rows = [...world.macros.values()]
    .filter(
      (m) => isVisible(m, viewer) && isOfAccess(m, viewer.id) && (active === null || String(m.isActive) === active),
    )
    .sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))) || a.id - b.id);
  const isAscending = (query.get('sort_order') ?? (sortBy.endsWith('_at') ? 'desc' : 'asc')) === 'asc';
  const { rows: page, envelope } = paginate(isAscending ? rows : rows.toReversed(), request);
  return ok({ macros: page.map((macro) => presentMacro(world, macro)), ...envelope });
}

/** What is sent, as far as this viewer may make it so. */
function permitted(world: World, request: ApiRequest, before: Macro | null) {
  const { macro: sent } = parseBody(bodySchema, request.body);
  const unknown = sent.actions.find(({ field }) => !FIELDS.test(field));
  if (unknown) throw invalid(`Actions: ${unknown.field} is not a valid field`, 'actions');
  const restriction = sent.restriction === undefined ? (before?.restriction ?? null) : sent.restriction;
  const isAllowed = mayChange(world, restriction, request.viewer);
  if (!isAllowed || (before && !mayChange(world, before.restriction, request.viewer))) throw forbidden();
  return { ...sent, restriction };
}

function postMacro(world: World, request: ApiRequest): ApiReply {
  const { title, actions, restriction, active = true, description = null } = permitted(world, request, null);
  const macro = createMacro(world, { title, actions, restriction, isActive: active, description, at: world.now() });
  return created({ macro: presentMacro(world, macro) });
}

/** "Updates" take the whole list of actions; the same again leaves `updated_at` as it is. */
function putMacro(world: World, request: ApiRequest): ApiReply {
  const macro = seen(world, request);
  const sent = permitted(world, request, macro);
  const before = JSON.stringify(presentMacro(world, macro));
  Object.assign(macro, { title: sent.title, actions: structuredClone(sent.actions), restriction: sent.restriction });
  macro.isActive = sent.active ?? macro.isActive;
  macro.description = sent.description === undefined ? macro.description : sent.description;
  if (JSON.stringify(presentMacro(world, macro)) !== before) macro.updatedAt = Math.max(macro.updatedAt, world.now());
  return answer(world, macro);
}

function deleteMacro(world: World, request: ApiRequest): ApiReply {
  const macro = seen(world, request);
  if (!mayChange(world, macro.restriction, request.viewer)) throw forbidden();
  world.macros.delete(macro.id);
  return noContent();
}
