import { z } from 'zod';
import type { JsonClient } from '../http/client.ts';
import { Held } from '../http/held.ts';
import { AuthLost, NotFound, Permanent, RetryLater } from '../loop/errors.ts';
import { readAllPages } from './pages.ts';
import { idSchema, parseAnswer, segment } from './parse.ts';
import { readStanding, type Standing } from './rights.ts';

/** A ticket's place: what decides who may open it. */
const placeSchema = z.looseObject({
  id: idSchema,
  group_id: idSchema.nullish(),
  organization_id: idSchema.nullish(),
  assignee_id: idSchema.nullish(),
  requester_id: idSchema.nullish(),
});
type Place = z.output<typeof placeSchema>;
const ticketsSchema = z.looseObject({ tickets: z.array(placeSchema) });
const groupSchema = z.looseObject({ id: idSchema, is_public: z.boolean().nullish() });
const groupsSchema = z.looseObject({ groups: z.array(groupSchema) });

const SHOW_MANY_LIMIT = 100;

interface Viewer {
  standing: Standing;
  groupIds: Set<string>;
}

/** Who may open which ticket of one account, from roles, groups and ticket restriction; held for five minutes. */
export function createReach(client: JsonClient, now: () => number) {
  const viewers = new Held<{ id: string } & Viewer>(now);
  const places = new Held<Place>(now);
  const isPublic = new Held<{ id: string; isPublic: boolean }>(now);

  async function viewer(userId: string): Promise<Viewer | null> {
    const known = viewers.get(userId);
    if (known !== undefined) return known;
    const standing = await readStanding(client, userId);
    const fresh = standing && { id: userId, standing, groupIds: await groupsOf(client, userId) };
    viewers.set(userId, fresh);
    return fresh;
  }

  async function placed(ids: string[]): Promise<Map<string, Place>> {
    const missing = ids.filter((id) => places.get(id) === undefined);
    for (let i = 0; i < missing.length; i += SHOW_MANY_LIMIT) {
      const chunk = missing.slice(i, i + SHOW_MANY_LIMIT);
      const answer = await client.request('/api/v2/tickets/show_many', { query: { ids: chunk.join(',') } });
      const rows = parseAnswer(ticketsSchema, answer, 'tickets/show_many').tickets;
      for (const id of chunk) places.set(id, null);
      for (const row of rows) places.set(row.id, row);
    }
    return new Map(ids.flatMap((id) => ((place) => (place ? [[id, place] as const] : []))(places.get(id))));
  }

  /** Whether a group is open to everybody; one that can't be read is not. */
  async function isOpen(groupId: string): Promise<boolean> {
    const known = isPublic.get(groupId);
    if (known) return known.isPublic;
    try {
      const answer = await client.request(`/api/v2/groups/${segment(groupId)}`);
      const { group } = parseAnswer(z.looseObject({ group: groupSchema }), answer, 'group');
      isPublic.set(groupId, { id: groupId, isPublic: group.is_public === true });
      return group.is_public === true;
    } catch (error) {
      if (isUnknown(error)) return false;
      throw error;
    }
  }

  async function allows(access: string | null, who: Viewer, place: Place): Promise<boolean> {
    const { user } = who.standing;
    const isMember = place.group_id != null && who.groupIds.has(place.group_id);
    const isOwn = place.assignee_id === user.id || place.requester_id === user.id;
    switch (access) {
      case null:
      case 'all':
        return isMember || isOwn || place.group_id == null || (await isOpen(place.group_id));
      case 'within-groups-and-public-groups':
        return isMember || isOwn || (place.group_id != null && (await isOpen(place.group_id)));
      case 'groups':
      case 'within-groups':
        return isMember || isOwn;
      case 'organization':
      case 'within-organization':
        return isOwn || (place.organization_id != null && place.organization_id === user.organization_id);
      case 'assigned':
      case 'assigned-only':
        return place.assignee_id === user.id;
      case 'requested':
        return place.requester_id === user.id;
      default:
        return false;
    }
  }

  async function mayOpenOne(who: Viewer, place: Place): Promise<boolean> {
    const { user, customRole } = who.standing;
    if (user.suspended || user.active === false) return false;
    if (user.role === 'admin') return true;
    if (user.role !== 'agent' || customRole === 'unknown') return false;
    if (!(await allows(user.ticket_restriction ?? null, who, place))) return false;
    return customRole === null || (await allows(customRole.configuration.ticket_access ?? 'unknown', who, place));
  }

  return {
    /** Which of these tickets the user may open. What can't be found out is not in the set. */
    async mayOpen(userId: string, ids: string[]): Promise<Set<string>> {
      const open = new Set<string>();
      try {
        const who = await viewer(userId);
        if (!who) return open;
        const found = await placed([...new Set(ids)].filter((id) => /^[1-9]\d{0,19}$/.test(id)));
        for (const [id, place] of found) if (await mayOpenOne(who, place)) open.add(id);
      } catch (error) {
        if (!isUnknown(error)) throw error;
      }
      return open;
    },
  };
}

async function groupsOf(client: JsonClient, userId: string): Promise<Set<string>> {
  const path = `/api/v2/users/${segment(userId)}/groups`;
  const groups = await readAllPages(client, path, {}, (answer) => parseAnswer(groupsSchema, answer, path).groups);
  return new Set(groups.map(({ id }) => id));
}

/** The helpdesk does not say: nobody is shown more for it. */
function isUnknown(error: unknown): boolean {
  return [RetryLater, AuthLost, NotFound, Permanent].some((kind) => error instanceof kind);
}
