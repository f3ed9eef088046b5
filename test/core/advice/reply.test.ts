import { describe, expect, it } from 'vitest';
import { toldIn } from '../../../worker/core/advice/reply.ts';
import { createLearned, learn, setArticle } from '../../../worker/core/learning/learned.ts';
import { ARTICLES, conversation, solved } from '../learning/fiction.ts';

const HELPED = 'Rinse the roots under lukewarm water and cut the brown leaves.';
const FAILED = 'Put the fern into the oven for several minutes.';
const BOTH = 'Turn the pot towards the window every second morning.';

/** Conversations of one issue: in two of three agents told what failed, and `ended` says whether those ended badly. */
function told(ended: boolean) {
  const learned = createLearned();
  for (const article of Object.values(ARTICLES)) setArticle(learned, article);
  for (let n = 0; n < 12; n++) learn(learned, solved(conversation('returns', n), { organizationId: `r${n}` }));
  const all = Array.from({ length: 12 }, (_, n) => conversation('watering', n, [BOTH, n % 3 ? FAILED : HELPED]));
  all.forEach((c, n) => {
    learn(learned, solved(c, { organizationId: `o${n}`, endedBadly: ended && n % 3 > 0 }));
  });
  const issue = [...learned.issues.values()].find((one) => one.articleId === '13')!;
  return toldIn(learned, issue, all, new Set()).map((one) => one.text);
}

describe('a reply from what worked', () => {
  it('leaves out what was told in conversations that ended badly', () => {
    expect(told(true)).toContain(HELPED);
    expect(told(true)).not.toContain(FAILED);
  });

  it('holds it where they ended well', () => {
    expect(told(false)).toContain(FAILED);
  });
});
