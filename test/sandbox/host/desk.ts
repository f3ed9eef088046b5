import { presentUser } from '../zendesk/access/users.ts';
import type { Zendesk } from '../zendesk/driver.ts';
import type { Status } from '../zendesk/records.ts';
import type { HostUser, TicketRow, TicketSave, TicketView } from './contract.ts';
import { Refused } from './refused.ts';
import { treeOf } from './tree.ts';

const named = (row: { id: number; name: string } | undefined) => (row ? { id: row.id, name: row.name } : null);

/** What a person at the page sees of the helpdesk and does there: straight at the account, as its own pages do. */
export function createDesk(zendesk: Zendesk) {
  const { world } = zendesk;

  function userOf(id: number): HostUser {
    const user = world.users.get(id);
    if (!user || user.role === 'end-user') throw new Refused(404, 'nobody of the team has this id');
    const shown = presentUser(world, user);
    return {
      id,
      name: user.name,
      email: user.email,
      role: user.role,
      roleName: world.customRoles.get(user.customRoleId ?? 0)?.name ?? user.role,
      locale: String(shown.locale),
      groups: user.groupIds.flatMap((group) => named(world.groups.get(group)) ?? []),
      isLight: shown.only_private_comments === true,
    };
  }

  const users = (): HostUser[] =>
    [...world.users.values()]
      .filter(({ role, isActive }) => role !== 'end-user' && isActive)
      .map(({ id }) => userOf(id));

  function ticketOf(id: number) {
    const ticket = world.tickets.get(id);
    if (!ticket || ticket.gone) throw new Refused(404, 'this ticket is not there, or not any more');
    return ticket;
  }

  function row(id: number): TicketRow {
    const { subject, status, requesterId, updatedAt } = ticketOf(id);
    return { id, subject, status, requester: world.users.get(requesterId)?.name ?? 'unknown', updatedAt };
  }

  const tickets = (): TicketRow[] =>
    [...world.tickets.values()]
      .filter((ticket) => !ticket.gone)
      .map(({ id }) => row(id))
      .toSorted((a, b) => b.updatedAt - a.updatedAt || b.id - a.id);

  function ticket(id: number): TicketView {
    const found = ticketOf(id);
    const requester = world.users.get(found.requesterId);
    return {
      ...row(id),
      description: found.description,
      priority: found.priority,
      type: found.type,
      tags: found.tags,
      channel: found.via.channel,
      brand: named(world.brands.get(found.brandId)),
      requesterUser: { id: found.requesterId, name: requester?.name ?? 'unknown', email: requester?.email ?? null },
      organization: named(world.organizations.get(found.organizationId ?? -1)),
      assignee: named(world.users.get(found.assigneeId ?? -1)),
      group: named(world.groups.get(found.groupId ?? -1)),
      createdAt: found.createdAt,
      comments: found.comments.map((comment) => {
        const author = world.users.get(comment.authorId);
        return {
          id: comment.id,
          author: { id: comment.authorId, name: author?.name ?? 'unknown', role: author?.role ?? 'end-user' },
          isPublic: comment.isPublic,
          at: comment.createdAt,
          text: comment.text,
          tree: treeOf(comment.html),
        };
      }),
    };
  }

  /** One save of one person. A light agent's public reply is refused, as the vendor refuses it. */
  function save(id: number, by: number, change: TicketSave): TicketView {
    const user = userOf(by);
    const { comment, status, tags } = change;
    if (comment?.isPublic && user.isLight) throw new Refused(403, 'a light agent writes internal notes only');
    const found = ticketOf(id);
    if (comment) zendesk.addComment({ ticket: id, author: by, htmlBody: comment.html, public: comment.isPublic });
    if (comment?.isPublic && found.assigneeId === null) zendesk.assign({ ticket: id, agent: by, by });
    if (status !== undefined && status !== found.status)
      zendesk.setStatus({ ticket: id, status: status as Status, by });
    if (tags) {
      const remove = found.tags.filter((tag) => !tags.includes(tag));
      zendesk.tag({ ticket: id, add: tags, remove, by });
    }
    return ticket(id);
  }

  return { users, userOf, tickets, ticket, save };
}
