import { presentCompany } from '../access/contact-json.ts';
import { plain } from '../articles/bodies.ts';
import type { AiAgent, Author, Conversation, Part, Rating } from '../records.ts';
import { unixOrNull, unixSeconds, type World } from '../world.ts';
import { presentStatistics } from './statistics.ts';

/** The API returns at most the 500 most recent parts ("Retrieve a conversation"). */
export const MAX_PARTS = 500;

export type DisplayAs = 'html' | 'plaintext';

/** As lists and searches have it: without parts. */
export function presentListed(world: World, row: Conversation, as: DisplayAs = 'html'): Record<string, unknown> {
  const show = as === 'plaintext' ? plain : (html: string) => html;
  const company = row.companyId === null ? undefined : world.companies.get(row.companyId);
  const { source, counters } = row;
  return {
    type: 'conversation',
    id: row.id,
    title: row.title,
    created_at: unixSeconds(row.createdAt),
    updated_at: unixSeconds(row.updatedAt),
    waiting_since: unixOrNull(row.waitingSince),
    snoozed_until: unixOrNull(row.snoozedUntil),
    open: row.state === 'open',
    state: row.state,
    read: row.isRead,
    priority: row.priority,
    admin_assignee_id: numberOrNull(row.adminAssigneeId),
    team_assignee_id: numberOrNull(row.teamAssigneeId),
    company: company === undefined ? null : presentCompany(world, company),
    tags: { type: 'tag.list', tags: row.tags.map((tag) => presentTag(world, tag)) },
    conversation_rating: presentRating(row.rating),
    source: {
      type: source.type,
      id: source.id,
      delivered_as: source.deliveredAs,
      subject: show(source.subject),
      body: show(source.body),
      author: source.author,
      attachments: [],
      url: source.url,
      redacted: source.isRedacted,
    },
    contacts: { type: 'contact.list', contacts: row.contactIds.map((id) => contactReference(world, id)) },
    teammates: { type: 'admin.list', teammates: row.teammateIds.map((id) => ({ type: 'admin', id })) },
    custom_attributes: row.customAttributes,
    first_contact_reply:
      counters.firstContactReplyAt === null
        ? null
        : { created_at: unixSeconds(counters.firstContactReplyAt), type: source.type, url: source.url },
    sla_applied: null,
    statistics: presentStatistics(row),
    linked_objects: linkedTickets(world, row),
    ai_agent_participated: row.aiAgent !== null,
    ai_agent: presentAiAgent(row.aiAgent),
    sales_agent_participated: false,
    sales_agent: null,
  };
}

/** As one conversation is retrieved: with its parts, oldest first. */
export function presentConversation(world: World, row: Conversation, as: DisplayAs = 'html'): Record<string, unknown> {
  return withParts(world, row, row.parts.slice(-MAX_PARTS), as);
}

/** `data.item` of a webhook: plain text since 2.15; only the part that the topic tells of (from memory, unverified). */
export function presentForWebhook(world: World, row: Conversation, part: Part | null): Record<string, unknown> {
  return withParts(world, row, part === null ? [] : [part], 'plaintext');
}

function withParts(world: World, row: Conversation, parts: Part[], as: DisplayAs): Record<string, unknown> {
  return {
    ...presentListed(world, row, as),
    conversation_parts: {
      type: 'conversation_part.list',
      conversation_parts: parts.map((part) => presentPart(world, part, as)),
      total_count: parts.length,
    },
  };
}

export function presentPart(world: World, part: Part, as: DisplayAs = 'html'): Record<string, unknown> {
  return {
    type: 'conversation_part',
    id: part.id,
    part_type: part.partType,
    body: part.body === null || as === 'html' ? part.body : plain(part.body),
    created_at: unixSeconds(part.createdAt),
    updated_at: unixSeconds(part.updatedAt),
    notified_at: unixSeconds(part.createdAt),
    assigned_to: part.assignedTo,
    author: presentPartAuthor(part),
    attachments: [],
    external_id: null,
    redacted: part.isRedacted,
    email_message_metadata: null,
    metadata: {},
    state: part.state,
    tags: part.tagIds.map((id) => ({ type: 'tag', id, name: world.tags.get(id)?.name ?? '' })),
    event_details: part.eventDetails,
    app_package_code: part.appPackageCode,
  };
}

const presentPartAuthor = (part: Part): Author & Record<string, unknown> => ({
  ...part.author,
  from_ai_agent: part.isFromAiAgent,
  is_ai_answer: part.isAiAnswer,
});

const numberOrNull = (id: string | null): number | null => (id === null ? null : Number(id));

export function contactReference(world: World, id: string): Record<string, unknown> {
  return { type: 'contact', id, external_id: world.contacts.get(id)?.externalId ?? null };
}

function presentTag(world: World, tag: Conversation['tags'][number]): Record<string, unknown> {
  const name = world.tags.get(tag.tagId)?.name ?? '';
  return { type: 'tag', id: tag.tagId, name, applied_at: unixSeconds(tag.at), applied_by: tag.by };
}

function presentRating(rating: Rating | null): Record<string, unknown> | null {
  if (rating === null) return null;
  return {
    rating: rating.rating,
    remark: rating.remark,
    created_at: unixSeconds(rating.createdAt),
    updated_at: unixSeconds(rating.updatedAt),
    contact: { type: 'contact', id: rating.contactId, external_id: null },
    teammate: rating.adminId === null ? null : { type: 'admin', id: rating.adminId },
  };
}

function linkedTickets(world: World, row: Conversation): Record<string, unknown> {
  const ticket = row.ticketId === null ? undefined : world.tickets.get(row.ticketId);
  const category = ticket === undefined ? null : (world.ticketTypes.get(ticket.typeId)?.category ?? null);
  const data = ticket === undefined ? [] : [{ type: 'ticket', id: ticket.id, category }];
  return { type: 'list', data, total_count: data.length, has_more: false };
}

/** Content sources name url, title and locale, and no article id (API description, "ai_agent"). */
function presentAiAgent(agent: AiAgent | null): Record<string, unknown> | null {
  if (agent === null) return null;
  return {
    source_type: 'profile',
    source_title: null,
    last_answer_type: agent.lastAnswerType,
    resolution_state: agent.resolutionState,
    rating: agent.rating,
    rating_remark: agent.ratingRemark,
    created_at: unixSeconds(agent.createdAt),
    updated_at: unixSeconds(agent.updatedAt),
    content_sources: {
      type: 'content_source.list',
      total_count: agent.contentSources.length,
      content_sources: agent.contentSources,
    },
  };
}
