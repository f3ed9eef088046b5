import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../shared/time.ts';
import { searchKnowledge, suggestArticles } from '../../../worker/loop/search/search.ts';
import { anEntry, anObservation } from '../../contracts/examples.ts';
import { createWorld, TENANT } from '../world/world.ts';

const article = (id: string, title: string, bodyHtml: string) => ({
  id,
  locale: 'en-us',
  brand: null,
  sectionId: '1',
  section: 'Reports',
  title,
  labels: [],
  bodyHtml,
  audience: null,
  isDraft: false,
  updatedAt: 1,
  updatedBy: null,
  url: `https://help.example/articles/${id}`,
});

describe('searching the knowledge base', () => {
  it('answers nothing, and no error, where there is no article', async () => {
    const { ports } = await createWorld();
    expect((await searchKnowledge(ports, 'zendesk:77', 'en', 'how do I export', 5)).articles).toEqual([]);
  });

  it('finds the article that answers, not one that only some may read, and no other tenant’s', async () => {
    const { ports } = await createWorld();
    const shown = article('71', 'Export a report', '<p>Open the reports page and press Export.</p>');
    const hidden = { ...article('72', 'Export a report for partners', '<p>Press Export twice.</p>'), audience: ['9'] };
    await ports.articles.put(
      TENANT,
      [shown, hidden, article('73', 'Invite a colleague', '<p>Type their address.</p>')],
      'seen',
    );
    const { articles } = await searchKnowledge(ports, TENANT, 'en', 'How can I export my report?', 5);
    expect(articles[0]?.articleId).toBe('71');
    expect(articles.map((found) => found.articleId)).not.toContain('72');
    expect((await searchKnowledge(ports, 'zendesk:78', 'en', 'How can I export my report?', 5)).articles).toEqual([]);
  });
});

describe('a search among articles that solved conversations spoke for', () => {
  const taught = async () => {
    const { ports } = await createWorld();
    const articles = [
      article('71', 'Export a report', '<p>Open the reports page and press Export.</p><p>Choose the period.</p>'),
      article(
        '73',
        'Print a report',
        '<p>Open the reports page and press Print.</p><p>Error E1042 means no paper.</p>',
      ),
    ];
    await ports.articles.put(TENANT, articles, 'seen');
    const solved = (n: number, question: string, answer: string) => ({
      kind: 'solved' as const,
      language: 'en',
      solved: {
        conversationId: `c${n}`,
        at: n,
        requesterId: `p${n}`,
        organizationId: null,
        question,
        customerTurns: [{ id: 'q', text: question, at: n }],
        agentTurns: [{ id: 'a', text: answer, at: n, personId: `agent-${n % 2}` }],
      },
    });
    await ports.memory.append(TENANT, [
      ...articles.map((one) => ({ kind: 'article' as const, language: 'en', article: one })),
      ...Array.from({ length: 80 }, (_, n) =>
        n % 2 === 0
          ? solved(n, 'the month sheet on paper, report', 'Open the reports page and press Print.')
          : solved(n, 'report into a spreadsheet', 'Open the reports page and press Export. Choose the period.'),
      ),
    ]);
    return async (question: string) => (await searchKnowledge(ports, TENANT, 'en', question, 5)).articles;
  };

  it('follows them where words alone don’t tell', async () => {
    const found = await (await taught())('my month sheet, the report');
    expect(found[0]).toMatchObject({ articleId: '73', passage: expect.stringContaining('Print') });
    expect(found.reduce((sum, { score }) => sum + score, 0)).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('finds a code where it stands, whatever they made likely, and nothing where no word is shared', async () => {
    const search = await taught();
    expect((await search('report into a spreadsheet: E1042, report into a spreadsheet'))[0]?.articleId).toBe('73');
    expect(await search('zzz qqq')).toEqual([]);
  });
});

describe('a suggestion', () => {
  it('is the same whenever the isolate was started that makes it', async () => {
    const { ports } = await createWorld();
    const articles = [
      article('71', 'Export a report', '<p>Open the reports page and press Export.</p>'),
      article('73', 'Invite a colleague', '<p>Type their address.</p>'),
    ];
    await ports.articles.put(TENANT, articles, 'seen');
    await ports.memory.append(
      TENANT,
      articles.map((one) => ({ kind: 'article', language: 'en', article: one })),
    );
    const suggest = (isolate = ports) => suggestArticles(isolate, TENANT, 'en', 'Add my team mate', 3 * DAY_MS + 5);
    const first = await suggest();
    for (let n = 0; n < 8; n++)
      await ports.observations.record(TENANT, {
        observation: anObservation(`c${n}`, { at: 3 * DAY_MS + n, question: 'Export the team mate list of my report' }),
        conversation: null,
        entries: [anEntry((await ports.learningLog.head(TENANT)) + 1)],
        gaps: [],
      });
    const startedLater = { ...ports, articles: { ...ports.articles } };
    expect(await suggest(startedLater)).toEqual(first);
    expect(await suggest()).toEqual(first);
  });
});
