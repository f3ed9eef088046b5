import { z } from 'zod';
import { type ApiRequest, type Permission, param, parseBody, type Route } from '../api.ts';
import { invalid } from '../errors.ts';
import { CONVERSATION_FIELDS } from '../fields.ts';
import { cursorPage, numberedPage, sizeOf } from '../paging.ts';
import { compileQuery } from '../query.ts';
import type { Conversation } from '../records.ts';
import { find, unixSeconds, type World } from '../world.ts';
import { type DisplayAs, presentConversation, presentListed } from './conversation-json.ts';
import { removeConversation } from './conversations.ts';

const DEFAULT_PAGE = 20;
const MAX_PAGE = 150;

/** Reading, listing, searching and deleting conversations. */
export function conversationRoutes(world: World): Route[] {
  const read = 'read_conversations' satisfies Permission;
  const one = '/conversations/:id';
  return [
    { method: 'GET', path: '/conversations', permission: read, handle: (r) => list(world, r) },
    { method: 'GET', path: '/conversations/deleted', permission: read, handle: (r) => listDeleted(world, r) },
    { method: 'POST', path: '/conversations/search', permission: read, handle: (r) => search(world, r) },
    {
      method: 'GET',
      path: one,
      permission: read,
      handle: (r) => presentConversation(world, conversationOf(world, r), displayAs(r)),
    },
    { method: 'DELETE', path: one, permission: 'write_conversations', handle: (r) => remove(world, r) },
  ];
}

export function conversationOf(world: World, request: ApiRequest): Conversation {
  return find(world.conversations, param(request, 'id'));
}

export function displayAs(request: ApiRequest): DisplayAs {
  return request.query.get('display_as') === 'plaintext' ? 'plaintext' : 'html';
}

function list(world: World, request: ApiRequest): unknown {
  const perPage = sizeOf(request.query.get('per_page'), DEFAULT_PAGE, MAX_PAGE);
  const startingAfter = request.query.get('starting_after');
  return listed(world, cursorPage(world.conversations.values(), { perPage, startingAfter }));
}

export const searchBody = z.object({
  query: z.unknown(),
  pagination: z.object({ per_page: z.unknown(), starting_after: z.string().nullish() }).partial().nullish(),
});

/** `per_page` up to 150, 20 when absent ("Search conversations"). */
function search(world: World, request: ApiRequest): unknown {
  const { query, pagination } = parseBody(searchBody, request.body);
  const test = compileQuery(query, CONVERSATION_FIELDS);
  const perPage = sizeOf(pagination?.per_page, DEFAULT_PAGE, MAX_PAGE);
  const rows = [...world.conversations.values()].filter(test);
  return listed(world, cursorPage(rows, { perPage, startingAfter: pagination?.starting_after ?? null }));
}

function listed(world: World, page: { rows: Conversation[]; total: number; pages: unknown }): unknown {
  const conversations = page.rows.map((row) => presentListed(world, row));
  return { type: 'conversation.list', pages: page.pages, total_count: page.total, conversations };
}

/** Newest first unless `order=asc`; 20 a page. */
function listDeleted(world: World, request: ApiRequest): unknown {
  const order = request.query.get('order') ?? 'desc';
  if (order !== 'asc' && order !== 'desc') throw invalid('order must be asc or desc', 'order');
  const rows = order === 'asc' ? [...world.deleted] : [...world.deleted].reverse();
  const page = numberedPage(rows, request.query, DEFAULT_PAGE);
  const conversations = page.rows.map((row) => ({
    type: 'conversation',
    id: row.id,
    metrics_retained: row.isMetricsRetained,
    deleted_at: unixSeconds(row.at),
  }));
  return { type: 'conversations.list', total_count: page.total, pages: page.pages, conversations };
}

function remove(world: World, request: ApiRequest): unknown {
  const row = conversationOf(world, request);
  const deed = { author: { ...request.viewer, type: 'admin' as const }, at: request.now, isSilent: false };
  const isRetained = request.query.get('retain_metrics') !== 'false';
  removeConversation(world, row, { ...deed, appPackageCode: world.workspace.appPackageCode }, isRetained);
  return { id: row.id, object: 'conversation', deleted: true };
}
