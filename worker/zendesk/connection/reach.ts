import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { Held } from '../../http/held.ts';
import { readRows } from '../../http/odd-rows.ts';
import { AuthLost, NotFound, Permanent, RetryLater } from '../../loop/ports/errors.ts';
import { idSchema, parseAnswer } from '../parse.ts';
import { readStanding, type Standing } from './rights.ts';

const ticketSchema = z.looseObject({
  id: idSchema,
  group_id: idSchema.nullish(),
  organization_id: idSchema.nullish(),
  assignee_id: idSchema.nullish(),
  requester_id: idSchema.nullish(),
});
const groupSchema = z.looseObject({ id: idSchema, is_public: z.boolean().nullish() });
const answerSchema = z.looseObject({
  tickets: z.array(z.unknown()),
  groups: z.array(z.unknown()).nullish(),
});

/** A ticket's place: what decides who may open it. A group that the answer does not call public is private. */
export interface Place {
  id: string;
  groupId: string | null;
  isGroupPublic: boolean;
  organizationId: string | null;
  assigneeId: string | null;
  requesterId: string | null;
}

const SHOW_MANY_LIMIT = 100;
/** A ticket that was closed to somebody may be given to them the next moment: it is read again after this. */
const CLOSED_MS = 15_000;

/** Who may open which ticket of one account, from roles, groups and ticket restriction; what is open is held five minutes. */
export function createReach(asking: () => Promise<JsonClient>, now: () => number) {
  const standings = new Held<Standing>(now);
  const places = new Held<{ place: Place | null; readAt: number }>(now);

  async function standingOf(userId: string): Promise<Standing | null> {
    const known = standings.get(userId);
    if (known !== undefined) return known;
    const fresh = await readStanding(await asking(), userId);
    standings.set(userId, fresh);
    return fresh;
  }

  async function readPlaces(ids: string[]): Promise<void> {
    const query = { ids: ids.join(','), include: 'groups' };
    const client = await asking();
    const answer = await client.request('/api/v2/tickets/show_many', { query });
    const rows = parseAnswer(answerSchema, answer, 'tickets/show_many');
    const tickets = readRows(ticketSchema, rows.tickets, 'tickets', client.odd);
    const groups = readRows(groupSchema, rows.groups ?? [], 'groups', client.odd);
    const open = new Set(groups.filter((group) => group.is_public === true).map(({ id }) => id));
    const readAt = now();
    for (const id of ids) places.set(id, { place: null, readAt });
    for (const ticket of tickets) {
      const groupId = ticket.group_id ?? null;
      const place: Place = {
        id: ticket.id,
        groupId,
        isGroupPublic: groupId !== null && open.has(groupId),
        organizationId: ticket.organization_id ?? null,
        assigneeId: ticket.assignee_id ?? null,
        requesterId: ticket.requester_id ?? null,
      };
      places.set(ticket.id, { place, readAt });
    }
  }

  return {
    /** Which of these tickets the user may open. What can't be found out is not in the set. */
    async mayOpen(userId: string, conversationIds: string[]): Promise<Set<string>> {
      const ids = [...new Set(conversationIds)].filter(isTicketId);
      const open = new Set<string>();
      try {
        const who = await standingOf(userId);
        if (!who || ids.length === 0) return open;
        const isOpen = (id: string) => {
          const place = places.get(id)?.place;
          return place != null && isOpenTo(who, place);
        };
        const isFresh = (id: string) => now() - (places.get(id)?.readAt ?? Number.NEGATIVE_INFINITY) < CLOSED_MS;
        const unsure = ids.filter((id) => !isOpen(id) && !isFresh(id));
        for (let i = 0; i < unsure.length; i += SHOW_MANY_LIMIT) await readPlaces(unsure.slice(i, i + SHOW_MANY_LIMIT));
        for (const id of ids) if (isOpen(id)) open.add(id);
      } catch (error) {
        if (!isUnknown(error)) throw error;
      }
      return open;
    },

    /** That the account, asked as its admin, has no such ticket, deleted ones among them; null where it has or does not say. */
    async absent(userId: string, id: string): Promise<{ mayKnow: boolean } | null> {
      if (!isTicketId(id)) return null;
      try {
        const who = await standingOf(userId);
        if (!who) return null;
        const known = places.get(id);
        if (!known || now() - known.readAt >= CLOSED_MS) await readPlaces([id]);
        return places.get(id)?.place === null ? { mayKnow: isOpenTo(who, { ...HIDDEN, id }) } : null;
      } catch (error) {
        if (!isUnknown(error)) throw error;
        return null;
      }
    },
  };
}

const isTicketId = (id: string) => /^[1-9]\d{0,19}$/.test(id);

/** A private group's ticket that is nobody's: who may open this may open all. */
const HIDDEN: Omit<Place, 'id'> = {
  groupId: 'private',
  isGroupPublic: false,
  organizationId: null,
  assigneeId: null,
  requesterId: null,
};

/**
 * Whether the user may open the ticket. Admins open everything; an agent what both the ticket restriction and the custom
 * role let them, and of a private group's tickets only a member's or their own. What is not known is no. Source: Zendesk's
 * API reference, Users (`ticket_restriction`), Custom Agent Roles (`ticket_access`), Groups (`is_public`).
 */
export function isOpenTo({ user, customRole, groupIds }: Standing, place: Place): boolean {
  if (user.suspended || user.active === false) return false;
  if (user.role === 'admin') return true;
  if (user.role !== 'agent' || customRole === 'unknown') return false;
  const accesses = [user.ticket_restriction ?? 'all'];
  if (customRole) accesses.push(customRole.configuration.ticket_access ?? 'unknown');
  return accesses.every((access) => allows(access, user, groupIds, place));
}

function allows(access: string, user: Standing['user'], groupIds: Set<string>, place: Place): boolean {
  const isMember = place.groupId !== null && groupIds.has(place.groupId);
  const isAssigned = place.assigneeId === user.id;
  const isOwn = isAssigned || place.requesterId === user.id;
  switch (access) {
    case 'all':
      return isMember || isOwn || place.groupId === null || place.isGroupPublic;
    case 'within-groups-and-public-groups':
      return isMember || isOwn || place.isGroupPublic;
    case 'groups':
    case 'within-groups':
      return isMember || isOwn;
    case 'organization':
    case 'within-organization':
      return isOwn || (place.organizationId !== null && place.organizationId === user.organization_id);
    case 'assigned':
    case 'assigned-only':
      return isAssigned;
    case 'requested':
      return place.requesterId === user.id;
    default:
      return false;
  }
}

/** The helpdesk does not say: nobody is shown more for it. */
function isUnknown(error: unknown): boolean {
  return [RetryLater, AuthLost, NotFound, Permanent].some((kind) => error instanceof kind);
}
