import { isContact } from '../access/authors.ts';
import { messageHtml } from '../articles/bodies.ts';
import { invalid, notFound } from '../errors.ts';
import type { Assignee, Conversation, Part } from '../records.ts';
import { find, type World } from '../world.ts';
import { appendPart, type Deed, tell, touch } from './parts.ts';
import { NO_COUNTS } from './statistics.ts';

export interface NewConversation {
  /** The next one when absent. */
  id?: string | undefined;
  contactId: string;
  subject: string;
  body: string;
  sourceType: string;
  companyId: string | null;
}

/** Begun by a contact (`customer_initiated`) or by a teammate, which is another topic. */
export function createConversation(world: World, deed: Deed, wanted: NewConversation): Conversation {
  const contact = find(world.contacts, wanted.contactId);
  const isFromContact = isContact(deed.author);
  const row: Conversation = {
    id: wanted.id ?? world.id(),
    title: null,
    createdAt: deed.at,
    updatedAt: deed.at,
    waitingSince: isFromContact ? deed.at : null,
    snoozedUntil: null,
    state: 'open',
    isRead: !isFromContact,
    priority: 'none',
    adminAssigneeId: null,
    teamAssigneeId: null,
    companyId: wanted.companyId ?? contact.companyIds[0] ?? null,
    tags: [],
    rating: null,
    source: {
      type: wanted.sourceType,
      id: world.id(),
      deliveredAs: isFromContact ? 'customer_initiated' : 'admin_initiated',
      subject: wanted.subject === '' ? '' : messageHtml(wanted.subject),
      body: messageHtml(wanted.body),
      author: deed.author,
      url: null,
      isRedacted: false,
    },
    contactIds: [contact.id],
    teammateIds: [],
    customAttributes: {},
    parts: [],
    aiAgent: null,
    ticketId: null,
    counters: { ...NO_COUNTS, firstContactReplyAt: isFromContact ? deed.at : null },
  };
  row.counters.lastContactReplyAt = row.counters.firstContactReplyAt;
  if (isFromContact) contact.lastRepliedAt = deed.at;
  world.conversations.set(row.id, row);
  const topic = isFromContact ? 'conversation.user.created' : 'conversation.admin.single.created';
  tell(world, row, deed, topic, null);
  return row;
}

/**
 * A reply or a note. A contact's reply to a closed or snoozed conversation opens it and is a part of type `open` that
 * has the text (examples of the API description); a teammate's leaves the state as it is (unverified).
 */
export function say(world: World, row: Conversation, deed: Deed, body: string, isNote = false): Part {
  const fromContact = isContact(deed.author);
  if (fromContact && isNote) throw invalid('only teammates write notes');
  if (body.trim() === '') throw invalid('body is required', 'body');
  const reopens = fromContact && row.state !== 'open';
  const partType = isNote ? 'note' : reopens ? 'open' : 'comment';
  const html = messageHtml(body);
  const part = appendPart(world, row, deed, { partType, body: html, state: reopens ? 'open' : row.state });
  if (fromContact) {
    const contact = find(world.contacts, deed.author.id);
    contact.lastRepliedAt = deed.at;
    if (!row.contactIds.includes(contact.id)) row.contactIds.push(contact.id);
    tell(world, row, deed, 'conversation.user.replied', part);
  } else {
    const spoken = deed.author.type === 'bot' ? 'conversation.operator.replied' : 'conversation.admin.replied';
    tell(world, row, deed, isNote ? 'conversation.admin.noted' : spoken, part);
  }
  return part;
}

/** Buttons for the contact, in a part of their own without a body ("Admin Reply to send Quick Reply Options"). */
export function offerChoices(world: World, row: Conversation, deed: Deed, options: readonly unknown[]): Part {
  if (options.length === 0) throw invalid('reply_options is required', 'reply_options');
  const part = appendPart(world, row, deed, { partType: 'quick_reply', state: row.state });
  tell(world, row, deed, 'conversation.admin.replied', part);
  return part;
}

export function closeConversation(world: World, row: Conversation, deed: Deed, body?: string): Part {
  const text = body === undefined ? null : messageHtml(body);
  const part = appendPart(world, row, deed, { partType: 'close', body: text, state: 'closed' });
  tell(world, row, deed, 'conversation.admin.closed', part);
  return part;
}

/** Open again what is closed or snoozed. */
export function openAgain(world: World, row: Conversation, deed: Deed): Part {
  const wasSnoozed = row.state === 'snoozed';
  const part = appendPart(world, row, deed, { partType: 'open', state: 'open' });
  tell(world, row, deed, wasSnoozed ? 'conversation.admin.unsnoozed' : 'conversation.admin.opened', part);
  return part;
}

export function snoozeConversation(world: World, row: Conversation, deed: Deed, until: number): Part {
  if (until <= deed.at) throw invalid('snoozed_until must be in the future', 'snoozed_until');
  const part = appendPart(world, row, deed, { partType: 'snoozed', state: 'snoozed' });
  row.snoozedUntil = until;
  tell(world, row, deed, 'conversation.admin.snoozed', part);
  return part;
}

/** To a teammate, a team, or nobody (`nobody_admin`). Where the conversation is open a second topic says so too. */
export function assignConversation(
  world: World,
  row: Conversation,
  deed: Deed,
  wanted: { to: Assignee; body?: string | undefined },
): Part {
  const { to } = wanted;
  if (to.type === 'admin' && !world.admins.has(to.id ?? '')) throw notFound('Assignee not found', 'assignee_not_found');
  if (to.type === 'team' && !world.teams.has(to.id ?? '')) throw notFound('Team not found', 'team_not_found');
  const body = wanted.body === undefined ? null : messageHtml(wanted.body);
  const part = appendPart(world, row, deed, { partType: 'assignment', body, assignedTo: to });
  if (to.type === 'team') row.teamAssigneeId = to.id;
  else row.adminAssigneeId = to.id;
  tell(world, row, deed, 'conversation.admin.assigned', part);
  if (row.state === 'open') tell(world, row, deed, 'conversation.admin.open.assigned', part);
  return part;
}

/** Only an id is left, in `GET /conversations/deleted` and in the webhook ("*.deleted payloads are minimal"). */
export function removeConversation(world: World, row: Conversation, deed: Deed, isMetricsRetained: boolean): void {
  touch(row, deed.at);
  world.conversations.delete(row.id);
  world.deleted.push({ id: row.id, at: deed.at, isMetricsRetained });
  if (deed.isSilent) return;
  const item = { type: 'conversation', id: row.id };
  world.emit({ topic: 'conversation.deleted', at: deed.at, subject: row.id, item: () => item });
}
