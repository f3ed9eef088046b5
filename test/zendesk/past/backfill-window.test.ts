import { describe, expect, it } from 'vitest';
import { Permanent } from '../../../worker/loop/ports/errors.ts';
import { createZendeskHelpdesk } from '../../../worker/zendesk/helpdesk.ts';
import { failure } from '../account.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const SECOND = 1_000;
const UNTIL = NOW / SECOND - 90;
const iso = (seconds: number) => new Date(seconds * SECOND).toISOString();

interface Row {
  id: number;
  at: number;
  createdAt: number;
}

/** A vendor that exports these tickets, each with one comment event, and answers comments one by one where asked. */
function vendor(rows: Row[], child: (row: Row) => object) {
  const asked: string[] = [];
  const ticketOf = ({ id, at, createdAt }: Row) => ({
    id,
    status: 'solved',
    requester_id: 1,
    created_at: iso(createdAt),
    updated_at: iso(at),
    generated_timestamp: at,
    metric_set: { reopens: 0, solved_at: iso(at) },
  });
  function answer(url: URL): unknown {
    const start = Number(url.searchParams.get('start_time') ?? 0);
    if (url.pathname.endsWith('/tickets/cursor')) {
      const from = url.searchParams.get('cursor')?.split('/').map(Number) ?? [start, 0];
      const left = rows.filter(({ id, at }) => at > (from[0] ?? 0) || (at === from[0] && id > (from[1] ?? 0)));
      const page = left.slice(0, 1_000);
      const last = page.at(-1);
      return {
        tickets: page.map(ticketOf),
        after_cursor: last ? `${last.at}/${last.id}` : null,
        end_of_stream: left.length <= 1_000,
      };
    }
    if (url.pathname.endsWith('/ticket_events')) {
      const page = rows
        .filter(({ createdAt }) => createdAt >= start)
        .map((row) => ({ ticket_id: row.id, child_events: [child(row)] }));
      return { ticket_events: page, end_time: UNTIL, end_of_stream: true };
    }
    if (url.pathname.endsWith('/users/show_many')) return { users: [{ id: 1, name: 'Ann', role: 'end-user' }] };
    if (url.pathname.endsWith('/comments'))
      return {
        comments: [{ id: 5, author_id: 1, body: 'read alone', public: true, created_at: iso(UNTIL) }],
        users: [],
      };
    throw new Error(`unexpected ${url.pathname}`);
  }
  const send: typeof fetch = async (input) => {
    const url = new URL(String(input));
    asked.push(url.pathname);
    return Response.json(answer(url));
  };
  const tenant = { subdomain: 'acme', baseUrl: 'https://acme.zendesk.com' };
  return { asked, helpdesk: createZendeskHelpdesk({ tenant, token: () => 't', fetch: send, eventNow: () => NOW }) };
}

const plain = (row: Row) => ({
  id: row.id + 900_000,
  event_type: 'Comment',
  author_id: 1,
  body: 'exported',
  public: true,
  created_at: iso(row.createdAt),
});
const rowsOf = (count: number, spread: (i: number) => number): Row[] =>
  Array.from({ length: count }, (_, i) => ({ id: i + 1, at: spread(i), createdAt: spread(i) - 60 })).sort(
    (a, b) => a.at - b.at || a.id - b.id,
  );

describe('a window of the backfill', () => {
  it('reads alone what the events don’t hold whole: older tickets, and those where a comment was taken back', async () => {
    const rows = rowsOf(30, (i) => UNTIL - 100 - i);
    const [old, redacted] = [rows[3], rows[4]];
    if (!old || !redacted) throw new Error('no rows');
    old.createdAt -= 30 * 86_400;
    const { asked, helpdesk } = vendor(rows, (row) =>
      row === redacted ? { event_type: 'CommentRedactEvent', comment_id: 1 } : plain(row),
    );
    const page = await helpdesk.solvedPage(NOW - 86_400_000, null, 100);
    const alone = page.conversations.filter(({ turns }) => turns[0]?.text === 'read alone').map(({ id }) => Number(id));
    expect(alone.sort((a, b) => a - b)).toEqual([old.id, redacted.id].sort((a, b) => a - b));
    expect(page.conversations).toHaveLength(30);
    expect(asked.filter((path) => path.includes('/incremental/'))).toHaveLength(2);
  });

  it('is narrowed where an hour holds more tickets than two pages, and none is lost', async () => {
    const rows = rowsOf(2_400, (i) => UNTIL - 1 - (i % 3_500));
    const { helpdesk } = vendor(rows, plain);
    const ids = new Set<string>();
    let count = 0;
    for (let cursor: string | null = null, page = 0; page < 500; page++) {
      const answer = await helpdesk.solvedPage(NOW - 2 * 3_600_000, cursor, 1_000);
      for (const { id } of answer.conversations) ids.add(id);
      count += answer.conversations.length;
      cursor = answer.cursor;
      if (cursor === null) break;
    }
    expect(ids.size).toBe(2_400);
    expect(count).toBe(2_400);
  });

  it('that is a minute and still too full fails aloud', async () => {
    const { helpdesk } = vendor(
      rowsOf(9_000, () => UNTIL - 10),
      plain,
    );
    let cursor: string | null = null;
    let error: Error | null = null;
    for (let i = 0; i < 5 && error === null; i++) {
      const answer = helpdesk.solvedPage(NOW - 3_600_000, cursor, 10);
      const page = await answer.catch(() => null);
      if (page === null) error = await failure(answer);
      else cursor = page.cursor;
    }
    expect(error).toBeInstanceOf(Permanent);
  });
});
