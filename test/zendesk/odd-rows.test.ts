import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../shared/time.ts';
import { tampered } from '../contracts/tampered.ts';
import { openAccount, START } from './account.ts';

type Row = Record<string, unknown>;

/** Two solved tickets and two articles, of which the second of each is made odd on its way. */
function openOdd(change: (row: Row, within: string) => void) {
  const account = openAccount();
  const { zendesk } = account;
  const customer = zendesk.addUser({ name: 'Mo Vale', email: 'mo@customer.example' });
  const agent = zendesk.addUser({ name: 'Kit Lund', role: 'agent' });
  const [plain, odd] = ['Plain', 'Odd'].map((subject, i) => {
    const ticket = zendesk.openTicket({ requester: customer, subject, comment: 'How?', at: START + i * 60_000 });
    zendesk.addComment({ ticket, author: agent, body: 'Press Export.', public: true, at: START + i * 60_000 + 1_000 });
    zendesk.setStatus({ ticket, status: 'solved', by: agent, at: START + i * 60_000 + 2_000 });
    return String(ticket.id);
  });
  const section = zendesk.addSection({ name: 'Billing' });
  const [page, oddPage] = ['Page', 'Odd page'].map((title) =>
    String(zendesk.addArticle({ section, title, body: `<p>${title}</p>`, at: START }).id),
  );
  account.setTime(START + HOUR_MS);
  const send: typeof fetch = (input, init) => zendesk.fetch(new Request(input, init));
  const isOdd = (row: Row) =>
    [odd, oddPage, agent.id, String(agent.id)].includes(String(row.id)) || String(row.source_id) === oddPage;
  const helpdesk = account.connect({ fetch: tampered(send, (row, within) => isOdd(row) && change(row, within)) });
  return { helpdesk, plain: plain!, odd: odd!, page: page!, oddPage: oddPage!, agent: String(agent.id) };
}

const ODD_FIELDS: [string, (row: Row) => void][] = [
  ['a status that is not documented', (row) => Object.assign(row, { status: 'archived' })],
  ['a status that is a number', (row) => Object.assign(row, { status: 4 })],
  ['tags as an object', (row) => Object.assign(row, { tags: { 0: 'a' } })],
  ['no subject', (row) => Object.assign(row, { subject: null })],
  ['a number as a string', (row) => Object.assign(row, { requester_id: String(row.requester_id) })],
  ['a time in seconds', (row) => Object.assign(row, { generated_timestamp: String(row.generated_timestamp) })],
  ['odd metrics', (row) => Object.assign(row, { metric_set: 'none' })],
  ['an odd channel', (row) => Object.assign(row, { via: 7 })],
  ['an odd rating', (row) => Object.assign(row, { satisfaction_rating: 'good' })],
];

describe('a ticket with', () => {
  it.each(ODD_FIELDS)('%s is told as changed, and read', async (_, oddly) => {
    const { helpdesk, plain, odd } = openOdd((row, within) => /^tickets?$/.test(within) && oddly(row));
    const { changes } = await helpdesk.changedConversations(null, START);
    expect(changes.map(({ conversationId }) => conversationId).sort()).toEqual([plain, odd].sort());
    const read = await helpdesk.readConversation(odd);
    expect(read.turns.map(({ author, text }) => [author, text])).toEqual([
      ['customer', 'How?'],
      ['agent', 'Press Export.'],
    ]);
    expect(helpdesk.takeOddRows()).toEqual([]);
  });

  it('no time is set aside by its id, and those beside it are read', async () => {
    const { helpdesk, plain, odd } = openOdd((row, within) => within === 'tickets' && delete row.updated_at);
    const page = await helpdesk.changedConversations(null, START);
    expect([page.changes.map(({ conversationId }) => conversationId), page.isEnd, page.cursor === null]).toEqual([
      [plain],
      true,
      false,
    ]);
    expect(helpdesk.takeOddRows()).toMatchObject([
      { what: 'tickets', id: odd, why: expect.stringContaining('updated_at') },
    ]);
    const past = await helpdesk.solvedPage(START - HOUR_MS, null, 10);
    expect(past.conversations.map(({ id }) => id)).toEqual([plain]);
  });
});

describe('an answer about people with', () => {
  it('a role that is not documented is a program’s', async () => {
    const { helpdesk, odd } = openOdd((row, within) => within === 'users' && Object.assign(row, { role: 'ai_agent' }));
    const { turns } = await helpdesk.readConversation(odd);
    expect(turns.map(({ author }) => author)).toEqual(['customer', 'bot']);
  });

  it('no name is read without it', async () => {
    const { helpdesk, odd, agent } = openOdd((row, within) => within === 'users' && Object.assign(row, { name: null }));
    const { people } = await helpdesk.readConversation(odd);
    expect(people.find(({ id }) => id === agent)).toMatchObject({ role: 'agent', name: '' });
  });
});

describe('an article with', () => {
  const ODD_ARTICLES: [string, (row: Row, within: string) => void][] = [
    ['no section', (row, within) => within === 'articles' && Object.assign(row, { section_id: null })],
    ['no title', (row) => Object.assign(row, { title: null })],
    ['labels as a word', (row, within) => within === 'articles' && Object.assign(row, { label_names: 'a' })],
    ['an odd author', (row) => Object.assign(row, { updated_by_id: {} })],
  ];

  it.each(ODD_ARTICLES)('%s is read', async (_, oddly) => {
    const { helpdesk, page, oddPage } = openOdd(oddly);
    const { articles } = await helpdesk.changedArticles(0, null);
    expect(articles.map(({ id }) => id).sort()).toEqual([page, oddPage].sort());
  });

  it('an audience that can’t be read is set aside, and never shown to more people', async () => {
    const { helpdesk, page, oddPage } = openOdd(
      (row, within) => within === 'articles' && Object.assign(row, { user_segment_id: { id: 1 } }),
    );
    const { articles } = await helpdesk.changedArticles(0, null);
    expect(articles.map(({ id }) => id)).toEqual([page]);
    expect(helpdesk.takeOddRows()).toMatchObject([{ what: 'articles', id: oddPage }]);
    expect((await helpdesk.listArticleIds()).sort()).toEqual([page, oddPage].sort());
  });

  it('a translation that can’t be read keeps its others', async () => {
    const { helpdesk, page, oddPage } = openOdd((row, within) => within === 'translations' && delete row.locale);
    const { articles } = await helpdesk.changedArticles(0, null);
    expect(articles.map(({ id }) => id)).toEqual([page]);
    expect(helpdesk.takeOddRows()).toMatchObject([{ what: `translations of article ${oddPage}` }]);
  });
});

it('an envelope without its rows is no empty answer', async () => {
  const { helpdesk } = openOdd(() => undefined);
  const account = openAccount();
  const broken = account.connect({ fetch: async () => Response.json({ rows: [] }) });
  await expect(broken.changedConversations(null, START)).rejects.toMatchObject({ name: 'Permanent' });
  await expect(broken.changedArticles(0, null)).rejects.toMatchObject({ name: 'Permanent' });
  await expect(helpdesk.changedArticles(0, null)).resolves.toBeTruthy();
});
