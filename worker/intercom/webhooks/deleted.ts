import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { readRows } from '../../http/odd-rows.ts';
import { Permanent } from '../../loop/ports/errors.ts';
import type { Change } from '../../loop/ports/helpdesk.ts';
import { idSchema, parseAnswer, timeSchema } from '../parse.ts';

const DELETED = '/conversations/deleted';
/** The vendor's largest page of this list. */
const ROWS_PER_PAGE = 60;
const MAX_PAGES = 1_000;

const rowSchema = z.looseObject({ id: idSchema, deleted_at: timeSchema });
const deletedSchema = z.looseObject({
  conversations: z.array(z.unknown()),
  pages: z.looseObject({ total_pages: z.number().int() }),
});

/** Conversations deleted since `sinceMs`, from the list of them, latest first; one call where nothing is new. */
export async function deletedSince(client: JsonClient, sinceMs: number): Promise<Change[]> {
  const changes: Change[] = [];
  for (let page = 1; page <= MAX_PAGES; page++) {
    const query = { page, per_page: ROWS_PER_PAGE, order: 'desc' };
    const answer = parseAnswer(deletedSchema, await client.request(DELETED, { query }), DELETED);
    const rows = readRows(rowSchema, answer.conversations, 'deleted conversations', client.odd);
    const fresh = rows.filter((row) => row.deleted_at >= sinceMs);
    changes.push(...fresh.map((row): Change => ({ conversationId: row.id, moment: 'gone', at: row.deleted_at })));
    if (page >= answer.pages.total_pages || fresh.length < rows.length) return changes;
  }
  throw new Permanent(`intercom: ${DELETED}: more than ${MAX_PAGES} pages`);
}
