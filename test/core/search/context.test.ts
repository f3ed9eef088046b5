import { describe, expect, test } from 'vitest';
import type { SearchArticle } from '../../../worker/core/search/article.ts';
import { buildSearch, questionInContext, searchArticles } from '../../../worker/core/search/article-search.ts';

const INNS = ['The Copper Heron', 'Heron Lodge', 'Inn Two Two'];
const ASKED = ['Is there wifi?', 'Do you serve wine?', 'Are pets allowed?'];
const articles: SearchArticle[] = INNS.flatMap((section, i) =>
  ASKED.map((asked, j) => ({
    id: `${i}-${j}`,
    title: `${section}: ${asked}`,
    section,
    labels: [],
    bodyHtml: `<p>Yes.</p>`,
  })),
);
const search = buildSearch(articles, []);
const firstOf = (...said: [author: string, text: string][]) =>
  searchArticles(
    search,
    questionInContext(
      said.map(([author, text]) => ({ author, text })),
      search,
    ),
    1,
  )[0]?.articleId;

describe('a question about something named before', () => {
  test('is about what was named last, by either side', () => {
    expect(
      firstOf(
        ['customer', 'tell me of Heron Lodge'],
        ['agent', 'I booked the copper heron.'],
        ['customer', 'do they have internet?'],
      ),
    ).toBe('0-0');
  });

  test('takes a name with a typing error', () => {
    expect(firstOf(['customer', 'is the coper heron any good?'], ['customer', 'can I bring my dog?'])).toBe('0-2');
  });

  test('is not led by a common word of a name', () => {
    expect(firstOf(['customer', 'heron lodge please, for two'], ['customer', 'can I have a beer?'])).toBe('1-1');
  });

  test('goes by what the question itself names', () => {
    expect(firstOf(['customer', 'I am at Heron Lodge'], ['customer', 'is there wifi at Inn Two Two?'])).toBe('2-0');
  });

  test('is all that the customer said where the base is not about named things', () => {
    const plain = buildSearch([{ id: 'x', title: 'Opening hours', section: 'Shop', labels: [], bodyHtml: '' }], []);
    const asked = questionInContext(
      [
        { author: 'customer', text: 'Hello' },
        { author: 'agent', text: 'Hi' },
        { author: 'customer', text: 'When are you open?' },
      ],
      plain,
    );
    expect(asked).toEqual({ text: 'Hello\nWhen are you open?', entities: [] });
  });

  test('is empty in a dialogue without customer', () => {
    expect(questionInContext([], search)).toEqual({ text: '', entities: [] });
  });
});
