import { describe, expect, it } from 'vitest';
import { createLearned, issues, learn, setArticle } from '../../../worker/core/learning/learned.ts';
import { ARTICLES, conversation, mixture, solved } from '../learning/fiction.ts';

const ASKED = [
  'Hi, how do I redeem my gift voucher at the checkout? Kasimir',
  'I tried to redeem my gift voucher, it says no',
  'please help, redeem my gift voucher',
  'Cannot redeem my gift voucher for the Zanzibar fern',
];
const ANSWERS = [
  'Redeem the gift voucher under the basket.',
  'Could you read me the letters under the scratch field?',
  'Which currency does your voucher carry?',
  'Reload the checkout and enter it once more.',
];

function named(asked: (n: number) => string, organization?: string): string[] {
  const learned = createLearned();
  for (const article of Object.values(ARTICLES)) setArticle(learned, article);
  for (let n = 0; n < 8; n++) {
    for (const c of mixture(['returns', 'address'], n + 1).slice(-2)) learn(learned, solved(c));
    const c = conversation('voucher', n, ANSWERS);
    learn(learned, { ...solved(c), question: asked(n), organizationId: organization ?? null });
  }
  return issues(learned)
    .filter((i) => i.articleId === null)
    .map((i) => i.title);
}

describe('the name of an issue', () => {
  it('is a phrase that its customers share, said to the reader', () => {
    expect(named((n) => ASKED[n % 4]!)).toEqual(['Redeem your gift voucher']);
  });

  it('holds no word of a single customer, and none that neither agents nor articles use', () => {
    const all = named((n) => `${ASKED[n % 4]} frobnicate`).join(' ');
    expect(all).not.toMatch(/kasimir|zanzibar|frobnicate/i);
  });

  it('is of the thing, not of how customers searched for it', () => {
    const asked = (n: number) =>
      n % 2 === 0
        ? 'I looked through the whole help center and found nothing. How do I redeem my gift voucher?'
        : ASKED[1]!;
    expect(named(asked)).toEqual(['Redeem your gift voucher']);
  });

  it('is no phrase of one organization, however often it asks', () => {
    expect(named((n) => ASKED[n % 4]!, 'one').join(' ')).not.toMatch(/gift voucher/i);
  });

  it('is a phrase of one of them where no three say one alike, of words that three organizations use each', () => {
    const asked = [
      'the voucher is a gift and the checkout refuses it',
      'a gift, but where does the checkout want this voucher',
      'voucher from a gift card, no luck at the checkout of yours',
      'our gift was a voucher. Checkout says no',
    ];
    const [name] = named((n) => asked[n % 4]!);
    const words = name?.toLowerCase().split(' ') ?? [];
    expect(words.filter((word) => ['gift', 'voucher', 'checkout'].includes(word)).length).toBeGreaterThan(1);
    expect(name).not.toMatch(/,|luck|card|refuses/);
  });

  it('neither begins nor ends with what a wish is framed with', () => {
    const asked = [
      'I need to redeem my gift voucher',
      'we want to redeem my gift voucher please',
      'trying to redeem my gift voucher',
    ];
    expect(named((n) => asked[n % 3]!)).toEqual(['Redeem your gift voucher']);
  });
});
