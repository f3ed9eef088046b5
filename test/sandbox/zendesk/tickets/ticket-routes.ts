import { z } from 'zod';
import { type ApiRequest, ok, type Route } from '../api.ts';
import { conflict, notFound } from '../errors.ts';
import { paginate } from '../paging.ts';
import { idSchema, idsQuery, numberParam, parseBody } from '../params.ts';
import { PRIORITIES, type Ticket } from '../records.ts';
import { find, iso, type World } from '../world.ts';
import { presentAudit } from './audits.ts';
import { presentComment, viaChannel } from './comments.ts';
import { sideloadedUsers, ticketSideloads, ticketWithMetrics } from './sideloads.ts';
import { presentTicket } from './ticket-json.ts';
import { type TicketChange, updateTicket } from './tickets.ts';

const updateBody = z.object({
  ticket: z.object({
    comment: z
      .object({
        body: z.string().optional(),
        html_body: z.string().optional(),
        public: z.boolean().default(true),
        author_id: idSchema.optional(),
      })
      .optional(),
    status: z.enum(['open', 'pending', 'hold', 'solved']).optional(),
    priority: z.enum(PRIORITIES).nullable().optional(),
    subject: z.string().min(1).optional(),
    assignee_id: idSchema.nullable().optional(),
    group_id: idSchema.nullable().optional(),
    tags: z.array(z.string()).optional(),
    additional_tags: z.array(z.string()).optional(),
    remove_tags: z.array(z.string()).optional(),
    custom_fields: z.array(z.object({ id: idSchema, value: z.string().nullable() })).optional(),
    safe_update: z.boolean().optional(),
    updated_stamp: z.string().optional(),
  }),
});

/** The ticket, or 404 where it is unknown, deleted or marked as spam. */
export function liveTicket(world: World, request: ApiRequest): Ticket {
  const ticket = find(world.tickets, numberParam(request, 'id'));
  if (ticket.gone !== null) throw notFound();
  return ticket;
}

export function ticketRoutes(world: World): Route[] {
  const resource = 'tickets';
  const role = 'agent';
  return [
    { method: 'GET', path: '/api/v2/tickets/show_many', resource, role, handle: (r) => showMany(world, r) },
    { method: 'GET', path: '/api/v2/tickets/:id', resource, role, handle: (r) => showTicket(world, r) },
    {
      method: 'PUT',
      path: '/api/v2/tickets/:id',
      resource,
      role,
      limit: 'update-ticket',
      handle: (r) => putTicket(world, r),
    },
    { method: 'GET', path: '/api/v2/tickets/:id/comments', resource, role, handle: (r) => listComments(world, r) },
    { method: 'GET', path: '/api/v2/tickets/:id/audits', resource, role, handle: (r) => listAudits(world, r) },
  ];
}

function showTicket(world: World, request: ApiRequest) {
  const ticket = liveTicket(world, request);
  return ok({
    ticket: ticketWithMetrics(world, request, ticket),
    ...ticketSideloads(world, request, [ticket]),
  });
}

function showMany(world: World, request: ApiRequest) {
  const found = idsQuery(request).flatMap((id) => world.tickets.get(id) ?? []);
  const here = found.filter((ticket) => ticket.gone === null);
  const tickets = here.map((ticket) => ticketWithMetrics(world, request, ticket));
  return ok({
    tickets,
    ...ticketSideloads(world, request, here),
    count: tickets.length,
    next_page: null,
    previous_page: null,
  });
}

function listComments(world: World, request: ApiRequest) {
  const ticket = liveTicket(world, request);
  const isDescending = request.query.get('sort') === '-created_at' || request.query.get('sort_order') === 'desc';
  const { rows, envelope } = paginate(isDescending ? ticket.comments.toReversed() : ticket.comments, request);
  const users = sideloadedUsers(
    world,
    request,
    rows.map((comment) => comment.authorId),
  );
  return ok({ comments: rows.map(presentComment), ...users, ...envelope });
}

function listAudits(world: World, request: ApiRequest) {
  const ticket = liveTicket(world, request);
  const types = request.query.getAll('filter_events[]');
  const kept = ticket.audits
    .map((audit) =>
      types.length === 0 ? audit : { ...audit, events: audit.events.filter((e) => types.includes(e.type)) },
    )
    .filter((audit) => audit.events.length > 0);
  const isDescending = request.query.get('sort') === '-created_at' || request.query.get('sort_order') === 'desc';
  const { rows, envelope } = paginate(isDescending ? kept.toReversed() : kept, request);
  return ok({ audits: rows.map(presentAudit), ...envelope });
}

/** `safe_update` with an `updated_stamp` that is not the ticket's `updated_at` changes nothing: 409. */
function putTicket(world: World, request: ApiRequest) {
  const ticket = liveTicket(world, request);
  const { ticket: body } = parseBody(updateBody, request.body);
  const isSafe = body.safe_update !== undefined && body.updated_stamp !== undefined;
  if (isSafe && Date.parse(body.updated_stamp ?? '') !== Date.parse(iso(ticket.updatedAt))) throw conflict();
  const change: TicketChange = { actorId: request.viewer.id, at: world.now(), via: viaChannel('api') };
  if (body.comment !== undefined) {
    const { body: text, html_body: htmlBody, public: isPublic, author_id: authorId } = body.comment;
    change.comment = { body: text, htmlBody, isPublic, authorId: authorId ?? request.viewer.id };
  }
  if (body.status !== undefined) change.status = body.status;
  if (body.priority !== undefined) change.priority = body.priority;
  if (body.subject !== undefined) change.subject = body.subject;
  if (body.assignee_id !== undefined) change.assigneeId = body.assignee_id;
  if (body.group_id !== undefined) change.groupId = body.group_id;
  if (body.custom_fields !== undefined) change.customFields = body.custom_fields;
  const dropped = body.remove_tags ?? [];
  const tags = [...(body.tags ?? ticket.tags), ...(body.additional_tags ?? [])].filter((tag) => !dropped.includes(tag));
  change.tags = tags;
  const audit = updateTicket(world, ticket, change);
  return ok({ ticket: presentTicket(world, ticket), audit: presentAudit(audit) });
}
