import { type ApiRequest, ok, type Route } from '../api.ts';
import { forbidden, invalid } from '../errors.ts';
import { paginate } from '../paging.ts';
import { numberParam, timeQuery } from '../params.ts';
import type { Rating, Ticket } from '../records.ts';
import { find, iso, unixSeconds, type World } from '../world.ts';
import { keepAudit, openAudit, recordChange } from './audits.ts';
import { viaChannel } from './comments.ts';
import { liveTicket } from './ticket-routes.ts';

/** Only the requester rates, and only a ticket that is solved or was (OAS, "Create a Satisfaction Rating"). */
export function rateTicket(
  world: World,
  ticket: Ticket,
  draft: { score: 'good' | 'bad'; comment: string | null; at: number },
): Rating {
  const wasSolved =
    ticket.status === 'solved' ||
    ticket.status === 'closed' ||
    ticket.audits.some((audit) => audit.events.some((e) => e.field_name === 'status' && e.value === 'solved'));
  if (!wasSolved) throw invalid('Only solved tickets can be rated');
  const rating: Rating = {
    id: ticket.rating?.id ?? world.id(),
    score: draft.score,
    comment: draft.comment,
    ticketId: ticket.id,
    requesterId: ticket.requesterId,
    assigneeId: ticket.assigneeId,
    groupId: ticket.groupId,
    createdAt: ticket.rating?.createdAt ?? draft.at,
    updatedAt: draft.at,
  };
  const audit = openAudit(world, ticket, ticket.requesterId, draft.at, viaChannel('web'));
  recordChange(world, audit, 'satisfaction_score', rating.score, ticket.rating?.score ?? 'offered');
  keepAudit(world, ticket, audit);
  ticket.rating = rating;
  world.ratings.set(rating.id, rating);
  return rating;
}

export function ratingRoutes(world: World): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/v2/satisfaction_ratings',
      resource: 'satisfaction_ratings',
      role: 'admin',
      handle: (r) => listRatings(world, r),
    },
    {
      method: 'GET',
      path: '/api/v2/satisfaction_ratings/:id',
      resource: 'satisfaction_ratings',
      role: 'admin',
      handle: (r) => ok({ satisfaction_rating: presentRating(world, find(world.ratings, numberParam(r, 'id'))) }),
    },
    {
      method: 'POST',
      path: '/api/v2/tickets/:id/satisfaction_rating',
      resource: 'tickets',
      role: 'any',
      handle: (r) => {
        const ticket = liveTicket(world, r);
        if (ticket.requesterId !== r.viewer.id) throw forbidden('Only the requester can rate this ticket');
        throw invalid('Ratings are made by the driver of the sandbox');
      },
    },
  ];
}

const SCORES: Record<string, (rating: Rating) => boolean> = {
  received: () => true,
  received_with_comment: (rating) => rating.comment !== null,
  received_without_comment: (rating) => rating.comment === null,
  good: (rating) => rating.score === 'good',
  good_with_comment: (rating) => rating.score === 'good' && rating.comment !== null,
  good_without_comment: (rating) => rating.score === 'good' && rating.comment === null,
  bad: (rating) => rating.score === 'bad',
  bad_with_comment: (rating) => rating.score === 'bad' && rating.comment !== null,
  bad_without_comment: (rating) => rating.score === 'bad' && rating.comment === null,
  offered: () => false,
  unoffered: () => false,
};

function listRatings(world: World, request: ApiRequest) {
  const score = request.query.get('score') ?? 'received';
  const isWanted = SCORES[score];
  if (isWanted === undefined) throw invalid('score is not one of the accepted values', 'score');
  const from = timeQuery(request, 'start_time') ?? 0;
  const until = timeQuery(request, 'end_time') ?? Number.POSITIVE_INFINITY;
  const kept = [...world.ratings.values()].filter((rating) => {
    const at = unixSeconds(rating.updatedAt);
    return isWanted(rating) && at >= from && at <= until;
  });
  const { rows, envelope } = paginate(kept, request);
  return ok({ satisfaction_ratings: rows.map((rating) => presentRating(world, rating)), ...envelope });
}

function presentRating(world: World, rating: Rating): Record<string, unknown> {
  return {
    id: rating.id,
    url: `https://${world.account.subdomain}.zendesk.com/api/v2/satisfaction_ratings/${rating.id}.json`,
    score: rating.score,
    comment: rating.comment,
    reason: null,
    ticket_id: rating.ticketId,
    requester_id: rating.requesterId,
    assignee_id: rating.assigneeId,
    group_id: rating.groupId,
    created_at: iso(rating.createdAt),
    updated_at: iso(rating.updatedAt),
  };
}
