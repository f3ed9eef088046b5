import { describe, expect, it } from 'vitest';
import {
  createLearned,
  isAboutArticles,
  type Learned,
  learn,
  setArticle,
} from '../../../worker/core/learning/learned.ts';
import { ARTICLES, mixture, solved } from '../learning/fiction.ts';

function shop(): Learned {
  const learned = createLearned();
  for (const article of Object.values(ARTICLES)) setArticle(learned, article);
  return learned;
}

describe('what is shown nothing', () => {
  it.each(['Interested in a podcast with our founders?', 'is the checkout down, error 502', '', '👍', 'asdf'])(
    'is what no article is about: %j',
    (text) => {
      expect(isAboutArticles(shop(), text)).toBe(false);
    },
  );

  it.each(['how do I water a fern', 'can I return a rose', 'new street for my delivery'])(
    'is no question about an article: %j',
    (text) => {
      expect(isAboutArticles(shop(), text)).toBe(true);
    },
  );

  it('is nothing any more once those who asked alike were helped by an article', () => {
    const learned = shop();
    const text = 'my tulip arrived broken';
    for (const c of mixture(['returns', 'address', 'watering'], 9)) learn(learned, solved(c));
    expect(isAboutArticles(learned, text)).toBe(true);
  });

  it('is what a page leads in too little and few asked, although they were told to belong to it', () => {
    const learned = shop();
    const issue = [...learned.issues.values()].find(({ articleId }) => articleId !== null)!;
    for (const c of mixture(['returns', 'address', 'watering'], 9)) learn(learned, solved(c));
    expect(issue.counted).toBeLessThan(20);
    expect(isAboutArticles(learned, 'is the shop down today, is there an outage')).toBe(false);
  });
});
