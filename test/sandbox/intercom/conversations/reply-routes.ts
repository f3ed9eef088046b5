import { z } from 'zod';
import { authorOf, contactAuthor } from '../access/authors.ts';
import { type ApiRequest, type Permission, param, parseBody, type Route } from '../api.ts';
import { invalid, notFound } from '../errors.ts';
import type { Contact, Conversation } from '../records.ts';
import { find, type World } from '../world.ts';
import { addTag, markRead, redactPart, redactSource, removeTag, setAttributes } from './conversation-changes.ts';
import { presentConversation } from './conversation-json.ts';
import { conversationOf, displayAs } from './conversation-routes.ts';
import {
  assignConversation,
  closeConversation,
  offerChoices,
  openAgain,
  say,
  snoozeConversation,
} from './conversations.ts';
import type { Deed } from './parts.ts';
import { touch } from './parts.ts';
import { presentTicket } from './ticket-json.ts';
import { convertToTicket } from './tickets.ts';

/** The schema says text, its examples numbers: both pass. */
export const idText = z.union([z.string().min(1), z.number().int()]).transform(String);

/** What an app does in conversations: replies, notes, states, tags, attributes, redaction. */
export function replyRoutes(world: World): Route[] {
  const write = 'write_conversations' satisfies Permission;
  const one = '/conversations/:id';
  return [
    { method: 'POST', path: '/conversations/redact', permission: write, handle: (r) => redact(world, r) },
    { method: 'PUT', path: one, permission: write, handle: (r) => update(world, r) },
    { method: 'POST', path: `${one}/reply`, permission: write, handle: (r) => reply(world, r) },
    { method: 'POST', path: `${one}/parts`, permission: write, handle: (r) => manage(world, r) },
    { method: 'POST', path: `${one}/convert`, permission: write, handle: (r) => convert(world, r) },
    { method: 'POST', path: `${one}/tags`, permission: write, handle: (r) => tag(world, r) },
    { method: 'DELETE', path: `${one}/tags/:tag`, permission: write, handle: (r) => untag(world, r) },
  ];
}

/** What the app does has its package code on it. */
export function deedOf(world: World, request: ApiRequest, adminId: string, at = request.now): Deed {
  const admin = find(world.admins, adminId, 'Admin not found', 'admin_not_found');
  return { author: authorOf(world, admin), at, isSilent: false, appPackageCode: world.workspace.appPackageCode };
}

const fromAdmin = z.object({
  type: z.literal('admin'),
  message_type: z.enum(['comment', 'note', 'quick_reply']),
  admin_id: idText,
  body: z.string().optional(),
  created_at: z.number().int().optional(),
  attachment_urls: z.array(z.string()).max(10).optional(),
  reply_options: z.array(z.object({ text: z.string().min(1), uuid: z.uuid() })).optional(),
});
const fromContact = z.object({
  type: z.literal('user'),
  message_type: z.literal('comment'),
  intercom_user_id: z.string().optional(),
  email: z.string().optional(),
  user_id: z.string().optional(),
  body: z.string(),
  created_at: z.number().int().optional(),
});
const replyBody = z.discriminatedUnion('type', [fromAdmin, fromContact]);

function reply(world: World, request: ApiRequest): unknown {
  const wanted = parseBody(replyBody, request.body);
  const at = wanted.created_at === undefined ? request.now : wanted.created_at * 1000;
  if (wanted.type === 'admin') {
    const row = conversationOf(world, request);
    const deed = deedOf(world, request, wanted.admin_id, at);
    if (wanted.message_type === 'quick_reply') offerChoices(world, row, deed, wanted.reply_options ?? []);
    else say(world, row, deed, wanted.body ?? '', wanted.message_type === 'note');
    return presentConversation(world, row);
  }
  const contact = contactOf(world, wanted);
  const row = param(request, 'id') === 'last' ? lastOf(world, contact) : conversationOf(world, request);
  const { appPackageCode } = world.workspace;
  say(world, row, { author: contactAuthor(contact), at, isSilent: false, appPackageCode }, wanted.body);
  return presentConversation(world, row);
}

function contactOf(world: World, wanted: z.infer<typeof fromContact>): Contact {
  if (wanted.intercom_user_id !== undefined) return find(world.contacts, wanted.intercom_user_id, 'User Not Found');
  const isMeant = (contact: Contact): boolean =>
    wanted.user_id === undefined ? contact.email === wanted.email : contact.externalId === wanted.user_id;
  const contact = [...world.contacts.values()].find(isMeant);
  if (contact === undefined) throw notFound('User Not Found');
  return contact;
}

/** `last` in place of an id: the contact's latest conversation. */
function lastOf(world: World, contact: Contact): Conversation {
  const rows = [...world.conversations.values()].filter((row) => row.contactIds.includes(contact.id));
  const last = rows.sort((a, b) => a.updatedAt - b.updatedAt).at(-1);
  if (last === undefined) throw notFound();
  return last;
}

const manageBody = z.discriminatedUnion('message_type', [
  z.object({
    message_type: z.literal('close'),
    type: z.literal('admin'),
    admin_id: idText,
    body: z.string().optional(),
  }),
  z.object({ message_type: z.literal('snoozed'), admin_id: idText, snoozed_until: z.number().int() }),
  z.object({ message_type: z.literal('open'), admin_id: idText }),
  z.object({
    message_type: z.literal('assignment'),
    type: z.enum(['admin', 'team']),
    admin_id: idText,
    assignee_id: idText,
    body: z.string().optional(),
  }),
]);

/** Assigning to "0" is assigning to nobody. */
function manage(world: World, request: ApiRequest): unknown {
  const wanted = parseBody(manageBody, request.body);
  const row = conversationOf(world, request);
  const deed = deedOf(world, request, wanted.admin_id);
  if (wanted.message_type === 'close') closeConversation(world, row, deed, wanted.body);
  if (wanted.message_type === 'snoozed') snoozeConversation(world, row, deed, wanted.snoozed_until * 1000);
  if (wanted.message_type === 'open') openAgain(world, row, deed);
  if (wanted.message_type === 'assignment') {
    const isNobody = wanted.assignee_id === '0';
    const to = isNobody ? ({ type: 'nobody_admin', id: null } as const) : { type: wanted.type, id: wanted.assignee_id };
    assignConversation(world, row, deed, { to, body: wanted.body });
  }
  return presentConversation(world, row);
}

const updateBody = z.object({
  read: z.boolean().optional(),
  title: z.string().optional(),
  custom_attributes: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  company_id: z.string().optional(),
});

function update(world: World, request: ApiRequest): unknown {
  const wanted = parseBody(updateBody, request.body);
  const row = conversationOf(world, request);
  const deed = deedOf(world, request, request.viewer.id);
  if (wanted.company_id !== undefined) {
    row.companyId = find(world.companies, wanted.company_id, 'Company Not Found', 'company_not_found').id;
  }
  if (wanted.title !== undefined) row.title = wanted.title;
  if (wanted.custom_attributes !== undefined) setAttributes(world, row, deed, wanted.custom_attributes);
  if (wanted.read !== undefined) markRead(world, row, deed, wanted.read);
  touch(row, deed.at);
  return presentConversation(world, row, displayAs(request));
}

const convertBody = z.object({ ticket_type_id: idText });

function convert(world: World, request: ApiRequest): unknown {
  const row = conversationOf(world, request);
  const deed = deedOf(world, request, request.viewer.id);
  return presentTicket(world, convertToTicket(world, row, deed, parseBody(convertBody, request.body).ticket_type_id));
}

function tag(world: World, request: ApiRequest): unknown {
  const wanted = parseBody(z.object({ id: idText, admin_id: idText }), request.body);
  const row = find(world.conversations, param(request, 'id'), 'Conversation not found');
  const { id, name } = addTag(world, row, deedOf(world, request, wanted.admin_id), wanted.id);
  return { type: 'tag', id, name };
}

function untag(world: World, request: ApiRequest): unknown {
  const wanted = parseBody(z.object({ admin_id: idText }), request.body);
  const row = find(world.conversations, param(request, 'id'), 'Conversation not found');
  const { id, name } = removeTag(world, row, deedOf(world, request, wanted.admin_id), param(request, 'tag'));
  return { type: 'tag', id, name };
}

const redactBody = z.object({
  type: z.enum(['conversation_part', 'source']),
  conversation_id: idText,
  conversation_part_id: idText.optional(),
  source_id: idText.optional(),
});

function redact(world: World, request: ApiRequest): unknown {
  const wanted = parseBody(redactBody, request.body);
  const row = find(world.conversations, wanted.conversation_id);
  const deed = deedOf(world, request, request.viewer.id);
  const id = wanted.type === 'source' ? wanted.source_id : wanted.conversation_part_id;
  if (id === undefined) throw invalid('the id of the part or source is required');
  if (wanted.type === 'source') redactSource(world, row, deed, id);
  else redactPart(world, row, deed, id);
  return presentConversation(world, row);
}
