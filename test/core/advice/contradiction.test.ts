import { describe, expect, it } from 'vitest';
import { contradictionsIn } from '../../../worker/core/advice/contradiction.ts';
import { createLearned, setArticle } from '../../../worker/core/learning/learned.ts';

const ARTICLE = { id: '7', title: 'Money back', url: 'https://acme.example/7' };
const learned = createLearned();
setArticle(learned, {
  ...ARTICLE,
  section: 'Orders',
  labels: [],
  bodyHtml:
    '<p>Your refund arrives within 14 days after the parcel reached our warehouse.</p><p>A gift card costs $20.</p><p>Call the depot before noon.</p>',
});
const found = (draft: string) =>
  contradictionsIn(learned, [ARTICLE], draft).map(({ says, wrote }) => `${says} / ${wrote}`);

describe('a draft against an article', () => {
  it.each([
    ['Your refund arrives within 30 days after the parcel reached our warehouse.', ['14 days / 30 days']],
    ['Hello Ida,\nyour refund arrives within 30 days.\nKind regards', ['14 days / 30 days']],
    ['A gift card costs $25. Your refund arrives within 3 weeks.', ['$20 / $25', '14 days / 3 weeks']],
    ['Your refund arrives within 14 days.', []],
    ['Your refund arrives within two weeks.', []],
    ['Does your refund arrive within 30 days?', []],
    ['We close in 30 days.', []],
    ['Your parcel arrives within 30 days.', []],
    ['Call the depot after 3 hours.', []],
    ['', []],
  ])('%j', (draft, expected) => {
    expect(found(draft)).toEqual(expected);
  });

  it('tells three at most, and nothing of articles that are not known', () => {
    expect(found('A gift card costs $25. '.repeat(20)).length).toBe(1);
    expect(contradictionsIn(learned, [{ ...ARTICLE, id: '8' }], 'A gift card costs $25.')).toEqual([]);
  });
});
