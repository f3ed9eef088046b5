import type { NoAnswer, Person, RawConversation, RawTurn } from '../../loop/ports/helpdesk.ts';
import { historyOfParts } from '../past/history.ts';
import type { Author, Company, Contact, IntercomConversation, Part } from '../shapes.ts';
import { authorOf, partAuthor, sourceAuthor } from './authors.ts';
import { botAnswerOf, FIN_PREFIX, finTags, ratingOf } from './fin.ts';
import { segmentOf } from './people.ts';

/** Everything read of one conversation. */
export interface ConversationFacts {
  conversation: IntercomConversation;
  /** The contacts in it, the first one first; a deleted one is absent. */
  contacts: Contact[];
  company: Company | null;
}

/** The vendor gives the most recent parts, this many at most. */
export const MAX_PARTS = 500;

/** Set where it may have left out the parts before. */
export const CUT_TAG = 'intercom:parts_cut';

/** Parts whose body the customer sees. Notes they don't; an assignment's body may be either, so it counts as a note. */
const PUBLIC_PARTS = new Set(['comment', 'quick_reply', 'close', 'open']);

/** What the vendor puts in the place of a message that it had to remove. */
const REMOVED = /^(?:<[^<>]{1,60}>\s{0,3}){0,4}we['’]ve removed this part of the conversation\b/i;

/** What was said in a part; null where it says nothing, or what it said was redacted or removed. */
export function turnOf(part: Part, form: 'text' | 'html'): RawTurn | null {
  const body = part.body?.trim() ?? '';
  if (body === '' || part.redacted || REMOVED.test(body)) return null;
  return {
    id: part.id,
    ...(part.email_message_metadata && { channel: 'email' }),
    author: partAuthor(part),
    authorId: part.author?.id ?? '',
    text: body,
    html: form === 'html' ? body : null,
    isPublic: PUBLIC_PARTS.has(part.part_type),
    at: part.created_at,
  };
}

function openingTurn({ id, created_at, source }: IntercomConversation): RawTurn | null {
  const body = source?.body?.trim() ?? '';
  if (body === '' || source?.redacted || REMOVED.test(body)) return null;
  const author = sourceAuthor(source?.author, source?.delivered_as);
  const authorId = source?.author?.id ?? '';
  return { id: source?.id ?? id, author, authorId, text: body, html: null, isPublic: true, at: created_at };
}

export function contactPerson(contact: Contact): Person {
  const { id, name, email, phone } = contact;
  return { id, role: 'customer', name: name ?? '', email: email ?? null, phone: phone ?? null };
}

function authorPerson(author: Author): Person | null {
  if (!author.id) return null;
  return { id: author.id, role: authorOf(author), name: author.name ?? '', email: author.email ?? null, phone: null };
}

/** The authors of what was said: who only assigned or closed is nobody here. */
export function speakers(parts: Part[]): (Author | null | undefined)[] {
  return parts.filter((part) => part.body?.trim()).map((part) => part.author);
}

/** Everyone by id: contacts as they are stored, others as the parts name them. */
export function peopleOf(contacts: Contact[], authors: (Author | null | undefined)[]): Map<string, Person> {
  const people = new Map<string, Person>();
  for (const author of authors) {
    const person = author ? authorPerson(author) : null;
    if (person) people.set(person.id, person);
  }
  for (const contact of contacts) people.set(contact.id, contactPerson(contact));
  return people;
}

const NOBODY: Person = { id: '', role: 'customer', name: '', email: null, phone: null };

/** The customer whose request it is: who opened it where that is a customer, else its first contact. */
export function requesterOf(
  people: Map<string, Person>,
  opener: Author | null | undefined,
  contactId?: string,
): Person {
  const openerId = opener && authorOf(opener) === 'customer' ? opener.id : null;
  return people.get(openerId ?? contactId ?? '') ?? { ...NOBODY, id: openerId ?? contactId ?? '' };
}

function tagsOf({ conversation_parts: list, ...conversation }: IntercomConversation): string[] {
  const parts = list.conversation_parts;
  const own = [...(conversation.tags?.tags ?? []), ...parts.flatMap((part) => part.tags ?? [])]
    .map((tag) => tag.name ?? '')
    .filter((name) => name !== '' && !name.startsWith(FIN_PREFIX) && name !== CUT_TAG);
  const isCut = parts.length >= MAX_PARTS || (list.total_count ?? 0) > parts.length;
  const fin = finTags(conversation.ai_agent_participated, conversation.ai_agent, parts);
  return [...new Set([...own, ...fin, ...(isCut ? [CUT_TAG] : [])])];
}

/** The messenger and e-mail; what came by a social network or a call has other rules. */
const ANSWERED_SOURCES = ['conversation', 'email'];

/** What speaks against an answer without a person. Fin's conversations are Fin's, also those it gave up: people take them. */
export function noAnswerOf(conversation: IntercomConversation, contacts: readonly Contact[]): NoAnswer | null {
  if (conversation.ai_agent_participated !== false) return 'other_machine';
  if (!ANSWERED_SOURCES.includes(conversation.source?.type ?? '')) return 'channel';
  if ((conversation.contacts?.contacts ?? []).length !== 1) return 'copied';
  if (conversation.admin_assignee_id) return 'assigned';
  return contacts[0]?.role === 'user' ? null : 'unverified';
}

/**
 * The conversation as the loop reads it. Snoozed is open. `closed` without a `close` part (it is older than the parts
 * given) was closed when the statistics say, else at the last update. A merge is not stated in the API: `mergedInto` is
 * null. There is no brand on a conversation.
 */
export function toConversation({ conversation, contacts, company }: ConversationFacts): RawConversation {
  const { source, statistics, updated_at } = conversation;
  const parts = [...conversation.conversation_parts.conversation_parts].sort((a, b) => a.created_at - b.created_at);
  const turns = [openingTurn(conversation), ...parts.map((part) => turnOf(part, 'text'))].filter(
    (turn) => turn !== null,
  );
  const people = peopleOf(contacts, [source?.author, ...speakers(parts)]);
  const { closedAt, reopenedAt, handovers } = historyOfParts(parts);
  const isClosed = conversation.state === 'closed';
  return {
    id: conversation.id,
    subject: source?.subject?.trim() || conversation.title || '',
    channel: source?.type ?? 'unknown',
    state: isClosed ? 'solved' : 'open',
    mergedInto: null,
    requester: requesterOf(people, source?.author, conversation.contacts?.contacts?.[0]?.id),
    people: [...people.values()],
    organization: company && { id: company.id, name: company.name ?? '', domains: [] },
    brand: null,
    createdAt: conversation.created_at,
    updatedAt: updated_at,
    solvedAt: isClosed ? (closedAt ?? statistics?.last_close_at ?? updated_at) : null,
    reopenedAt,
    handovers,
    noAnswer: noAnswerOf(conversation, contacts),
    rating: ratingOf(conversation.conversation_rating?.rating),
    botAnswer: botAnswerOf(conversation.ai_agent_participated, conversation.ai_agent, parts),
    tags: tagsOf(conversation),
    segment: segmentOf(contacts[0] ?? null, company),
    turns,
  };
}
