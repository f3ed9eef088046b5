import { describe, expect, it } from 'vitest';
import { createLearned, issues, learn, setArticle } from '../../../worker/core/learning/learned.ts';
import { ARTICLES, mixture, solved } from './fiction.ts';

function shop(...names: (keyof typeof ARTICLES)[]) {
  const learned = createLearned();
  for (const name of names) setArticle(learned, ARTICLES[name]);
  return learned;
}

describe('an account in which everybody asks one thing', () => {
  it.each([
    ['without any page', []],
    ['beside pages about other things', ['returns', 'address', 'watering']],
  ] as const)('lacks an article for it as soon as five have asked, %s', (_, names) => {
    const learned = shop(...names);
    const lessons = mixture(['voucher'], 5).map((c) => learn(learned, solved(c)));
    const found = lessons.flatMap(({ findings }) => findings);
    expect(found.filter(({ cause }) => cause === 'missing')).toHaveLength(1);
    expect(issues(learned).filter(({ size }) => size > 0)).toHaveLength(1);
  });

  it('lacks none where a page answers it', () => {
    const learned = shop('returns', 'address', 'watering');
    expect(mixture(['returns'], 12).flatMap((c) => learn(learned, solved(c)).findings)).toEqual([]);
  });
});
