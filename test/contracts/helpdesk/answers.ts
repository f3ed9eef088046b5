import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { type MakeStage, START, type Stage } from './stage.ts';

/** A customer's question of an hour ago that nobody has touched. */
async function asked(make: MakeStage) {
  const stage = make();
  const customer = stage.addCustomer('Eve Oak', 'eve@mail.example');
  const agent = stage.addAgent('Kit');
  const id = stage.open({ customer, subject: 'Exports', text: 'How do I export?', at: START });
  stage.setTime(START + HOUR_MS);
  const read = await stage.helpdesk.readConversation(id);
  return { stage, customer, agent, id, read, turn: turnOf(read.updatedAt) };
}

const turnOf = (asRead: number, isPublic = true) => ({
  text: 'An automatic answer.\n\nOpen Reports & press <Export>.',
  isPublic,
  authorId: null,
  choices: { solved: 'That solved it', person: 'I need a person' },
  asRead,
});

const said = async (stage: Stage, id: string) =>
  (await stage.connect().readConversation(id)).turns.map(({ author, isPublic }) => [author, isPublic]);

/** What every rim guarantees of what is said and given on without a person. */
export function helpdeskAnswersContract(make: MakeStage): void {
  describe('an answer without a person', () => {
    it('stands as a program’s, and leaves the conversation waiting for the customer', async () => {
      const { stage, id, turn } = await asked(make);
      expect(await stage.helpdesk.answer(id, turn)).toBe('said');
      expect(await said(stage, id)).toEqual([
        ['customer', true],
        ['bot', true],
      ]);
      const after = await stage.helpdesk.readConversation(id);
      expect([after.state, after.turns[1]?.text.includes('Open Reports & press')]).toEqual(['open', true]);
      expect(stage.violations()).toEqual([]);
    });

    it('is given once, however often it is tried with what was read before', async () => {
      const { stage, id, turn } = await asked(make);
      await stage.helpdesk.answer(id, turn);
      expect(await stage.helpdesk.answer(id, turn)).toBe('overtaken');
      expect(await stage.connect().answer(id, turn)).toBe('overtaken');
      expect((await said(stage, id)).length).toBe(2);
    });

    it.each(['agent', 'note', 'customer'] as const)('is not given once a word of %s came after', async (who) => {
      const { stage, id, turn, agent, customer } = await asked(make);
      const by = who === 'customer' ? customer : agent;
      stage.say({ conversation: id, by, text: 'One moment.', at: START + MINUTE_MS, isNote: who === 'note' });
      expect(await stage.helpdesk.answer(id, turn)).toBe('overtaken');
      expect([(await said(stage, id)).length, stage.writes()]).toEqual([2, 0]);
    });

    it('may be a note that only the team reads', async () => {
      const { stage, id, read } = await asked(make);
      await stage.helpdesk.answer(id, turnOf(read.updatedAt, false));
      expect(await said(stage, id)).toEqual([
        ['customer', true],
        ['bot', false],
      ]);
    });

    it('is refused aloud where the conversation is gone', async () => {
      const { stage, id, turn } = await asked(make);
      stage.remove({ conversation: id, at: START + MINUTE_MS });
      await expect(stage.helpdesk.answer(id, turn)).rejects.toMatchObject({ name: 'NotFound' });
    });

    it('is spoken against where a person has the conversation, and by nothing else here', async () => {
      const { stage, id, agent, read } = await asked(make);
      expect(read.noAnswer).toBeNull();
      stage.assign({ conversation: id, to: agent, at: START + HOUR_MS });
      expect((await stage.helpdesk.readConversation(id)).noAnswer).toBe('assigned');
    });
  });

  describe('a conversation given on without a person', () => {
    it('goes to the team of that name, with a note among the team', async () => {
      const { stage, id, read } = await asked(make);
      stage.addTeam('Exports');
      const note = 'Tried: one article.';
      const to = { team: 'Exports', isUrgent: true, note, asRead: read.updatedAt, authorId: null };
      expect(await stage.helpdesk.assign(id, to)).toBe('assigned');
      expect(await said(stage, id)).toEqual([
        ['customer', true],
        ['bot', false],
      ]);
      expect(await stage.helpdesk.assign(id, to)).toBe('overtaken');
      expect(stage.violations()).toEqual([]);
    });

    it('stays where it is where no team has that name, and where a person was first', async () => {
      const { stage, id, read, agent } = await asked(make);
      stage.addTeam('Exports');
      const to = { team: 'Nobody', isUrgent: false, note: null, asRead: read.updatedAt, authorId: null };
      expect(await stage.helpdesk.assign(id, to)).toBe('unknown');
      stage.say({ conversation: id, by: agent, text: 'I have it.', at: START + MINUTE_MS });
      expect(await stage.helpdesk.assign(id, { ...to, team: 'Exports' })).toBe('overtaken');
      expect(stage.writes()).toBe(0);
    });
  });
}
