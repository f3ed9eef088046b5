import { describe, expect, test } from 'vitest';
import { buildSearch, coverageOf, searchArticles } from '../../../worker/core/search/article-search.ts';
import { MAX_ROW_CHARS, searchFromRows, searchToRows } from '../../../worker/core/search/rows.ts';
import { BAKERY, PAST } from './bakery.ts';

const search = buildSearch(BAKERY, PAST);

describe('a stored search', () => {
  test('answers as the one it was made from', () => {
    const read = searchFromRows(searchToRows(search));
    expect(read).not.toBeNull();
    for (const question of PAST) {
      const ids = searchArticles(search, question, 5).map(({ articleId, passage }) => [articleId, passage]);
      expect(read && searchArticles(read, question, 5).map(({ articleId, passage }) => [articleId, passage])).toEqual(
        ids,
      );
      expect(read && coverageOf(read, question)).toBeCloseTo(coverageOf(search, question), 3);
    }
  });

  test('is read from rows in any order, each within the bound', () => {
    const long = 'whisking '.repeat(45);
    const many = buildSearch(
      Array.from({ length: 160 }, (_, i) => ({
        ...BAKERY[0]!,
        id: `n${i}`,
        bodyHtml: `<p>${long}${i} topic${i}</p>`.repeat(8),
      })),
      PAST,
    );
    const rows = searchToRows(many);
    expect(rows.length).toBeGreaterThan(1);
    for (const { data } of rows) expect(data.length).toBeLessThanOrEqual(MAX_ROW_CHARS);
    expect(searchFromRows([...rows].reverse())?.ids).toEqual(many.ids);
  });

  test('is none where a row is missing or of another format', () => {
    const rows = searchToRows(search);
    expect(searchFromRows([])).toBeNull();
    expect(searchFromRows(rows.map((row) => ({ ...row, of: row.of + 1 })))).toBeNull();
    expect(searchFromRows(rows.map((row) => ({ ...row, format: 0 })))).toBeNull();
  });

  test("holds no past question's text", () => {
    const stored = searchToRows(search)
      .map(({ data }) => atob(data))
      .join('');
    expect(stored).not.toContain('squashed');
    expect(stored).toContain('Send us a photo');
  });

  test('without past is stored too', () => {
    const read = searchFromRows(searchToRows(buildSearch(BAKERY, [])));
    expect(read && searchArticles(read, 'reset password', 1)[0]?.articleId).toBe('a5');
  });
});
