import { ok, type Route } from '../api.ts';
import { numberParam } from '../params.ts';
import type { CustomRole } from '../records.ts';
import { find, iso, type World } from '../world.ts';

export function presentCustomRole({ id, name, roleType, configuration, createdAt, updatedAt }: CustomRole) {
  return {
    id,
    name,
    description: '',
    role_type: roleType,
    team_member_count: 0,
    configuration: { ...configuration, light_agent: roleType === 1 },
    created_at: iso(createdAt),
    updated_at: iso(updatedAt),
  };
}

/** "Custom Agent Roles": no narrow scope covers them. */
export function customRoleRoutes(world: World): Route[] {
  const others = { method: 'GET', resource: null, role: 'agent' } as const;
  const all = () => [...world.customRoles.values()].map(presentCustomRole);
  return [
    {
      ...others,
      path: '/api/v2/custom_roles',
      handle: () => ok({ custom_roles: all(), count: all().length, next_page: null, previous_page: null }),
    },
    {
      ...others,
      path: '/api/v2/custom_roles/:id',
      handle: (r) => ok({ custom_role: presentCustomRole(find(world.customRoles, numberParam(r, 'id'))) }),
    },
  ];
}
