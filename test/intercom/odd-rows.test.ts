import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { START } from '../contracts/helpdesk/stage.ts';
import { tampered } from '../contracts/tampered.ts';
import { openWorkspace } from './workspace.ts';

type Row = Record<string, unknown>;

/** Two closed conversations and two articles, of which the second of each is made odd on its way. */
function openOdd(change: (row: Row, within: string) => void) {
  const workspace = openWorkspace();
  const { intercom } = workspace;
  const contact = intercom.addContact({ name: 'Mo Vale', email: 'mo@customer.example' }).id;
  const admin = intercom.addAdmin({ name: 'Kit Lund' }).id;
  const [plain, odd] = ['Plain', 'Odd'].map((subject, i) => {
    const at = START + i * MINUTE_MS;
    const { id } = intercom.openConversation({ contact, subject, body: 'How?', channel: 'email', at });
    intercom.addPart({ conversation: id, author: admin, body: `Press ${subject}.`, at: at + 1_000 });
    intercom.closeConversation({ conversation: id, by: admin, at: at + 2_000 });
    return id;
  });
  const collection = intercom.addCollection({ name: 'Billing' }).id;
  const [page, oddPage] = ['Page', 'Odd page'].map(
    (title) => intercom.addArticle({ collection, title, body: `<p>${title}</p>`, at: START }).id,
  );
  workspace.setTime(START + HOUR_MS);
  const send: typeof fetch = (input, init) => intercom.fetch(new Request(input, init));
  const isOdd = (row: Row) => [odd, oddPage].includes(String(row.id)) || String(row.body ?? '').includes('Press Odd');
  const helpdesk = workspace.connect({ fetch: tampered(send, (row, within) => isOdd(row) && change(row, within)) });
  return { helpdesk, plain: plain!, odd: odd!, page: page!, oddPage: oddPage! };
}

/** The item of a list of conversations, or the conversation that an answer is. */
const isConversation = (within: string) => within === 'conversations' || within === '';

describe('a conversation with', () => {
  it.each<[string, (row: Row) => void]>([
    ['a state that is not documented', (row) => Object.assign(row, { state: 'archived' })],
    ['tags as a list', (row) => Object.assign(row, { tags: ['a'] })],
    ['an odd title', (row) => Object.assign(row, { title: 7 })],
    ['a number as a string', (row) => Object.assign(row, { updated_at: String(row.updated_at) })],
    ['odd statistics', (row) => Object.assign(row, { statistics: 'none' })],
    ['an odd rating', (row) => Object.assign(row, { conversation_rating: 5 })],
    ['odd words of Fin', (row) => Object.assign(row, { ai_agent: [] })],
  ])('%s is told as changed, and read', async (_, oddly) => {
    const { helpdesk, plain, odd } = openOdd((row, within) => isConversation(within) && oddly(row));
    const { changes } = await helpdesk.changedConversations(null, START);
    expect(changes.map(({ conversationId }) => conversationId).sort()).toEqual([plain, odd].sort());
    const { turns } = await helpdesk.readConversation(odd);
    expect(turns.map(({ author }) => author)).toEqual(['customer', 'agent']);
    expect(helpdesk.takeOddRows()).toEqual([]);
  });

  it('no time is set aside by its id, and those beside it are read', async () => {
    const { helpdesk, plain, odd } = openOdd((row, within) => within === 'conversations' && delete row.updated_at);
    const page = await helpdesk.changedConversations(null, START);
    expect(page.changes.map(({ conversationId }) => conversationId)).toEqual([plain]);
    expect(helpdesk.takeOddRows()).toMatchObject([{ what: 'conversations', id: odd }]);
    const past = await helpdesk.solvedPage(START - HOUR_MS, null, 10);
    expect(past.conversations.map(({ id }) => id)).toEqual([plain]);
  });

  it('a part that can’t be read keeps its others', async () => {
    const { helpdesk, odd } = openOdd((row, within) => within === 'conversation_parts' && delete row.created_at);
    const { turns } = await helpdesk.readConversation(odd);
    expect(turns.map(({ author }) => author)).toEqual(['customer']);
    expect(helpdesk.takeOddRows()).toMatchObject([{ what: `parts of conversation ${odd}` }]);
  });

  it.each<[string, (row: Row) => void]>([
    ['an author of an unknown kind', (row) => Object.assign(row, { author: { type: 'workflow', id: '1' } })],
    ['an author that is a word', (row) => Object.assign(row, { author: 'Kit' })],
    ['an odd mark of a program', (row) => Object.assign(row, { app_package_code: { code: 'x' } })],
  ])('a part with %s counts it as a program’s', async (_, oddly) => {
    const { helpdesk, odd } = openOdd((row, within) => within === 'conversation_parts' && oddly(row));
    const { turns } = await helpdesk.readConversation(odd);
    expect(turns.map(({ author }) => author)).toEqual(['customer', 'bot']);
  });
});

describe('an article with', () => {
  it.each<[string, (row: Row) => void]>([
    ['no title', (row) => Object.assign(row, { title: null })],
    ['a state that is not documented', (row) => Object.assign(row, { state: 'archived' })],
    ['an odd collection', (row) => Object.assign(row, { parent_id: {} })],
    ['translations as a list', (row) => Object.assign(row, { translated_content: [] })],
  ])('%s is read', async (_, oddly) => {
    const { helpdesk, page, oddPage } = openOdd((row, within) => within === 'data' && oddly(row));
    const { articles } = await helpdesk.changedArticles(0, null);
    expect(articles.map(({ id }) => id).sort()).toEqual([page, oddPage].sort());
  });

  it('an audience that can’t be read is set aside, and never shown to more people', async () => {
    const { helpdesk, page, oddPage } = openOdd(
      (row, within) => within === 'data' && Object.assign(row, { help_center_audience: 7 }),
    );
    const { articles } = await helpdesk.changedArticles(0, null);
    expect(articles.map(({ id }) => id)).toEqual([page]);
    expect(helpdesk.takeOddRows()).toMatchObject([{ what: 'articles', id: oddPage }]);
    expect((await helpdesk.listArticleIds()).sort()).toEqual([page, oddPage].sort());
  });
});
