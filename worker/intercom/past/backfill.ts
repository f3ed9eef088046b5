import { z } from 'zod';
import { NotFound } from '../../loop/ports/errors.ts';
import type { RawConversation, SolvedPage } from '../../loop/ports/helpdesk.ts';
import { type ConversationReader, readConversation } from '../conversations/conversations.ts';
import { type Found, searchBetween } from '../conversations/search.ts';
import { parsePlace } from '../parse.ts';

const FIRST_SPAN = 3_600;
const MAX_SPAN = 8 * 24 * 3_600;
/** A search page holds 150: so few widen the next window. */
const FEW = 40;
const WINDOWS_A_CALL = 6;

/** Where a backfill stands: the window that ends at `until` (s), `span` long, done down to the conversation `before`. */
const placeSchema = z.object({
  until: z.number().int(),
  span: z.number().int().positive(),
  before: z.tuple([z.number(), z.string()]).nullable(),
});
type Place = z.output<typeof placeSchema>;

function isBefore(row: Found, [updatedAt, id]: [number, string]): boolean {
  return row.updatedAt < updatedAt || (row.updatedAt === updatedAt && row.conversationId < id);
}

async function readAll(reader: ConversationReader, rows: Found[]): Promise<RawConversation[]> {
  const conversations: RawConversation[] = [];
  for (const { conversationId } of rows) {
    try {
      conversations.push(await readConversation(reader, conversationId));
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }
  return conversations;
}

/**
 * Reads closed conversations of the last days, newest first: windows of the search are walked from now backwards, an hour
 * first, then wider while they hold little and narrower where they hold more than a search page. One search a window and
 * one call a conversation, since no list gives parts; contacts and companies come from memory where they were met before.
 * What changes meanwhile is the webhook's and `reconcile`'s. The cursor alone tells where to go on.
 */
export function createBackfill(reader: ConversationReader) {
  return async function solvedPage(sinceMs: number, cursor: string | null, limit: number): Promise<SolvedPage> {
    const since = Math.floor(sinceMs / 1_000);
    const start: Place = { until: Math.floor(reader.now() / 1_000) + 1, span: FIRST_SPAN, before: null };
    let place = cursor === null ? start : parsePlace(placeSchema, cursor, 'backfill cursor');
    for (let tries = 0; tries < WINDOWS_A_CALL && place.until > since; tries++) {
      const { until, span, before } = place;
      const from = Math.max(since, until - span);
      const found = await searchBetween(reader.client, reader.kinds, from, until, true);
      if (found === null) {
        place = { ...place, span: Math.max(1, Math.floor((until - from) / 4)) };
        continue;
      }
      const solved = found.filter((row) => (row.closedAt ?? row.updatedAt) >= sinceMs).reverse();
      const left = solved.filter((row) => before === null || isBefore(row, before));
      const taken = left.slice(0, Math.max(1, limit));
      const last = taken.at(-1);
      place =
        taken.length === left.length || !last
          ? { until: from, span: solved.length < FEW ? Math.min(MAX_SPAN, span * 2) : span, before: null }
          : { ...place, before: [last.updatedAt, last.conversationId] };
      if (taken.length > 0) return answerOf(await readAll(reader, taken), place, since);
    }
    return answerOf([], place, since);
  };
}

function answerOf(conversations: RawConversation[], place: Place, since: number): SolvedPage {
  const isOver = place.until <= since;
  return {
    conversations,
    cursor: isOver ? null : JSON.stringify(place),
    doneBackTo: isOver ? since * 1_000 : (place.before?.[0] ?? place.until * 1_000),
  };
}
