import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { prepare } from '../../../worker/core/conversation/prepare.ts';
import type { Change, Helpdesk, RawConversation } from '../../../worker/loop/ports/helpdesk.ts';
import { desk } from '../../core/said.ts';
import { type MakeStage, START, type Stage } from './stage.ts';

/** A request that was noted, solved, reopened by the customer, handed over, solved again and rated. */
function story(stage: Stage) {
  const organization = stage.addOrganization('Acme', 'gold');
  const customer = stage.addCustomer('Ann Lee', 'ann@acme.example', organization);
  const first = stage.addAgent('One');
  const second = stage.addAgent('Two');
  let at = START;
  const next = () => (at += 15 * MINUTE_MS);
  const conversation = stage.open({ customer, subject: 'Exports fail', text: 'My export fails.', at });
  stage.tag({ conversation, tag: 'vip', at: next() });
  stage.assign({ conversation, to: first, at: next() });
  stage.say({ conversation, by: first, text: 'a note among us', at: next(), isNote: true });
  stage.say({ conversation, by: first, text: 'Open Settings.', at: next() });
  stage.solve({ conversation, by: first, at: next() });
  const reopenedAt = next();
  stage.say({ conversation, by: customer, text: 'Still fails.', at: reopenedAt });
  stage.assign({ conversation, to: second, at: next() });
  stage.say({ conversation, by: second, text: 'Press Retry.', at: next() });
  const solvedAt = next();
  stage.solve({ conversation, by: second, at: solvedAt });
  stage.rate({ conversation, rating: 'bad', at: next() });
  stage.setTime(at + HOUR_MS);
  return { conversation, customer, first, second, organization, reopenedAt, solvedAt, end: at };
}

const said = ({ turns }: RawConversation) => turns.map(({ author, isPublic, text }) => [author, isPublic, text]);

async function allChanges(helpdesk: Helpdesk, cursor: string | null, sinceMs: number) {
  const changes: Change[] = [];
  for (let page = 0; page < 100; page++) {
    const answer = await helpdesk.changedConversations(cursor, sinceMs);
    changes.push(...answer.changes);
    cursor = answer.cursor;
    if (answer.isEnd) return { changes, cursor };
  }
  throw new Error('the stream has no end');
}

async function allSolved(helpdesk: Helpdesk, sinceMs: number, limit: number) {
  const pages: RawConversation[][] = [];
  const doneBackTo: number[] = [];
  let cursor: string | null = null;
  do {
    const page = await helpdesk.solvedPage(sinceMs, cursor, limit);
    pages.push(page.conversations);
    doneBackTo.push(page.doneBackTo);
    cursor = page.cursor;
  } while (cursor !== null);
  return { pages, doneBackTo };
}

export function helpdeskConversationsContract(make: MakeStage): void {
  describe('a conversation', () => {
    it('is read with who said what, in order, and what is private', async () => {
      const stage = make();
      const { conversation, customer, first, second } = story(stage);
      const read = await stage.helpdesk.readConversation(conversation);
      expect(said(read)).toEqual([
        ['customer', true, 'My export fails.'],
        ['agent', false, 'a note among us'],
        ['agent', true, 'Open Settings.'],
        ['customer', true, 'Still fails.'],
        ['agent', true, 'Press Retry.'],
      ]);
      expect(read.turns.map(({ authorId }) => authorId)).toEqual([customer, first, first, customer, second]);
      expect(new Set(read.turns.map(({ id }) => id)).size).toBe(5);
      expect(read.turns[0]?.at).toBe(START);
      expect(stage.violations()).toEqual([]);
    });

    it('is read with its people, organization, segment and tags', async () => {
      const stage = make();
      const { conversation, customer, organization } = story(stage);
      const read = await stage.helpdesk.readConversation(conversation);
      const person = { id: customer, role: 'customer', name: 'Ann Lee', email: 'ann@acme.example', phone: null };
      expect(read).toMatchObject({ id: conversation, subject: 'Exports fail', requester: person, mergedInto: null });
      expect(read.organization).toMatchObject({ id: organization, name: 'Acme' });
      expect(read.segment).toMatchObject({ plan: 'gold' });
      expect(read.tags).toContain('vip');
      expect(read.people.map(({ role }) => role).sort()).toEqual(['agent', 'agent', 'customer']);
      expect(stage.violations()).toEqual([]);
    });

    it('is read with when it was solved and reopened, who had it and what the customer thought', async () => {
      const stage = make();
      const { conversation, reopenedAt, solvedAt } = story(stage);
      const read = await stage.helpdesk.readConversation(conversation);
      expect(read).toMatchObject({ state: 'solved', solvedAt, handovers: 1, rating: 'bad', createdAt: START });
      expect(read.reopenedAt).toEqual([reopenedAt]);
    });

    it('that was reopened is open, and solved at no time', async () => {
      const stage = make();
      const { conversation, customer, reopenedAt, end } = story(stage);
      stage.say({ conversation, by: customer, text: 'Once more.', at: end + HOUR_MS });
      stage.setTime(end + 2 * HOUR_MS);
      const read = await stage.helpdesk.readConversation(conversation);
      expect(read).toMatchObject({ state: 'open', solvedAt: null, reopenedAt: [reopenedAt, end + HOUR_MS] });
    });

    it('of a customer without a company has no organization', async () => {
      const stage = make();
      const customer = stage.addCustomer('Bo', 'bo@mail.example');
      const id = stage.open({ customer, subject: 'Hello', text: 'Hello?', at: START });
      stage.setTime(START + HOUR_MS);
      expect(await stage.helpdesk.readConversation(id)).toMatchObject({
        state: 'open',
        organization: null,
        rating: null,
      });
    });
  });

  describe('what a program says', () => {
    it.each([
      ['to the customer', true],
      ['among the team', false],
    ])('%s stands there as it was given, and is no agent’s word', async (_, isPublic) => {
      const stage = make();
      const customer = stage.addCustomer('Eve', 'eve@mail.example');
      const authorId = stage.addAgent('Four');
      const id = stage.open({ customer, subject: 'Help', text: 'Help <me> & mine.', at: START });
      stage.setTime(START + HOUR_MS);
      const text = 'Open Settings.\nThen press "Export" & <b>wait</b>.';
      await stage.helpdesk.addTurn(id, { text, isPublic, authorId });
      const read = await stage.helpdesk.readConversation(id);
      const { turns } = prepare(read, { personId: (person) => person }, desk('en'));
      expect(read.turns.map((turn) => [turn.author, turn.isPublic])).toEqual([
        ['customer', true],
        ['bot', isPublic],
      ]);
      expect(turns.slice(1).map((turn) => turn.text)).toEqual(isPublic ? [text] : []);
      expect(stage.violations()).toEqual([]);
    });

    it('in a conversation that is gone is refused as not found', async () => {
      const stage = make();
      const customer = stage.addCustomer('Fay', 'fay@mail.example');
      const authorId = stage.addAgent('Five');
      const id = stage.open({ customer, subject: 'Help', text: 'Help.', at: START });
      stage.remove({ conversation: id, at: START + MINUTE_MS });
      stage.setTime(START + HOUR_MS);
      const said = stage.helpdesk.addTurn(id, { text: 'Hello.', isPublic: true, authorId });
      await expect(said).rejects.toMatchObject({ name: 'NotFound' });
      expect(stage.writes()).toBe(0);
    });
  });

  describe('a link in a field of a conversation', () => {
    const prefix = 'https://mend.example/survey/';

    it('stands there once: one of ours stays, and says nothing in the conversation', async () => {
      const stage = make();
      const field = stage.addField();
      const { conversation, end } = story(stage);
      stage.setTime(end + HOUR_MS);
      const offer = (url: string) => stage.helpdesk.offerLink(conversation, field, url, prefix);
      const before = prepare(
        await stage.helpdesk.readConversation(conversation),
        { personId: (person) => person },
        desk('en'),
      ).turns;
      await offer(`${prefix}first`);
      await offer(`${prefix}second`);
      expect(stage.valueOf({ conversation, field })).toBe(`${prefix}first`);
      expect(stage.writes()).toBe(1);
      const read = await stage.helpdesk.readConversation(conversation);
      expect(prepare(read, { personId: (person) => person }, desk('en')).turns).toEqual(before);
      expect(stage.violations()).toEqual([]);
    });
  });

  describe('changed conversations', () => {
    it('come oldest first with what they came to, and the cursor goes on where it stood', async () => {
      const stage = make();
      const { conversation, customer, end } = story(stage);
      const open = stage.open({ customer, subject: 'Open', text: 'Open.', at: end + MINUTE_MS });
      stage.setTime(end + HOUR_MS);
      const { changes, cursor } = await allChanges(stage.helpdesk, null, START);
      expect(changes.map(({ conversationId, moment }) => [conversationId, moment])).toEqual([
        [conversation, 'solved'],
        [open, 'changed'],
      ]);
      const read = await stage.helpdesk.readConversation(conversation);
      expect(changes[0]?.at).toBe(read.updatedAt);
      stage.say({ conversation: open, by: customer, text: 'Anyone?', at: end + 2 * HOUR_MS });
      stage.setTime(end + 4 * HOUR_MS);
      const later = await allChanges(stage.helpdesk, cursor, START);
      expect(later.changes).toEqual([{ conversationId: open, moment: 'changed', at: end + 2 * HOUR_MS }]);
      stage.setTime(end + 8 * HOUR_MS);
      expect((await allChanges(stage.helpdesk, later.cursor, START)).changes).toEqual([]);
      expect(stage.violations()).toEqual([]);
    });

    it('tell of one that was deleted, which is then not found', async () => {
      const stage = make();
      const { conversation, end } = story(stage);
      const { cursor } = await allChanges(stage.helpdesk, null, START);
      stage.remove({ conversation, at: end + 2 * HOUR_MS });
      stage.setTime(end + 4 * HOUR_MS);
      const { changes } = await allChanges(stage.helpdesk, cursor, START);
      expect(changes).toEqual([{ conversationId: conversation, moment: 'gone', at: end + 2 * HOUR_MS }]);
      await expect(stage.helpdesk.readConversation(conversation)).rejects.toMatchObject({ name: 'NotFound' });
    });

    it('of many in a few seconds are each told, none twice', async () => {
      const stage = make();
      const customer = stage.addCustomer('Cleo', 'cleo@mail.example');
      const ids = Array.from({ length: 420 }, (_, i) =>
        stage.open({ customer, subject: `s${i}`, text: `t${i}`, at: START + Math.floor(i / 70) * 1_000 }),
      );
      stage.setTime(START + HOUR_MS);
      const { changes } = await allChanges(stage.helpdesk, null, START - HOUR_MS);
      expect(changes.map(({ conversationId }) => conversationId).sort()).toEqual(ids.sort());
      expect(changes.map(({ at }) => at)).toEqual(changes.map(({ at }) => at).toSorted((a, b) => a - b));
    });
  });

  describe('the past', () => {
    it('is read newest first, solved conversations alone, each once, down to where it was asked', async () => {
      const stage = make();
      const customer = stage.addCustomer('Dee', 'dee@mail.example');
      const agent = stage.addAgent('Three');
      const ids = Array.from({ length: 9 }, (_, i) => {
        const at = START + i * 7 * HOUR_MS;
        const conversation = stage.open({ customer, subject: `s${i}`, text: `t${i}`, at });
        stage.say({ conversation, by: agent, text: 'Done.', at: at + MINUTE_MS });
        if (i !== 4) stage.solve({ conversation, by: agent, at: at + 2 * MINUTE_MS });
        return conversation;
      });
      stage.setTime(START + 80 * HOUR_MS);
      const { pages, doneBackTo } = await allSolved(stage.helpdesk, START + 6 * HOUR_MS, 3);
      const read = pages.flat();
      expect(read.map(({ id }) => id)).toEqual(ids.filter((_, i) => i > 0 && i !== 4).reverse());
      expect(read.every(({ state, turns }) => state === 'solved' && turns.length === 2)).toBe(true);
      expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(3);
      expect(doneBackTo).toEqual(doneBackTo.toSorted((a, b) => b - a));
      expect(doneBackTo.at(-1)).toBe(START + 6 * HOUR_MS);
      expect(stage.violations()).toEqual([]);
    });
  });
}
