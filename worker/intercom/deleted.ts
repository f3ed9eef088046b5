import { z } from 'zod';
import type { JsonClient } from '../http/client.ts';
import { Permanent } from '../loop/errors.ts';
import type { Change } from '../loop/helpdesk.ts';
import { idSchema, parseAnswer, timeSchema } from './parse.ts';

const MAX_PAGES = 1_000;
const DELETED = '/conversations/deleted';

const deletedSchema = z.looseObject({
  conversations: z.array(z.looseObject({ id: idSchema, deleted_at: timeSchema })),
  total_count: z.number().int(),
  pages: z.looseObject({ total_pages: z.number().int().nullish() }).nullish(),
});

async function readPage(client: JsonClient, page: number) {
  return parseAnswer(deletedSchema, await client.request(DELETED, { query: { page } }), DELETED);
}

/**
 * Conversations deleted since, where the list has grown from `seen` entries. Its order is not documented, so it is either
 * not read (one call tells that nothing is new) or read whole. Without a count to compare, the first look counts only.
 */
export async function deletedSince(
  client: JsonClient,
  seen: number | null,
  sinceMs: number,
): Promise<{ changes: Change[]; total: number }> {
  const first = await readPage(client, 1);
  const total = first.total_count;
  if (seen === null || seen === total) return { changes: [], total };
  const rows = [...first.conversations];
  const pages = first.pages?.total_pages ?? 1;
  if (pages > MAX_PAGES) throw new Permanent(`intercom: ${DELETED}: more than ${MAX_PAGES} pages`);
  for (let page = 2; page <= pages; page++) rows.push(...(await readPage(client, page)).conversations);
  const changes = rows
    .filter((row) => row.deleted_at >= sinceMs)
    .map((row): Change => ({ conversationId: row.id, moment: 'gone', at: row.deleted_at }));
  return { changes, total };
}
