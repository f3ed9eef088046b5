import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../shared/time.ts';
import { AuthLost, Permanent } from '../../worker/loop/ports/errors.ts';
import type { Change } from '../../worker/loop/ports/helpdesk.ts';
import { failure, START } from '../contracts/helpdesk/stage.ts';
import { openWorkspace, type SimulatedWorkspace } from './workspace.ts';

const SECOND = 1_000;
let workspace: SimulatedWorkspace;
beforeEach(() => {
  workspace = openWorkspace();
});

/** Conversations opened at these times. */
function opened(times: number[]): string[] {
  const contact = workspace.intercom.addContact({ name: 'Cleo' });
  return times.map((at) => workspace.intercom.openConversation({ contact, body: 'Hello.', at, isSilent: true }).id);
}

async function drain(cursor: string | null, between: (page: number) => void = () => {}) {
  const changes: Change[] = [];
  for (let page = 0; page < 200; page++) {
    const answer = await workspace.connect().changedConversations(cursor, START);
    changes.push(...answer.changes);
    cursor = answer.cursor;
    if (answer.isEnd) return { changes, cursor };
    between(page);
  }
  throw new Error('no end');
}

describe('the sweep of an Intercom workspace', () => {
  it('finds all of a second that holds more than a page, by the vendor’s cursor', async () => {
    const ids = opened(Array.from({ length: 400 }, () => START + 10 * SECOND));
    workspace.setTime(START + HOUR_MS);
    const { changes } = await drain(null);
    expect(changes.map(({ conversationId }) => conversationId).sort()).toEqual(ids.sort());
    const cursors = workspace.intercom.requests.filter(({ body }) =>
      JSON.stringify(body ?? '').includes('starting_after'),
    );
    expect(cursors.length).toBeGreaterThan(0);
    expect(workspace.intercom.violations).toEqual([]);
  });

  it('passes over none that changes while it reads', async () => {
    const ids = opened(Array.from({ length: 600 }, (_, i) => START + i * 4 * SECOND));
    const late = ids.filter((_, i) => i % 50 === 0);
    workspace.setTime(START + HOUR_MS);
    const { changes, cursor } = await drain(null, (page) => {
      if (page > 0) return;
      workspace.setTime(START + HOUR_MS + 30 * SECOND);
      for (const conversation of late)
        workspace.intercom.setPriority({ conversation, priority: 'high', at: START + HOUR_MS + 20 * SECOND });
    });
    workspace.setTime(START + 2 * HOUR_MS);
    const later = await drain(cursor);
    const newest = new Map([...changes, ...later.changes].map(({ conversationId, at }) => [conversationId, at]));
    expect(newest.size).toBe(600);
    for (const id of late) expect(newest.get(id)).toBe(START + HOUR_MS + 20 * SECOND);
  });

  it('costs three calls where nothing happened', async () => {
    workspace.setTime(START + HOUR_MS);
    const { cursor } = await drain(null);
    const before = workspace.paths().length;
    workspace.setTime(START + HOUR_MS + 600 * SECOND);
    expect((await drain(cursor)).changes).toEqual([]);
    expect(workspace.paths().slice(before)).toEqual([
      'POST /conversations/search',
      'POST /tickets/search',
      'GET /conversations/deleted',
    ]);
  });

  it('reads the last two minutes again, since a search may lag', async () => {
    workspace.setTime(START + HOUR_MS);
    const { cursor } = await drain(null);
    const [id] = opened([START + HOUR_MS - 100 * SECOND]);
    expect((await drain(cursor)).changes).toEqual([
      { conversationId: id, moment: 'changed', at: START + HOUR_MS - 100 * SECOND },
    ]);
  });

  it('tells of every deletion since, however many, and of none before', async () => {
    const ids = opened(Array.from({ length: 140 }, () => START));
    const [first = '', ...others] = ids;
    workspace.intercom.deleteConversation({ conversation: first, at: START - HOUR_MS });
    workspace.setTime(START + HOUR_MS);
    const { cursor } = await drain(null);
    for (const conversation of others) workspace.intercom.deleteConversation({ conversation, at: START + 2 * HOUR_MS });
    workspace.setTime(START + 3 * HOUR_MS);
    const { changes } = await drain(cursor);
    expect(changes.every(({ moment }) => moment === 'gone')).toBe(true);
    expect(changes.map(({ conversationId }) => conversationId).sort()).toEqual(others.sort());
  });

  it('may be without tickets, where the workspace has none', async () => {
    const ids = opened([START]);
    workspace.setTime(START + HOUR_MS);
    const { changes } = await workspace.connect({ kinds: ['conversations'] }).changedConversations(null, START);
    expect(changes.map(({ conversationId }) => conversationId)).toEqual(ids);
    expect(workspace.paths()).not.toContain('POST /tickets/search');
  });

  it('is no sweep with a cursor of another kind, or where the token lacks the right', async () => {
    for (const cursor of ['', '{}', '{"from":1}', 'null'])
      expect(await failure(workspace.helpdesk.changedConversations(cursor, START))).toBeInstanceOf(Permanent);
    const forbid = async () =>
      Response.json({ type: 'error.list', errors: [{ code: 'token_unauthorized' }] }, { status: 403 });
    expect(await failure(workspace.connect({ fetch: forbid }).changedConversations(null, START))).toBeInstanceOf(
      AuthLost,
    );
  });
});
