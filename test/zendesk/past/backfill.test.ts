import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import type { RawConversation } from '../../../worker/loop/ports/helpdesk.ts';
import { type Account, failure, openAccount, START } from '../account.ts';

const NOW = START + 30 * DAY_MS;
let account: Account;

/** Tickets solved at even distances up to now; every seventh stays open, every tenth is a day old when it is solved. */
function fill(count: number, days: number) {
  const { zendesk } = account;
  const agent = zendesk.addUser({ name: 'Agent', role: 'agent' });
  const organization = zendesk.addOrganization({ name: 'Acme' });
  const customers = Array.from({ length: 5 }, (_, i) => zendesk.addUser({ name: `C${i}`, organization }));
  const solved: string[] = [];
  const steps = Array.from({ length: count }, (_, i) => NOW - HOUR_MS / 2 - ((count - i) * days * DAY_MS) / count);
  for (const [i, at] of steps.entries()) {
    const openedAt = i % 10 === 0 ? at - 4 * DAY_MS : at - HOUR_MS;
    const requester = customers[i % customers.length];
    if (!requester) continue;
    const ticket = zendesk.openTicket({ requester, subject: `s${i}`, comment: `question ${i}`, at: openedAt });
    const isSolved = i % 7 !== 0;
    zendesk.addComment({
      ticket,
      author: agent,
      body: `answer ${i}`,
      at,
      ...(isSolved ? { status: 'solved' as const } : {}),
    });
    if (isSolved) solved.push(String(ticket.id));
  }
  account.setTime(NOW);
  return solved;
}

/** Reads all pages, each with a fresh instance where `isForgetful`. */
async function readAll(sinceMs: number, limit: number, isForgetful = false) {
  const pages: RawConversation[][] = [];
  const progress: number[] = [];
  let cursor: string | null = null;
  do {
    const helpdesk = isForgetful ? account.connect() : account.helpdesk;
    const page = await helpdesk.solvedPage(sinceMs, cursor, limit);
    expect(page.conversations.length).toBeLessThanOrEqual(limit);
    pages.push(page.conversations);
    progress.push(page.doneBackTo);
    cursor = page.cursor;
  } while (cursor !== null);
  return { ids: pages.flat().map(({ id }) => id), conversations: pages.flat(), progress, pages };
}

beforeEach(() => {
  account = openAccount();
});

describe('the backfill', () => {
  it('reads every solved ticket of the days once, newest first, with its turns, and the progress falls to the start', async () => {
    const solved = fill(200, 20);
    const { ids, conversations, progress } = await readAll(NOW - 20 * DAY_MS - HOUR_MS, 40);
    expect(ids).toEqual(solved.toReversed());
    for (const conversation of conversations) {
      expect(conversation.state).toBe('solved');
      expect(conversation.turns.map(({ author, text }) => `${author} ${text.replace(/\d+/, '')}`.trim())).toEqual([
        'customer question',
        'agent answer',
      ]);
      expect(conversation.organization?.name).toBe('Acme');
    }
    expect(progress).toEqual(progress.toSorted((a, b) => b - a));
    expect(progress.at(-1)).toBe(NOW - 20 * DAY_MS - HOUR_MS);
    expect(account.zendesk.violations).toEqual([]);
  });

  it('gives the first conversations with the first page and costs few calls of the exports', async () => {
    fill(200, 20);
    const { pages } = await readAll(NOW - 20 * DAY_MS, 50);
    expect(pages[0]?.length).toBeGreaterThan(0);
    const exports = account.paths().filter((path) => path.includes('/incremental/'));
    expect(exports.length).toBeLessThan(30);
    const comments = account.paths().filter((path) => path.endsWith('/comments'));
    expect(comments.length).toBeLessThan(100);
  });

  it('goes on by its cursor alone when nothing is left in memory', async () => {
    const solved = fill(120, 6);
    const { ids } = await readAll(NOW - 7 * DAY_MS, 13, true);
    expect(ids).toEqual(solved.toReversed());
  });

  it('reads no further back than asked', async () => {
    fill(100, 20);
    const { conversations } = await readAll(NOW - 5 * DAY_MS, 50);
    expect(conversations.length).toBeGreaterThan(15);
    expect(Math.min(...conversations.map(({ solvedAt }) => solvedAt ?? 0))).toBeGreaterThanOrEqual(NOW - 5 * DAY_MS);
  });

  it('loses none and repeats none when tickets change while it runs', async () => {
    const solved = fill(150, 10);
    const touched = solved[3] ?? '';
    const first = await account.helpdesk.solvedPage(NOW - 11 * DAY_MS, null, 20);
    account.setTime(NOW + HOUR_MS);
    account.zendesk.tag({ ticket: Number(touched), add: ['late'], at: NOW + HOUR_MS / 2 });
    const ids = first.conversations.map(({ id }) => id);
    for (let cursor = first.cursor; cursor !== null; ) {
      const page = await account.connect().solvedPage(NOW - 11 * DAY_MS, cursor, 20);
      ids.push(...page.conversations.map(({ id }) => id));
      cursor = page.cursor;
    }
    expect(ids).toEqual(solved.toReversed().filter((id) => id !== touched));
  });

  it('has nothing to read in an account without tickets, and says so', async () => {
    account.setTime(NOW);
    expect((await readAll(NOW - 30 * DAY_MS, 50)).ids).toEqual([]);
  });

  it('goes on where it stood after the vendor was down', async () => {
    const solved = fill(60, 3);
    account.zendesk.faults.set({
      kind: '429',
      path: '/api/v2/incremental/**',
      skip: 2,
      times: 1,
      retryAfterSeconds: 5,
    });
    const ids: string[] = [];
    let cursor: string | null = null;
    let refused = 0;
    for (let i = 0; i < 50; i++) {
      const attempt = account.helpdesk.solvedPage(NOW - 4 * DAY_MS, cursor, 10);
      const page = await attempt.catch(() => null);
      if (page === null) {
        refused++;
        continue;
      }
      ids.push(...page.conversations.map(({ id }) => id));
      cursor = page.cursor;
      if (cursor === null) break;
    }
    expect(refused).toBe(1);
    expect(ids).toEqual(solved.toReversed());
  });

  it('refuses a cursor it did not make', async () => {
    expect((await failure(account.helpdesk.solvedPage(0, '{"until":"x"}', 10))).message).toContain('backfill cursor');
  });
});
