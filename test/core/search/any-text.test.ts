import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSearch, coverageOf, searchArticles } from '../../../worker/core/search/article-search.ts';
import { BAKERY, PAST } from './bakery.ts';

const search = buildSearch(BAKERY, PAST);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.constantFrom(...PAST.join(' ').split(' '), '"', '\n', '<p>', '&amp;', 'E1042'))
    .map((words) => words.join(' ')),
);

describe('whatever a customer writes', () => {
  test('is answered by distinct articles in falling order, and a probability', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const hits = searchArticles(search, text, 5);
        expect(new Set(hits.map(({ articleId }) => articleId)).size).toBe(hits.length);
        for (const [i, hit] of hits.entries()) {
          expect(Number.isFinite(hit.score)).toBe(true);
          if (i > 0) expect(hit.score).toBeLessThanOrEqual(hits[i - 1]?.score ?? 0);
        }
        const coverage = coverageOf(search, text);
        expect(coverage >= 0 && coverage <= 1).toBe(true);
      }),
    );
  });

  test('can be learned from, in any order alike', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 12 }), (texts) => {
        const [learned, reversed] = [buildSearch(BAKERY, texts), buildSearch(BAKERY, texts.toReversed())];
        for (const text of texts) {
          const ids = searchArticles(learned, text, 5).map(({ articleId }) => articleId);
          expect(searchArticles(reversed, text, 5).map(({ articleId }) => articleId)).toEqual(ids);
        }
      }),
      { numRuns: 40 },
    );
  });
});
