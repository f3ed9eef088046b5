import type { ConversationState, TurnAuthor } from '../../../shared/conversation.ts';
import type { NoAnswer, Person, RawConversation, RawTurn } from '../../loop/ports/helpdesk.ts';
import { type History, isSolved } from '../past/history.ts';
import type { Comment, Organization, Ticket, User } from '../shapes.ts';

/** The tag that Zendesk sets on a ticket which was merged into another (from memory of the vendor, seen in public reports). */
export const MERGE_TAG = 'closed_by_merge';

/** Everything read of one ticket. */
export interface TicketParts {
  ticket: Ticket;
  comments: Comment[];
  history: History;
  users: Map<string, User>;
  organization: Organization | null;
  /** Names of the account's groups by id; absent where none is asked for. */
  groupNames?: ReadonlyMap<string, string>;
  /** Users who are programs of the account: an AI agent, an integration, ourselves. */
  botIds: ReadonlySet<string>;
}

export function stateOf(ticket: Ticket): ConversationState {
  if (ticket.status === 'deleted') return 'deleted';
  if (ticket.tags?.includes(MERGE_TAG)) return 'merged';
  return isSolved(ticket) ? 'solved' : 'open';
}

/**
 * Who a user id is, as the API states it: end users are customers, agents and admins agents. Any other role, the system (negative
 * ids), known programs and users who are no longer there are bots: none of them may count as an agent's word.
 */
export function authorOf(
  id: string | null | undefined,
  parts: Pick<TicketParts, 'users' | 'botIds' | 'ticket'>,
): TurnAuthor {
  if (!id || parts.botIds.has(id)) return 'bot';
  const role = parts.users.get(id)?.role;
  if (role === undefined) return id === parts.ticket.requester_id ? 'customer' : 'bot';
  if (role === 'end-user') return 'customer';
  return role === 'agent' || role === 'admin' ? 'agent' : 'bot';
}

/** Rules post in an agent's name, answer bots in the system's, and a merge quotes a customer in an agent's. */
function isMachineMade(comment: Comment): boolean {
  const channel = comment.via?.channel ?? '';
  return (
    channel === 'rule' ||
    channel === 'system' ||
    channel.startsWith('answer_bot') ||
    comment.via?.source?.rel === 'merge'
  );
}

/** A call or a voicemail: its details are nobody's words, what was spoken on it may be. */
const VOICE = /VoiceComment$/;
const TRANSCRIPTION = /^[ \t]{0,9}Transcription:[ \t]{0,9}/im;

/** What the caller said, where the vendor wrote it down; '' where only the call is told of. */
function spokenIn(comment: Comment): string {
  const stated = comment.data?.transcription_text;
  if (stated) return stated;
  const body = comment.plain_body ?? comment.body ?? '';
  const at = TRANSCRIPTION.exec(body);
  return at ? body.slice(at.index + at[0].length).trim() : '';
}

function turnOf(comment: Comment, parts: TicketParts): RawTurn {
  const writer = isMachineMade(comment) ? 'bot' : authorOf(comment.author_id, parts);
  const channel = comment.via?.channel ?? null;
  const base = {
    id: comment.id,
    authorId: comment.author_id ?? '',
    isPublic: comment.public,
    at: comment.created_at,
    ...(channel && { channel }),
  };
  if (VOICE.test(comment.type ?? '') || channel === 'voice') {
    const spoken = spokenIn(comment);
    const isCallers = writer === 'customer' && spoken !== '';
    return { ...base, author: isCallers ? 'customer' : 'bot', text: isCallers ? spoken : '', html: null };
  }
  const text = comment.plain_body ?? comment.body ?? '';
  return { ...base, author: writer, text, html: comment.html_body ?? null };
}

function personOf(id: string, parts: TicketParts): Person {
  const user = parts.users.get(id);
  return {
    id,
    role: authorOf(id, parts),
    name: user?.name ?? '',
    email: user?.email ?? null,
    phone: user?.phone ?? null,
  };
}

/** E-mail and the web form: chats and calls have rules of their own, and a ticket made by a program has no customer who waits. */
const ANSWERED_CHANNELS = ['email', 'web'];

/** What speaks against an answer without a person. Who is copied, or reads along, may be anybody. */
export function noAnswerOf(ticket: Ticket, turns: readonly RawTurn[], users: TicketParts['users']): NoAnswer | null {
  const requesterId = ticket.requester_id ?? '';
  const isOthers = turns.some(({ author, authorId }) => author === 'customer' && authorId !== requesterId);
  if (!ANSWERED_CHANNELS.includes(ticket.via?.channel ?? '')) return 'channel';
  if (isOthers || [ticket.collaborator_ids, ticket.email_cc_ids].some((ids) => (ids ?? []).length > 0)) return 'copied';
  if (ticket.assignee_id) return 'assigned';
  return users.get(requesterId)?.verified === true ? null : 'unverified';
}

/** Organization fields that say something, as text: what the CRM says of the customer. */
export function segmentOf(organization: Organization | null): Record<string, string> {
  const fields = Object.entries(organization?.organization_fields ?? {});
  const isTold = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
  return Object.fromEntries(fields.flatMap(([name, value]) => (isTold(value) ? [[name, String(value)]] : [])));
}

/** The conversation a ticket is. `mergedInto` stays null: no field of the ticket names the target. */
export function toConversation(parts: TicketParts): RawConversation {
  const { ticket, comments, organization, groupNames } = parts;
  const { groups, ...history } = parts.history;
  const teams = (groups ?? []).flatMap(({ id, since }) => {
    const name = groupNames?.get(id);
    return name ? [{ name, since }] : [];
  });
  const turns = comments.map((comment) => turnOf(comment, parts)).sort((a, b) => a.at - b.at);
  const requesterId = ticket.requester_id ?? '';
  const peopleIds = new Set([requesterId, ...turns.map((turn) => turn.authorId)].filter((id) => id !== ''));
  const score = ticket.satisfaction_rating?.score;
  return {
    id: ticket.id,
    subject: ticket.subject ?? '',
    channel: ticket.via?.channel ?? 'unknown',
    state: stateOf(ticket),
    mergedInto: null,
    requester: personOf(requesterId, parts),
    people: [...peopleIds].map((id) => personOf(id, parts)),
    organization: organization && {
      id: organization.id,
      name: organization.name,
      domains: organization.domain_names ?? [],
    },
    brand: ticket.brand_id ?? null,
    createdAt: ticket.created_at,
    updatedAt: ticket.updated_at,
    ...history,
    ...(teams.length > 1 ? { teams } : {}),
    noAnswer: noAnswerOf(ticket, turns, parts.users),
    rating: score === 'good' || score === 'bad' ? score : null,
    tags: ticket.tags ?? [],
    segment: segmentOf(organization),
    turns,
  };
}
