import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { cutTo } from '../../../worker/core/conversation/prepare.ts';
import { Permanent } from '../../../worker/loop/ports/errors.ts';
import { failure, START } from '../../contracts/helpdesk/stage.ts';
import { openWorkspace, type SimulatedWorkspace } from '../workspace.ts';

let workspace: SimulatedWorkspace;
beforeEach(() => {
  workspace = openWorkspace();
});

function asked(text = 'Where is my export?') {
  const { intercom } = workspace;
  const contact = intercom.addContact({ name: 'Ann Lee', email: 'ann@acme.example', phone: '+15550100' });
  const admin = intercom.addAdmin({ name: 'Grace' });
  const { id } = intercom.openConversation({ contact, body: text, at: START });
  return { id, contact, admin };
}

describe('a conversation of an Intercom workspace', () => {
  it('says what Fin did: its answers are a bot’s, its state, rating and sources are tags', async () => {
    const { intercom } = workspace;
    const { id, admin } = asked();
    const article = intercom.addArticle({ title: 'Exports', body: '<p>Press Export.</p>', at: START });
    intercom.finAnswer({ conversation: id, body: 'Press Export.', articles: [article], at: START + MINUTE_MS });
    intercom.finRate({ conversation: id, rating: 2, at: START + 2 * MINUTE_MS });
    intercom.finHandOver({ conversation: id, admin, why: 'negative_feedback', at: START + 3 * MINUTE_MS });
    intercom.addPart({ conversation: id, author: admin, body: 'It is under Reports.', at: START + 4 * MINUTE_MS });
    intercom.closeConversation({ conversation: id, by: admin, at: START + 5 * MINUTE_MS });
    workspace.setTime(START + HOUR_MS);
    const read = await workspace.helpdesk.readConversation(id);
    expect(read.turns.map(({ author }) => author)).toEqual(['customer', 'bot', 'agent']);
    expect(read.tags.filter((tag) => tag.startsWith('fin:'))).toEqual([
      'fin:participated',
      'fin:state:negative_feedback',
      'fin:answer:ai_answer',
      'fin:rating:bad',
      'fin:handed_over',
      expect.stringMatching(/^fin:source:article:.*exports/),
    ]);
    expect(read).toMatchObject({ state: 'solved', rating: null, handovers: 0 });
    const answer = { at: START + MINUTE_MS, turnIds: [read.turns[1]?.id], hasFailed: true };
    expect(read.botAnswer).toMatchObject({ ...answer, sourceUrls: [expect.stringContaining(`/${article.id}`)] });
    expect(cutTo(read, START + 2 * MINUTE_MS).botAnswer).toBeNull();
  });

  it('that a teammate with restricted rights has is said to be kept for them', async () => {
    const { intercom } = workspace;
    const [free, bound] = [intercom.addAdmin({ name: 'Free' }), intercom.addAdmin({ name: 'Bound', role: 'Partners' })];
    const read = [free, bound].map(async (admin) => {
      const { id } = asked();
      intercom.assign({ conversation: id, admin, by: admin, at: START + MINUTE_MS });
      return (await workspace.helpdesk.readConversation(id)).restrictedTo;
    });
    expect(await Promise.all(read)).toEqual([null, `teammate/${bound?.id}`]);
  });

  it('that went from one team to another names both, and the teams are read once', async () => {
    const { intercom } = workspace;
    const [support, billing] = [intercom.addTeam({ name: 'Support' }), intercom.addTeam({ name: 'Billing' })];
    const ids = [asked(), asked('And my invoice?')].map(({ id, admin }) => {
      intercom.assign({ conversation: id, team: support, by: admin, at: START + MINUTE_MS });
      intercom.assign({ conversation: id, team: billing, by: admin, at: START + HOUR_MS });
      intercom.closeConversation({ conversation: id, by: admin, at: START + 2 * HOUR_MS });
      return id;
    });
    workspace.setTime(START + 3 * HOUR_MS);
    for (const id of ids)
      expect((await workspace.helpdesk.readConversation(id)).teams).toEqual([
        { name: 'Support', since: START + MINUTE_MS },
        { name: 'Billing', since: START + HOUR_MS },
      ]);
    expect(intercom.requests.filter(({ path }) => path === '/teams')).toHaveLength(1);
    const { id, admin } = asked();
    intercom.assign({ conversation: id, team: support, by: admin, at: START + MINUTE_MS });
    expect((await workspace.helpdesk.readConversation(id)).teams).toBeUndefined();
  });

  it('that Fin resolved alone was handed over to nobody', async () => {
    const { intercom } = workspace;
    const { id } = asked();
    intercom.finAnswer({ conversation: id, body: 'Press Export.', at: START + MINUTE_MS });
    intercom.finResolve({ conversation: id, isConfirmed: true, at: START + 2 * MINUTE_MS });
    const read = await workspace.helpdesk.readConversation(id);
    expect(read.tags).toEqual(['fin:participated', 'fin:state:confirmed_resolution', 'fin:answer:ai_answer']);
    expect(read).toMatchObject({ state: 'solved', solvedAt: START + 2 * MINUTE_MS, botAnswer: { hasFailed: false } });
  });

  it('takes no tag of the workspace for one of Fin’s', async () => {
    const { intercom } = workspace;
    const { id } = asked();
    for (const name of ['fin:handed_over', 'intercom:parts_cut', 'vip'])
      intercom.tag({ conversation: id, tag: intercom.addTag(name), at: START + MINUTE_MS });
    expect((await workspace.helpdesk.readConversation(id)).tags).toEqual(['vip']);
  });

  it('counts what a program posted in a teammate’s name as a bot’s', async () => {
    const { id, admin, contact } = asked();
    const add = (author: { id: string }, appPackageCode?: string) =>
      workspace.intercom.addPart({
        conversation: id,
        author,
        body: 'Hello.',
        at: START + MINUTE_MS,
        ...(appPackageCode === undefined ? {} : { appPackageCode }),
      });
    add(admin, 'mend-sandbox');
    add(admin);
    add(contact, 'some-bridge');
    const { turns } = await workspace.helpdesk.readConversation(id);
    expect(turns.map(({ author }) => author)).toEqual(['customer', 'bot', 'agent', 'customer']);
  });

  it('has no word of what was redacted, and is plain text', async () => {
    const { intercom } = workspace;
    const { id, contact } = asked();
    const part = intercom.addPart({
      conversation: id,
      author: contact,
      body: 'My number is 4111.',
      at: START + MINUTE_MS,
    });
    intercom.addPart({
      conversation: id,
      author: contact,
      body: '<p>See <a href="https://a.example/x">this</a> &amp; that.</p>',
      at: START + 2 * MINUTE_MS,
    });
    intercom.redact({ conversation: id, part, at: START + 3 * MINUTE_MS });
    const { turns } = await workspace.helpdesk.readConversation(id);
    expect(JSON.stringify(turns)).not.toContain('4111');
    expect(turns.at(-1)).toMatchObject({ html: null, text: expect.not.stringContaining('<') });
  });

  it('knows how to take its people out: name, address and telephone number of the contact', async () => {
    const { id, contact } = asked();
    const person = { id: contact.id, role: 'customer', name: 'Ann Lee', email: 'ann@acme.example', phone: '+15550100' };
    expect((await workspace.helpdesk.readConversation(id)).requester).toEqual(person);
  });

  it('costs a call, and one for each contact and company not met before', async () => {
    const { id, contact } = asked();
    await workspace.helpdesk.readConversation(id);
    await workspace.helpdesk.readConversation(id);
    expect(workspace.paths()).toEqual([
      `GET /conversations/${id}`,
      `GET /contacts/${contact.id}`,
      `GET /conversations/${id}`,
    ]);
  });

  it('with more parts than the vendor gives says that it is cut, and has its opening', async () => {
    const { id, admin } = asked();
    for (let i = 0; i < 520; i++)
      workspace.intercom.addPart({ conversation: id, author: admin, body: `line ${i}`, at: START + i * 1_000 });
    const read = await workspace.helpdesk.readConversation(id);
    expect(read.tags).toContain('intercom:parts_cut');
    expect(read.turns).toHaveLength(501);
    expect(read.turns[0]?.text).toBe('Where is my export?');
  });

  it('snoozed is open, and a note on a closed one opens nothing', async () => {
    const { intercom } = workspace;
    const { id, admin } = asked();
    intercom.snooze({ conversation: id, by: admin, until: START + HOUR_MS, at: START + MINUTE_MS });
    expect(await workspace.helpdesk.readConversation(id)).toMatchObject({ state: 'open', solvedAt: null });
    intercom.closeConversation({ conversation: id, by: admin, body: 'Goodbye.', at: START + 2 * MINUTE_MS });
    intercom.addPart({ conversation: id, author: admin, body: 'noted', isNote: true, at: START + 3 * MINUTE_MS });
    const read = await workspace.helpdesk.readConversation(id);
    expect(read).toMatchObject({ state: 'solved', solvedAt: START + 2 * MINUTE_MS, reopenedAt: [] });
    expect(read.turns.map(({ text, isPublic }) => [text, isPublic])).toEqual([
      ['Where is my export?', true],
      ['Goodbye.', true],
      ['noted', false],
    ]);
  });

  it('cut to the time a change gives holds all that had been said by then', async () => {
    const { intercom } = workspace;
    const { id, admin } = asked();
    intercom.addPart({ conversation: id, author: admin, body: 'Late.', at: START + MINUTE_MS + 700 });
    intercom.closeConversation({ conversation: id, by: admin, at: START + MINUTE_MS + 900 });
    workspace.setTime(START + HOUR_MS);
    const [change] = (await workspace.helpdesk.changedConversations(null, START)).changes;
    const read = await workspace.helpdesk.readConversation(id);
    expect(cutTo(read, change?.at ?? 0)).toEqual(read);
  });

  it('is no answer when the vendor answers nonsense', async () => {
    for (const body of [{}, { id: 1 }, [], null, { type: 'conversation', id: '1', state: 'gone' }]) {
      const helpdesk = workspace.connect({ fetch: async () => Response.json(body) });
      for (const reading of [helpdesk.readConversation('1'), helpdesk.changedConversations(null, 0)]) {
        const error = await failure(reading);
        expect(error).toBeInstanceOf(Permanent);
        expect(error.message).toContain('unexpected answer at');
      }
    }
  });
});

describe('a ticket of an Intercom workspace', () => {
  it('of a customer is a conversation of its own', async () => {
    const { intercom } = workspace;
    const { id, admin, contact } = asked('The export has been broken since Monday.');
    const ticket = intercom.convertToTicket({ conversation: id, by: admin, at: START + MINUTE_MS });
    intercom.addTicketPart({ ticket, author: admin, body: 'between us', isNote: true, at: START + 2 * MINUTE_MS });
    intercom.addTicketPart({ ticket, author: admin, body: 'It is mended.', at: START + 3 * MINUTE_MS });
    intercom.setTicketState({ ticket, state: 'resolved', by: admin, at: START + 4 * MINUTE_MS });
    workspace.setTime(START + HOUR_MS);
    const read = await workspace.helpdesk.readConversation(`ticket:${ticket.id}`);
    expect(read).toMatchObject({ id: `ticket:${ticket.id}`, state: 'solved', solvedAt: START + 4 * MINUTE_MS });
    expect(read.requester.id).toBe(contact.id);
    const agents = read.turns.filter(({ author }) => author === 'agent');
    expect(agents.map(({ isPublic }) => isPublic)).toEqual([false, true]);
    const { changes } = await workspace.helpdesk.changedConversations(null, START);
    expect(changes.map(({ conversationId }) => conversationId)).toContain(`ticket:${ticket.id}`);
    expect(workspace.intercom.violations).toEqual([]);
  });

  it('of the team alone is private throughout, and no sweep finds it', async () => {
    const { intercom } = workspace;
    const type = intercom.addTicketType({ name: 'Task' });
    const { id, admin } = asked();
    const ticket = intercom.convertToTicket({ conversation: id, by: admin, type, at: START + MINUTE_MS });
    type.category = 'Back-office';
    intercom.addTicketPart({ ticket, author: admin, body: 'Do it.', at: START + 2 * MINUTE_MS });
    workspace.setTime(START + HOUR_MS);
    const read = await workspace.helpdesk.readConversation(`ticket:${ticket.id}`);
    expect(read.turns.some(({ isPublic }) => isPublic)).toBe(false);
    const { changes } = await workspace.helpdesk.changedConversations(null, START);
    expect(changes.map(({ conversationId }) => conversationId)).toEqual([id]);
  });
});
