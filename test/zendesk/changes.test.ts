import { expect, it } from 'vitest';
import { HOUR_MS } from '../../shared/time.ts';
import { cutTo } from '../../worker/core/conversation/prepare.ts';
import type { Change } from '../../worker/loop/ports/helpdesk.ts';
import { type Account, openAccount, START } from './account.ts';

const SECOND = 1_000;

/** Tickets opened and solved, `perSecond` within each second: 0 ms, 1 ms, … after it begins. */
function busySeconds({ zendesk, setTime }: Account, count: number, perSecond: number): number[] {
  const requester = zendesk.addUser({ name: 'Cleo' });
  const ids = Array.from({ length: count }, (_, i) => {
    const at = START + Math.floor(i / perSecond) * SECOND + (i % perSecond);
    const ticket = zendesk.openTicket({ requester, subject: `s${i}`, comment: `c${i}`, at });
    zendesk.addComment({ ticket, author: zendesk.admin, body: 'Done.', status: 'solved', at });
    return ticket.id;
  });
  setTime(START + HOUR_MS);
  return ids;
}

/** Every page up to the end of the stream; `between` happens after each. */
async function drain(account: Account, cursor: string | null, between: (page: number) => void = () => {}) {
  const changes: Change[] = [];
  for (let page = 0; ; page++) {
    const answer = await account.connect().changedConversations(cursor, START - SECOND);
    changes.push(...answer.changes);
    cursor = answer.cursor;
    if (answer.isEnd) return { changes, cursor };
    between(page);
  }
}

const times = (changes: Change[], id: number): number[] =>
  changes.filter(({ conversationId }) => conversationId === String(id)).map(({ at }) => at);

it('tickets that share seconds come once each, though pages end within a second', async () => {
  const account = openAccount();
  const ids = busySeconds(account, 1_200, 70);
  const { changes } = await drain(account, null);
  expect(changes.map(({ conversationId }) => Number(conversationId))).toEqual(ids);
  expect(changes.map(({ at }) => at)).toEqual(changes.map(({ at }) => at).toSorted((a, b) => a - b));
});

it('a ticket that changes while pages are read is passed over by none, told or not yet told of', async () => {
  const account = openAccount();
  const ids = busySeconds(account, 1_200, 70);
  const touched = ids.filter((_, i) => i % 100 < 3);
  const at = START + HOUR_MS + 500;
  const { changes, cursor } = await drain(account, null, (page) => {
    if (page > 0) return;
    account.setTime(at);
    for (const ticket of touched) account.zendesk.tag({ ticket, add: ['late'] });
  });
  account.setTime(START + 2 * HOUR_MS);
  const later = await drain(account, cursor);
  expect(later.changes.map(({ conversationId }) => Number(conversationId))).toEqual(touched);
  for (const id of ids) {
    const seen = times([...changes, ...later.changes], id);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.at(-1)).toBe(touched.includes(id) ? START + HOUR_MS : times(changes, id)[0]);
  }
  const none = await drain(account, later.cursor);
  expect(none).toEqual({ changes: [], cursor: later.cursor });
});

it('cut to the time a change gives, a conversation holds all that had been said by then', async () => {
  const account = openAccount();
  const ids = busySeconds(account, 6, 3);
  const at = START + HOUR_MS / 2 + 700;
  for (const [i, ticket] of ids.entries()) {
    const late = { ticket, author: account.zendesk.admin, body: `Correction ${i}.`, at: at + i };
    account.zendesk.addComment(late);
  }
  const { changes } = await drain(account, null);
  expect(changes).toHaveLength(6);
  for (const change of changes) {
    const raw = await account.helpdesk.readConversation(change.conversationId);
    expect(change).toMatchObject({ moment: 'solved', at: raw.updatedAt });
    expect(cutTo(raw, change.at)).toEqual(raw);
    expect(raw.turns).toHaveLength(3);
  }
});

it('a system update moves the export, not the time of the change', async () => {
  const account = openAccount();
  const [id = 0] = busySeconds(account, 1, 1);
  const { cursor } = await drain(account, null);
  account.zendesk.ticket(id).generatedAt = START + HOUR_MS;
  account.setTime(START + 2 * HOUR_MS);
  expect((await drain(account, cursor)).changes).toEqual([{ conversationId: String(id), moment: 'solved', at: START }]);
});
