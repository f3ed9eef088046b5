import { presentGroup, presentOrganization, presentUser } from '../access/users.ts';
import type { ApiRequest } from '../api.ts';
import type { Ticket } from '../records.ts';
import type { World } from '../world.ts';
import { presentMetricSet } from './metric-sets.ts';
import { presentTicket } from './ticket-json.ts';

/** Whether `include` asks for this. */
export function isIncluded(request: ApiRequest, name: string): boolean {
  return (request.query.get('include') ?? '').split(',').includes(name);
}

/** `include=users`: each once, beside the rows. */
export function sideloadedUsers(world: World, request: ApiRequest, ids: (number | null)[]): { users?: unknown[] } {
  if (!isIncluded(request, 'users')) return {};
  const users = [...new Set(ids)].map((id) => (id === null ? undefined : world.users.get(id)));
  return { users: users.filter((user) => user !== undefined).map((user) => presentUser(world, user)) };
}

/** A ticket, with its `metric_set` inside where `metric_sets` is asked for and the account serves it. */
export function ticketWithMetrics(world: World, request: ApiRequest, ticket: Ticket): Record<string, unknown> {
  const presented = presentTicket(world, ticket);
  const hasMetrics = world.serves.hasMetricSets && isIncluded(request, 'metric_sets');
  return hasMetrics ? { ...presented, metric_set: presentMetricSet(world, ticket) } : presented;
}

function sideloadedGroups(world: World, request: ApiRequest, tickets: Ticket[]): { groups?: unknown[] } {
  if (!isIncluded(request, 'groups')) return {};
  const ids = new Set(tickets.map((ticket) => ticket.groupId ?? 0));
  return { groups: [...ids].flatMap((id) => world.groups.get(id) ?? []).map((group) => presentGroup(world, group)) };
}

/** `users`, `groups` and `organizations` of tickets, as one ticket and the exports give them ("Sideloading", tickets). */
export function ticketSideloads(world: World, request: ApiRequest, tickets: Ticket[]): Record<string, unknown> {
  const users = sideloadedUsers(
    world,
    request,
    tickets.flatMap((ticket) => [ticket.requesterId, ticket.assigneeId]),
  );
  const groups = sideloadedGroups(world, request, tickets);
  if (!isIncluded(request, 'organizations')) return { ...users, ...groups };
  const ids = new Set(tickets.map((ticket) => ticket.organizationId ?? 0));
  const found = [...ids].flatMap((id) => world.organizations.get(id) ?? []);
  return { ...users, ...groups, organizations: found.map((organization) => presentOrganization(world, organization)) };
}
