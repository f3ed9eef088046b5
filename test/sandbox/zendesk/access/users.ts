import { type ApiRequest, ok, type Route } from '../api.ts';
import { paginate } from '../paging.ts';
import { idsQuery, numberParam } from '../params.ts';
import type { Group, Named, Organization, User } from '../records.ts';
import { find, iso, type World } from '../world.ts';
import { customRoleRoutes, presentCustomRole } from './custom-roles.ts';

export function presentUser(world: World, user: User): Record<string, unknown> {
  const isStaff = user.role !== 'end-user';
  const customRole = world.customRoles.get(user.customRoleId ?? 0);
  return {
    id: user.id,
    url: api(world, `users/${user.id}.json`),
    name: user.name,
    email: user.email,
    role: user.role,
    role_type: isStaff ? (user.role === 'admin' ? 4 : (customRole?.roleType ?? 0)) : null,
    custom_role_id: user.customRoleId,
    active: user.isActive,
    suspended: user.isSuspended,
    verified: true,
    organization_id: user.organizationId,
    default_group_id: user.groupIds[0] ?? null,
    tags: user.tags,
    user_fields: user.fields,
    ticket_restriction: user.ticketRestriction,
    restricted_agent: isStaff && user.ticketRestriction !== null,
    only_private_comments: customRole?.configuration.ticket_comment_access === 'none',
    moderator: user.isModerator,
    shared: false,
    shared_agent: false,
    external_id: null,
    alias: null,
    details: null,
    notes: null,
    phone: null,
    photo: null,
    signature: null,
    locale: user.locale,
    locale_id: 1,
    time_zone: 'UTC',
    last_login_at: null,
    created_at: iso(user.createdAt),
    updated_at: iso(user.updatedAt),
  };
}

export function presentOrganization(world: World, organization: Organization): Record<string, unknown> {
  return {
    id: organization.id,
    url: api(world, `organizations/${organization.id}.json`),
    name: organization.name,
    domain_names: organization.domainNames,
    tags: organization.tags,
    organization_fields: organization.fields,
    details: organization.details,
    notes: organization.notes,
    external_id: organization.externalId,
    group_id: null,
    shared_tickets: false,
    shared_comments: false,
    created_at: iso(organization.createdAt),
    updated_at: iso(organization.updatedAt),
  };
}

const presentNamed = (world: World, kind: string, row: Named): Record<string, unknown> => ({
  id: row.id,
  url: api(world, `${kind}/${row.id}.json`),
  name: row.name,
  created_at: iso(row.createdAt),
  updated_at: iso(row.updatedAt),
});

const api = (world: World, path: string): string => `https://${world.account.subdomain}.zendesk.com/api/v2/${path}`;

/** `show_many` leaves out ids it does not know, as the vendor does. */
export function userRoutes(world: World): Route[] {
  const users = { method: 'GET', resource: 'users', role: 'agent' } as const;
  const organizations = { method: 'GET', resource: 'organizations', role: 'agent' } as const;
  const others = { method: 'GET', resource: null, role: 'agent' } as const;
  return [
    { ...users, role: 'any', path: '/api/v2/users/me', handle: (r) => ok({ user: presentUser(world, r.viewer) }) },
    { ...users, path: '/api/v2/users/show_many', handle: (r) => showMany(world, r) },
    {
      ...users,
      path: '/api/v2/users/:id',
      handle: (r) => showUser(world, r),
    },
    { ...users, path: '/api/v2/users/:id/groups', handle: (r) => groupsOf(world, r) },
    {
      ...organizations,
      path: '/api/v2/organizations/show_many',
      handle: (r) => {
        const found = idsQuery(r).flatMap((id) => world.organizations.get(id) ?? []);
        return ok({ organizations: found.map((o) => presentOrganization(world, o)), ...listEnd(found.length) });
      },
    },
    {
      ...organizations,
      path: '/api/v2/organizations/:id',
      handle: (r) => ok({ organization: presentOrganization(world, find(world.organizations, numberParam(r, 'id'))) }),
    },
    {
      ...others,
      path: '/api/v2/groups',
      handle: (r) => {
        const { rows, envelope } = paginate([...world.groups.values()], r);
        return ok({ groups: rows.map((group) => presentGroup(world, group)), ...envelope });
      },
    },
    {
      ...others,
      path: '/api/v2/groups/:id',
      handle: (r) => ok({ group: presentGroup(world, find(world.groups, numberParam(r, 'id'))) }),
    },
    ...customRoleRoutes(world),
    {
      ...others,
      path: '/api/v2/brands',
      handle: (r) => {
        const { rows, envelope } = paginate([...world.brands.values()], r);
        return ok({ brands: rows.map((brand) => presentBrand(world, brand)), ...envelope });
      },
    },
  ];
}

function showMany(world: World, request: ApiRequest) {
  const found = idsQuery(request).flatMap((id) => world.users.get(id) ?? []);
  return ok({ users: found.map((user) => presentUser(world, user)), ...listEnd(found.length) });
}

function groupsOf(world: World, request: ApiRequest) {
  const groups = find(world.users, numberParam(request, 'id')).groupIds.flatMap((id) => world.groups.get(id) ?? []);
  const { rows, envelope } = paginate(groups, request);
  return ok({ groups: rows.map((group) => presentGroup(world, group)), ...envelope });
}

/** One user; `roles` and `groups` beside it where they are asked for ("Side-loading related records", users). */
function showUser(world: World, request: ApiRequest) {
  const user = find(world.users, numberParam(request, 'id'));
  const include = (request.query.get('include') ?? '').split(',');
  const role = world.customRoles.get(user.customRoleId ?? 0);
  const groups = user.groupIds.flatMap((id) => world.groups.get(id) ?? []);
  return ok({
    user: presentUser(world, user),
    ...(include.includes('roles') ? { roles: role ? [presentCustomRole(role)] : [] } : {}),
    ...(include.includes('groups') ? { groups: groups.map((group) => presentGroup(world, group)) } : {}),
  });
}

export function presentGroup(world: World, group: Group): Record<string, unknown> {
  return {
    ...presentNamed(world, 'groups', group),
    is_public: group.isPublic,
    default: group === [...world.groups.values()][0],
    deleted: false,
    description: '',
  };
}

function presentBrand(world: World, brand: Named): Record<string, unknown> {
  const { subdomain } = world.account;
  return {
    ...presentNamed(world, 'brands', brand),
    subdomain,
    brand_url: `https://${subdomain}.zendesk.com`,
    active: true,
    default: brand === [...world.brands.values()][0],
    has_help_center: true,
    help_center_state: 'enabled',
  };
}

const listEnd = (count: number) => ({ count, next_page: null, previous_page: null });
