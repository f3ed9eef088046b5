import { describe, expect, test } from 'vitest';
import { buildSearch, coverageOf, searchArticles } from '../../../worker/core/search/article-search.ts';
import { BAKERY, PAST } from './bakery.ts';

const search = buildSearch(BAKERY, PAST);
const firstOf = (question: string) => searchArticles(search, question, 3)[0]?.articleId;

describe('searching the articles', () => {
  test.each([
    ['the title in other order', 'order delivery day change', 'a1'],
    ['a general synonym', 'I want my money back', 'a2'],
    ['inflected words', 'resetting passwords', 'a5'],
    ['a typing error', 'pasword reset', 'a5'],
    ['a code in lower case', 'what does e1042 mean', 'a4'],
    ['a code among many other words', 'my order was late and then the cake oven said E1042 after delivery', 'a4'],
    ['a number that is a code', 'status 77 after I changed the delivery day', 'a6'],
    ['a quoted string', 'my order page says "forgot password" on delivery day', 'a5'],
  ])('finds %s', (_, question, id) => {
    expect(firstOf(question)).toBe(id);
  });

  test('learns from past questions a word that no article has', () => {
    expect(searchArticles(buildSearch(BAKERY, []), 'squashed', 1)).toEqual([]);
    expect(firstOf('squashed')).toBe('a2');
  });

  test('shows the section that answers', () => {
    expect(searchArticles(search, 'when do I get the refund', 1)[0]?.passage).toContain('three days');
    expect(searchArticles(search, 'where to send the photo of a damaged cake', 1)[0]?.passage).toContain('photo');
  });

  test('is not led by names, greetings, addresses and order numbers', () => {
    const plain = searchArticles(search, 'change the delivery day', 2);
    const dressed = searchArticles(
      search,
      'Hello, my name is Ines, ines@example.org, order 20394881. change the delivery day',
      2,
    );
    expect(dressed.map(({ articleId }) => articleId)).toEqual(plain.map(({ articleId }) => articleId));
  });

  test('gives at most what was asked for, best first', () => {
    const hits = searchArticles(search, 'cake', 2);
    expect(hits).toHaveLength(2);
    expect(hits[0]?.score).toBeGreaterThanOrEqual(hits[1]?.score ?? 0);
  });

  test('gives the same for the same past in another order', () => {
    const other = buildSearch(BAKERY, [...PAST].reverse());
    for (const question of PAST)
      expect(searchArticles(other, question, 3).map(({ articleId }) => articleId)).toEqual(
        searchArticles(search, question, 3).map(({ articleId }) => articleId),
      );
  });
});

describe('what is no question', () => {
  test.each([
    ['empty', ''],
    ['blank', ' \n\t '],
    ['emoji', '🎂🎂🎂'],
    ['punctuation', '?!?!'],
    ['64 KB of one letter', 'a'.repeat(65_536)],
    ['64 KB of base64', 'QmFrZXJ5Cg0'.repeat(6_000)],
    ['markup', '<div><<<p>&&&</p>'.repeat(500)],
    ['another script', 'торт приехал разбитым, верните деньги'],
  ])('makes no error and has low coverage: %s', (_, text) => {
    expect(() => searchArticles(search, text, 5)).not.toThrow();
    expect(coverageOf(search, text)).toBeLessThan(0.3);
  });

  test('an empty base answers nothing and says so', () => {
    const empty = buildSearch([], PAST);
    expect(searchArticles(empty, 'cake', 5)).toEqual([]);
    expect(coverageOf(empty, 'cake')).toBe(0);
  });

  test('an article without a body is found by its title', () => {
    const bare = buildSearch([{ id: 'x', title: 'Opening hours', section: '', labels: [], bodyHtml: '' }], []);
    expect(searchArticles(bare, 'opening hours', 1)).toMatchObject([{ articleId: 'x', passage: 'Opening hours' }]);
  });
});

describe('coverage', () => {
  test('is higher where an article answers than where none does', () => {
    const covered = ['my cake came squashed', 'deliver on another day please', 'does it have nuts'].map((q) =>
      coverageOf(search, q),
    );
    const uncovered = ['cancel the scone box', 'what does a scone box cost'].map((q) => coverageOf(search, q));
    expect(Math.min(...covered)).toBeGreaterThan(Math.max(...uncovered));
  });

  test('is a probability', () => {
    for (const question of PAST) {
      expect(coverageOf(search, question)).toBeGreaterThanOrEqual(0);
      expect(coverageOf(search, question)).toBeLessThanOrEqual(1);
    }
  });
});
