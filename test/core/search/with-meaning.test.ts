import { describe, expect, it } from 'vitest';
import { withMeaning } from '../../../worker/core/search/with-meaning.ts';

const scored = (...all: [string, number][]) => all.map(([articleId, score]) => ({ articleId, score }));
const ids = (all: { articleId: string }[]) => all.map(({ articleId }) => articleId);

describe('words and meaning', () => {
  it('leave the words as they are where nothing is known of meaning', () => {
    expect(withMeaning(scored(['a', 2], ['b', 1]), [])).toEqual(scored(['a', 2], ['b', 1]));
  });

  it('let meaning choose between articles that the words hold for equal', () => {
    expect(ids(withMeaning(scored(['a', 1], ['b', 0.99]), scored(['b', 0.8], ['a', 0.5], ['c', 0.4])))[0]).toBe('b');
  });

  it('leave what the words are sure of first', () => {
    expect(ids(withMeaning(scored(['a', 2], ['b', 1]), scored(['b', 0.9], ['c', 0.3])))).toEqual(['a', 'b']);
  });

  it('find what shares no word, and count of each article its nearest passage alone', () => {
    const found = withMeaning(scored(['a', 0.1]), scored(['b', 0.9], ['b', 0.5], ['c', 0.2]));
    expect(ids(found)).toEqual(['b', 'a']);
    expect(found[0]?.score).toBeCloseTo(0.49);
  });
});
