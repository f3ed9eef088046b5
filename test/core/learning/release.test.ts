import { describe, expect, it } from 'vitest';
import { createLearned, issues, learn, setArticle } from '../../../worker/core/learning/learned.ts';
import { ARTICLES, conversation, mixture, solved } from './fiction.ts';

describe('conversations that gathered at an article which no longer covers them', () => {
  const learned = createLearned();
  for (const article of Object.values(ARTICLES)) setArticle(learned, article);
  for (const c of mixture(['returns', 'address', 'watering'], 8)) learn(learned, solved(c));
  setArticle(learned, {
    ...ARTICLES.returns,
    title: 'Opening hours of the nursery',
    bodyHtml: '<p>We open at nine.</p><p>Dogs on a lead are welcome in the greenhouse.</p>',
  });
  const lessons = [20, 21, 22, 23].map((n) => learn(learned, solved(conversation('returns', n))));

  it('get an issue of their own, and are missing an article', () => {
    const own = issues(learned).find((issue) => issue.size >= 8 && issue.articleId === null);
    expect(own).toBeDefined();
    expect(lessons.flatMap((lesson) => lesson.findings).map((f) => [f.cause, f.issueId])).toContainEqual([
      'missing',
      own!.id,
    ]);
  });

  it('leave the article with an issue that nobody is in', () => {
    expect(issues(learned).find((issue) => issue.articleId === '11')).toMatchObject({ size: 0 });
  });

  it('are not called missing while the article covers them', () => {
    const intact = createLearned();
    for (const article of Object.values(ARTICLES)) setArticle(intact, article);
    const all = mixture(['returns', 'address', 'watering'], 24).flatMap((c) => learn(intact, solved(c)).findings);
    expect(all.filter((f) => f.cause === 'missing')).toEqual([]);
  });
});
