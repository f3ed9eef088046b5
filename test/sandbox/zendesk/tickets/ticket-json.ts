import type { Rating, Ticket } from '../records.ts';
import { iso, unixSeconds, type World } from '../world.ts';

export function ticketUrl(world: World, ticketId: number): string {
  return `https://${world.account.subdomain}.zendesk.com/api/v2/tickets/${ticketId}.json`;
}

/** A ticket as `GET /api/v2/tickets/{id}` and the incremental export give it (`TicketObject`). */
export function presentTicket(world: World, ticket: Ticket): Record<string, unknown> {
  return {
    url: ticketUrl(world, ticket.id),
    id: ticket.id,
    external_id: ticket.externalId,
    via: ticket.via,
    created_at: iso(ticket.createdAt),
    updated_at: iso(ticket.updatedAt),
    generated_timestamp: unixSeconds(ticket.generatedAt),
    type: ticket.type,
    subject: ticket.subject,
    raw_subject: ticket.subject,
    description: ticket.description,
    priority: ticket.priority,
    status: ticket.gone === null ? ticket.status : 'deleted',
    recipient: null,
    requester_id: ticket.requesterId,
    submitter_id: ticket.submitterId,
    assignee_id: ticket.assigneeId,
    organization_id: ticket.organizationId,
    group_id: ticket.groupId,
    collaborator_ids: [],
    follower_ids: [],
    email_cc_ids: [],
    forum_topic_id: null,
    problem_id: null,
    has_incidents: false,
    is_public: ticket.comments.some((comment) => comment.isPublic),
    due_at: null,
    tags: ticket.tags,
    custom_fields: ticket.customFields,
    fields: ticket.customFields,
    satisfaction_rating: ratingOf(ticket.rating),
    sharing_agreement_ids: [],
    followup_ids: [],
    brand_id: ticket.brandId,
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: false,
  };
}

function ratingOf(rating: Rating | null): Record<string, unknown> {
  if (rating === null) return { score: 'unoffered' };
  return { id: rating.id, score: rating.score, ...(rating.comment === null ? {} : { comment: rating.comment }) };
}
