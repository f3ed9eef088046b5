import { describe, expect, it } from 'vitest';
import { consolidate, sameAs } from '../../../worker/core/issues/consolidation.ts';
import { emptyIssue, move } from '../../../worker/core/issues/members.ts';
import type { Issue } from '../../../worker/core/learned/state.ts';
import { createLearned, issueOf, issues, learn, setArticle } from '../../../worker/core/learning/learned.ts';
import { ARTICLES, conversation, mixture, solved } from '../learning/fiction.ts';

const FREELY = [
  ['Scratch the silver field and read it out.', 'Paste it without spaces, then press redeem.'],
  ['Gift cards bought in a shop are switched on by phone.', 'Give it one hour after that call.'],
  ['Your basket must hold ten euros at least.', 'Seeds on sale are left out.'],
];

describe('one question that agents answer freely', () => {
  const learned = createLearned();
  for (const article of Object.values(ARTICLES)) setArticle(learned, article);
  const own = Array.from({ length: 24 }, (_, n) => conversation('voucher', n, FREELY[(n >> 1) % 3]));
  const others = mixture(['returns', 'watering', 'address'], 24);
  const lessons = new Map(
    own
      .flatMap((c, n) => [c, ...others.slice(n * 3, n * 3 + 3)])
      .map((c) => [c.id, learn(learned, solved(c))] as const),
  );
  const issueAtEnd = new Map<string, string>();
  for (const [id, lesson] of lessons) {
    if (lesson.issueId) issueAtEnd.set(id, lesson.issueId);
    for (const m of lesson.moved) issueAtEnd.set(m.conversationId, m.issueId);
  }
  const now = (id: string) => issueOf(learned, issueAtEnd.get(id)!);

  it('is one issue, however many ways of answering it started as', () => {
    expect(new Set([...lessons.values()].map((x) => x.issueId)).size).toBeGreaterThan(4);
    expect(new Set(own.map((c) => now(c.id))).size).toBe(1);
    expect(issues(learned).filter((i) => i.articleId === null && i.size > 0)).toHaveLength(1);
  });

  it('says the same as no issue of another question', () => {
    expect(sameAs(learned, learned.issues.get(now(own[0]!.id))!)).toBeNull();
  });

  it('takes nothing from the issues of other questions', () => {
    const home = now(own[0]!.id);
    expect(others.filter((c) => now(c.id) === home)).toEqual([]);
  });
});

describe('an issue whose half became an issue of its own', () => {
  const build = () => {
    const learned = createLearned();
    for (const article of Object.values(ARTICLES)) setArticle(learned, article);
    for (const c of mixture(['voucher', 'returns', 'watering', 'address'], 20)) learn(learned, solved(c));
    return learned;
  };
  const halved = (learned: ReturnType<typeof build>, whole: Issue) => {
    const half = emptyIssue('half', null);
    learned.issues.set(half.id, half);
    for (const member of whole.members.slice(0, 10)) move(learned, whole, half, member);
    return half;
  };

  it('is found again in its other half, although both are large', () => {
    const learned = build();
    const whole = [...learned.issues.values()].find((i) => i.articleId === null && i.size === 20)!;
    const half = halved(learned, whole);
    expect(sameAs(learned, half)).toBe(whole);
    expect(sameAs(learned, whole)).toBe(half);
    consolidate(learned);
    expect(learned.issues.has('half')).toBe(false);
    expect(whole.size).toBe(20);
  });

  it('is found again in the issue of the article that it was taken from', () => {
    const learned = build();
    const whole = [...learned.issues.values()].find((i) => i.articleId === ARTICLES.returns.id)!;
    expect(sameAs(learned, halved(learned, whole))).toBe(whole);
  });
});
