import { plain } from './articles/bodies.ts';
import type { Ticket } from './conversations/ticket-records.ts';
import type { Field, Fields } from './query.ts';
import type { Contact, Conversation } from './records.ts';
import type { World } from './world.ts';

const numberOrNull = (id: string | null): number | null => (id === null ? null : Number(id));

/** "Accepted Fields" of "Search conversations"; what the sandbox never sets is searched as null. */
export const CONVERSATION_FIELDS: Fields<Conversation> = table<Conversation>({
  string: {
    id: (c) => c.id,
    'source.type': (c) => c.source.type,
    'source.id': (c) => c.source.id,
    'source.delivered_as': (c) => c.source.deliveredAs,
    'source.subject': (c) => plain(c.source.subject),
    'source.author.id': (c) => c.source.author.id,
    'source.author.type': (c) => c.source.author.type,
    'source.author.name': (c) => c.source.author.name,
    'source.author.email': (c) => c.source.author.email,
    'source.url': (c) => c.source.url,
    contact_ids: (c) => c.contactIds,
    teammate_ids: (c) => c.teammateIds,
    channel_initiated: () => null,
    state: (c) => c.state,
    tag_ids: (c) => c.tags.map(({ tagId }) => tagId),
    priority: (c) => c.priority,
    'statistics.last_closed_by_id': (c) => c.counters.lastClosedById,
    'conversation_rating.remark': (c) => c.rating?.remark ?? null,
    'conversation_rating.contact_id': (c) => c.rating?.contactId ?? null,
    'ai_agent.resolution_state': (c) => c.aiAgent?.resolutionState ?? null,
    'ai_agent.last_answer_type': (c) => c.aiAgent?.lastAnswerType ?? null,
    'ai_agent.rating_remark': (c) => c.aiAgent?.ratingRemark ?? null,
    'ai_agent.source_type': (c) => (c.aiAgent === null ? null : 'profile'),
    'ai_agent.source_title': () => null,
  },
  words: { 'source.body': (c) => plain(c.source.body) },
  date: {
    created_at: (c) => c.createdAt,
    updated_at: (c) => c.updatedAt,
    waiting_since: (c) => c.waitingSince,
    snoozed_until: (c) => c.snoozedUntil,
    'statistics.first_contact_reply_at': (c) => c.counters.firstContactReplyAt,
    'statistics.first_assignment_at': (c) => c.counters.firstAssignmentAt,
    'statistics.first_admin_reply_at': (c) => c.counters.firstAdminReplyAt,
    'statistics.first_close_at': (c) => c.counters.firstCloseAt,
    'statistics.last_assignment_at': (c) => c.counters.lastAssignmentAt,
    'statistics.last_contact_reply_at': (c) => c.counters.lastContactReplyAt,
    'statistics.last_admin_reply_at': (c) => c.counters.lastAdminReplyAt,
    'statistics.last_close_at': (c) => c.counters.lastCloseAt,
    'conversation_rating.replied_at': (c) => c.rating?.createdAt ?? null,
    'conversation_rating.requested_at': () => null,
  },
  integer: {
    admin_assignee_id: (c) => numberOrNull(c.adminAssigneeId),
    team_assignee_id: (c) => numberOrNull(c.teamAssigneeId),
    'statistics.count_reopens': (c) => c.counters.reopens,
    'statistics.count_assignments': (c) => c.counters.assignments,
    'statistics.count_conversation_parts': (c) => c.parts.length,
    'conversation_rating.score': (c) => c.rating?.rating ?? null,
    'ai_agent.rating': (c) => c.aiAgent?.rating ?? null,
  },
  boolean: {
    open: (c) => c.state === 'open',
    read: (c) => c.isRead,
    ai_agent_participated: (c) => c.aiAgent !== null,
  },
});

/** "Accepted Fields" of "Search contacts", those that the sandbox keeps. */
export const CONTACT_FIELDS: Fields<Contact> = table<Contact>({
  string: {
    id: (c) => c.id,
    role: (c) => c.role,
    name: (c) => c.name,
    email: (c) => c.email,
    email_domain: (c) => c.email.split('@')[1] ?? '',
    phone: (c) => c.phone,
    external_id: (c) => c.externalId,
    language_override: (c) => c.language,
    tag_id: (c) => c.tagIds,
  },
  date: { created_at: (c) => c.createdAt, updated_at: (c) => c.updatedAt, last_replied_at: (c) => c.lastRepliedAt },
});

/** Categories go by other names in a search ("Searching by Category"). */
const CATEGORY_TERMS = { Customer: 'request', 'Back-office': 'task', Tracker: 'tracker' } as const;

/** "Accepted Fields" of "Search tickets". */
export function ticketFields(world: World): Fields<Ticket> {
  return table<Ticket>({
    string: {
      id: (t) => t.id,
      title: (t) => t.attributes._default_title_ ?? null,
      description: (t) => t.attributes._default_description_ ?? null,
      category: (t) => CATEGORY_TERMS[world.ticketTypes.get(t.typeId)?.category ?? 'Customer'],
      ticket_type_id: (t) => t.typeId,
      contact_ids: (t) => t.contactIds,
      teammate_ids: () => [],
      admin_assignee_id: (t) => t.adminAssigneeId,
      team_assignee_id: (t) => t.teamAssigneeId,
      state: (t) => world.ticketStates.get(t.stateId)?.category ?? null,
    },
    date: { created_at: (t) => t.createdAt, updated_at: (t) => t.updatedAt, snoozed_until: () => null },
    boolean: { open: (t) => t.isOpen },
  });
}

function table<T>(byType: Partial<Record<Field<T>['type'], Record<string, Field<T>['get']>>>): Fields<T> {
  const fields = new Map<string, Field<T>>();
  for (const type of ['string', 'words', 'date', 'integer', 'boolean'] as const) {
    for (const [name, get] of Object.entries(byType[type] ?? {})) fields.set(name, { type, get });
  }
  return fields;
}
