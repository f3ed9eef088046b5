import { describe, expect, it } from 'vitest';
import { searchKnowledge } from '../../worker/loop/search.ts';
import { createWorld, TENANT } from './world.ts';

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
