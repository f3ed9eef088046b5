import { describe, expect, it } from 'vitest';
import { draft } from '../../../worker/core/drafts/draft.ts';
import { createLearned, learn, type Solved, setArticle, settleFinding } from '../../../worker/core/learning/learned.ts';
import { ARTICLES, conversation, solved } from '../learning/fiction.ts';

function shop() {
  const learned = createLearned();
  for (const article of Object.values(ARTICLES)) setArticle(learned, article);
  return learned;
}

/** Conversations of two kinds in turn; `who` says how each of the first kind ended and who asked. */
function taught(n: number, who: (n: number) => Partial<Solved>, learned = shop()) {
  const findings = Array.from({ length: n }, (_, i) => [
    ...learn(learned, solved(conversation('returns', i), { organizationId: `o${i}`, ...who(i) })).findings,
    ...learn(learned, solved(conversation('watering', i), { organizationId: `w${i}`, endedBadly: i % 9 === 8 }))
      .findings,
  ]).flat();
  return { learned, failing: findings.filter((f) => f.cause === 'failing') };
}

describe('an issue whose conversations keep ending badly', () => {
  it('is failing once several organizations were failed, though nothing says what is wrong', () => {
    const { learned, failing } = taught(12, () => ({ endedBadly: true }));
    expect(failing[0]).toMatchObject({ articleId: '11', title: 'Return a plant', statistics: { people: 5 } });
    expect(failing[0]?.conversationIds).toHaveLength(5);
    expect(draft(learned, failing[0]!, [], ARTICLES.returns)).toBeNull();
  });

  it('is failing from the day on which it began to fail, however long it did not', () => {
    const { failing } = taught(26, (n) => ({ endedBadly: n >= 20 }));
    expect(failing[0]?.statistics).toMatchObject({ people: 5, of: 5 });
  });

  it('is told once, and never again where a person has turned it down', () => {
    const { learned, failing } = taught(6, () => ({ endedBadly: true }));
    expect(failing).toHaveLength(1);
    settleFinding(learned, failing[0]!.key, 'dismissed');
    expect(taught(12, (n) => ({ endedBadly: true, organizationId: `later${n}` }), learned).failing).toEqual([]);
  });

  it.each([
    ['as often as elsewhere', (n: number) => ({ endedBadly: n % 9 === 8 })],
    ['in one organization alone', () => ({ endedBadly: true, organizationId: 'one' })],
    ['in a fifth of its conversations', (n: number) => ({ endedBadly: n % 5 === 4 })],
    ['though nobody read how', () => ({})],
  ])('is nothing to tell %s', (_, who) => {
    expect(taught(40, who).failing).toEqual([]);
  });
});
