import { ApiError, notFound } from '../errors.ts';
import type { Conversation, Priority, Tag } from '../records.ts';
import { find, type World } from '../world.ts';
import { appendPart, type Deed, tell, touch } from './parts.ts';

/** The contact's verdict, 1 to 5. */
export function rateConversation(
  world: World,
  row: Conversation,
  deed: Deed,
  wanted: { rating: number; remark: string },
): void {
  const contactId = row.contactIds[0] ?? '';
  const adminId = row.adminAssigneeId ?? row.teammateIds.at(-1) ?? null;
  const createdAt = row.rating?.createdAt ?? deed.at;
  row.rating = { rating: wanted.rating, remark: wanted.remark, createdAt, updatedAt: deed.at, contactId, adminId };
  touch(row, deed.at);
  tell(world, row, deed, 'conversation.rating.added', null);
}

export function setPriority(world: World, row: Conversation, deed: Deed, priority: Priority): void {
  row.priority = priority;
  touch(row, deed.at);
  tell(world, row, deed, 'conversation.priority.updated', null);
}

export function markRead(world: World, row: Conversation, deed: Deed, isRead: boolean): void {
  row.isRead = isRead;
  touch(row, deed.at);
  if (isRead) tell(world, row, deed, 'conversation.read', null);
}

/** A part for each attribute, with its new value and the one before. */
export function setAttributes(
  world: World,
  row: Conversation,
  deed: Deed,
  attributes: Record<string, string | number>,
): void {
  for (const [name, value] of Object.entries(attributes)) {
    const previous = row.customAttributes[name];
    row.customAttributes = { ...row.customAttributes, [name]: value };
    const change = { name: String(value), previous: previous === undefined ? null : String(previous) };
    const eventDetails = { attribute: { name }, value: change };
    appendPart(world, row, deed, { partType: 'conversation_attribute_updated_by_admin', eventDetails });
  }
}

export function addTag(world: World, row: Conversation, deed: Deed, tagId: string): Tag {
  const tag = find(world.tags, tagId, 'Tag not found', 'tag_not_found');
  if (row.tags.some((known) => known.tagId === tagId)) return tag;
  row.tags.push({ tagId, at: deed.at, by: { type: deed.author.type, id: deed.author.id } });
  const last = row.parts.at(-1) ?? null;
  last?.tagIds.push(tagId);
  touch(row, deed.at);
  tell(world, row, deed, 'conversation_part.tag.created', last);
  return tag;
}

export function removeTag(world: World, row: Conversation, deed: Deed, tagId: string): Tag {
  const tag = find(world.tags, tagId, 'Tag not found', 'tag_not_found');
  if (!row.tags.some((known) => known.tagId === tagId)) throw notFound('Tag not found', 'tag_not_found');
  row.tags = row.tags.filter((known) => known.tagId !== tagId);
  touch(row, deed.at);
  return tag;
}

/** A part needs a body, a source a contact as its author ("Redact a conversation part"). What is left is empty. */
export function redactPart(world: World, row: Conversation, deed: Deed, partId: string): void {
  const part = row.parts.find(({ id }) => id === partId);
  if (part === undefined) throw notRedactable(404);
  if (part.body === null) throw notRedactable(400);
  part.body = '';
  part.isRedacted = true;
  part.updatedAt = deed.at;
  touch(row, deed.at);
  tell(world, row, deed, 'conversation_part.redacted', part);
}

export function redactSource(world: World, row: Conversation, deed: Deed, sourceId: string): void {
  if (row.source.id !== sourceId) throw notRedactable(404);
  if (row.source.author.type === 'admin') throw notRedactable(400);
  row.source = { ...row.source, subject: '', body: '', isRedacted: true };
  touch(row, deed.at);
  tell(world, row, deed, 'conversation_part.redacted', null);
}

const notRedactable = (status: 400 | 404): ApiError =>
  status === 404
    ? notFound('Conversation part or message not found', 'conversation_part_or_message_not_found')
    : new ApiError(400, 'conversation_part_not_redactable', 'Conversation part or message not redactable');
