import { describe, expect, it } from 'vitest';
import { pooled } from '../../../worker/core/search/pooled.ts';

const ids = (list: { articleId: string }[]) => list.map(({ articleId }) => articleId);

describe('one answer of search and of what conversations taught', () => {
  it('is search’s where nothing was taught, and the other way round', () => {
    const found = [
      { articleId: 'a', score: 0.9 },
      { articleId: 'b', score: 0.2 },
    ];
    expect(ids(pooled([], found, 1, 5))).toEqual(['a', 'b']);
    expect(pooled([{ articleId: 'b', score: 1 }], [], 0, 5)).toEqual([{ articleId: 'b', score: 1 }]);
    expect(pooled([], [], 1, 5)).toEqual([]);
  });

  it('follows the surer of the two', () => {
    const unsure = [
      { articleId: 'a', score: 0.3 },
      { articleId: 'b', score: 0.25 },
    ];
    expect(
      ids(
        pooled(
          [
            { articleId: 'b', score: 0.95 },
            { articleId: 'a', score: 0.05 },
          ],
          unsure,
          1,
          5,
        ),
      )[0],
    ).toBe('b');
    const sure = [
      { articleId: 'a', score: 1.4 },
      { articleId: 'b', score: 0.2 },
    ];
    expect(
      ids(
        pooled(
          [
            { articleId: 'b', score: 0.55 },
            { articleId: 'a', score: 0.45 },
          ],
          sure,
          1,
          5,
        ),
      )[0],
    ).toBe('a');
  });

  it('is search’s until conversations were solved, however sure the articles’ own words make the other', () => {
    const found = [
      { articleId: 'a', score: 0.9 },
      { articleId: 'b', score: 0.8 },
    ];
    const learned = [
      { articleId: 'c', score: 0.9 },
      { articleId: 'b', score: 0.1 },
    ];
    expect(ids(pooled(learned, found, 0, 2))).toEqual(['a', 'b']);
    expect(ids(pooled(learned, found, 0.9, 2))[0]).toBe('c');
  });

  it('is a share of belief: together one at most, in a stated order, no more than asked for', () => {
    const found = [
      { articleId: 'c', score: 0.5 },
      { articleId: 'b', score: 0.5 },
      { articleId: 'a', score: 0.5 },
    ];
    const all = pooled([{ articleId: 'a', score: 1 }], found, 1, 2);
    expect(ids(all)).toEqual(['a', 'b']);
    expect(all.reduce((sum, { score }) => sum + score, 0)).toBeLessThanOrEqual(1);
  });
});
