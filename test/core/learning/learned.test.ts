import { describe, expect, it } from 'vitest';
import { draft } from '../../../worker/core/drafts/draft.ts';
import { explain } from '../../../worker/core/learning/explain.ts';
import {
  createLearned,
  fromRows,
  issues,
  type Learned,
  type Lesson,
  learn,
  removeArticle,
  setArticle,
  settleFinding,
  suggest,
  toRows,
  withdraw,
} from '../../../worker/core/learning/learned.ts';
import { ARTICLES, conversation, mixture, solved } from './fiction.ts';

function shop(...names: (keyof typeof ARTICLES)[]): Learned {
  const learned = createLearned();
  for (const name of names) setArticle(learned, ARTICLES[name]);
  return learned;
}

const gaps = (lessons: Lesson[], cause: string) => lessons.flatMap((x) => x.findings).filter((f) => f.cause === cause);

describe('suggestions', () => {
  it('find the article by its own words before anything was learned', () => {
    const learned = shop('returns', 'address', 'watering');
    expect(suggest(learned, 'how do I water a fern')[0]?.articleId).toBe('13');
  });

  it('learn the words that customers use', () => {
    const learned = shop('returns', 'address', 'watering');
    const before = suggest(learned, 'my tulip arrived broken').find((s) => s.articleId === '11')!.score;
    for (const c of mixture(['returns', 'address', 'watering'], 6)) learn(learned, solved(c));
    const after = suggest(learned, 'my tulip arrived broken');
    expect(after[0]?.articleId).toBe('11');
    expect(after[0]!.score).toBeGreaterThan(before);
  });

  it('are none where there is no article', () => {
    expect(suggest(createLearned(), 'anything')).toEqual([]);
  });
});

describe('a missing article', () => {
  const learned = shop('returns', 'address', 'watering');
  const all = mixture(['returns', 'voucher', 'address', 'watering'], 8);
  const lessons = all.map((c) => learn(learned, solved(c)));
  const found = gaps(lessons, 'missing');
  const isProof = ({ id }: { id: string }) => found.at(-1)!.conversationIds.includes(id);
  const around = { elsewhere: all.filter((c) => !isProof(c)), articles: [], language: 'en' };

  it('is found once, from its own conversations alone', () => {
    expect(new Set(found.map((f) => f.key)).size).toBe(1);
    expect(found.at(-1)!.conversationIds.every((id) => id.startsWith('voucher'))).toBe(true);
  });

  it('makes no other finding', () => {
    expect(lessons.flatMap((x) => x.findings).filter((f) => f.cause !== 'missing')).toEqual([]);
  });

  it('is drafted from sentences that agents said, each with a quote that stands in its turn', () => {
    const fix = draft(learned, found.at(-1)!, all.filter(isProof), null, around)!;
    expect(fix.kind).toBe('new_article');
    expect(fix.bodyHtml).toContain('<p>A voucher only pays in the currency on its back.</p>');
    expect(fix.bodyHtml).not.toContain('unlocked');
    expect(fix.bodyHtml).not.toContain('?');
    for (const q of fix.evidence) {
      const turn = all.find((c) => c.id === q.conversationId)!.turns.find((t) => t.id === q.turnId)!;
      expect(turn.author).toBe('agent');
      expect(turn.text).toContain(q.quote);
    }
  });

  it('is explained', () => {
    expect(explain(learned, found[0]!.key)).toMatchObject({ cause: 'missing' });
    expect(explain(learned, 'unknown')).toEqual({});
  });

  it('covers less than what has an article', () => {
    const coverage = (kind: string) => lessons.filter((_, i) => all[i]!.id.startsWith(kind)).at(-1)!.coverage;
    expect(coverage('voucher')).toBeLessThan(0.3);
    expect(coverage('returns')).toBeGreaterThan(0.6);
  });

  it('ends with the article that answers it, which takes over the issue', () => {
    const own = fromRows(toRows(learned));
    const issueId = found.at(-1)!.issueId;
    const fix = draft(own, found.at(-1)!, all.filter(isProof), null, around)!;
    settleFinding(own, found.at(-1)!.key, 'published');
    setArticle(own, { id: '99', title: fix.title, section: 'Orders', labels: [], bodyHtml: fix.bodyHtml });
    expect(issues(own).find((i) => i.id === issueId)?.articleId).toBe('99');
    const later = learn(own, solved(conversation('voucher', 50)));
    expect(later).toMatchObject({ articleId: '99', issueId, findings: [] });
  });

  it('does not come back after a person turned it down', () => {
    const own = fromRows(toRows(learned));
    settleFinding(own, found.at(-1)!.key, 'rejected');
    const later = mixture(['voucher', 'returns'], 20).map((c) => learn(own, solved({ ...c, id: `again-${c.id}` })));
    expect(gaps(later, 'missing')).toEqual([]);
  });

  it('does not come back in other words of the agents either, nor under the name of another issue', () => {
    const reworded = [
      'Please type what you see below the silver strip.',
      'Is it made out in euros or in pounds?',
      'Your card works again from now on.',
      'Open the basket afresh, then type the number a second time.',
    ];
    const own = fromRows(toRows(learned));
    settleFinding(own, found.at(-1)!.key, 'rejected');
    const later = Array.from({ length: 40 }, (_, n) => [
      learn(own, solved({ ...conversation('voucher', 100 + n, reworded) })),
      learn(own, solved(conversation('returns', 100 + n))),
    ]).flat();
    expect(later.flatMap((x) => x.findings).filter((f) => f.articleId === null)).toEqual([]);
  });
});

describe('another question than one that a person turned down', () => {
  it('is reported all the same', () => {
    const learned = createLearned();
    for (const article of Object.values(ARTICLES)) setArticle(learned, article);
    const found = mixture(['voucher', 'returns', 'address', 'watering'], 40).flatMap(
      (c) => learn(learned, solved(c)).findings,
    );
    settleFinding(learned, found.find((f) => f.cause === 'missing')!.key, 'rejected');
    const asks = [
      'slugs eat my lettuce at night',
      'snails and slugs in the lettuce bed',
      'how do I keep slugs off lettuce',
    ];
    const says = [
      'Put a copper ring round the bed.',
      'Do you water in the evening?',
      'Pick them off after dusk with a torch.',
    ];
    const later = Array.from({ length: 40 }, (_, n) => {
      const c = conversation('voucher', 200 + n, says);
      const turns = c.turns.map((turn, i) => (i === 0 ? { ...turn, text: asks[n % 3]! } : turn));
      return [
        learn(learned, solved({ ...c, subject: asks[n % 3]!, turns })),
        learn(learned, solved(conversation('returns', 200 + n))),
      ];
    }).flat();
    expect(later.flatMap((x) => x.findings).some((f) => f.cause === 'missing')).toBe(true);
  });
});

describe('a stale line', () => {
  const old = 'Could you send us a photo of the roots?';
  const base = {
    ...ARTICLES.returns,
    bodyHtml: ARTICLES.returns.bodyHtml.replace(old, 'Could you send us a photo of the invoice?'),
  };
  const learned = createLearned();
  for (const article of [base, ARTICLES.address, ARTICLES.watering]) setArticle(learned, article);
  const all = mixture(['returns', 'address', 'watering'], 40);
  const lessons = all.map((c) => learn(learned, solved(c)));
  const found = lessons.flatMap((x) => x.findings);

  it('is found, and nothing else is', () => {
    expect(new Set(found.map((f) => `${f.cause} ${f.articleId}`))).toEqual(new Set(['outdated 11']));
  });

  it('is mended by what agents say, every other byte as it was', () => {
    const fix = draft(learned, found.at(-1)!, all, base)!;
    expect(fix.bodyHtml).toBe(ARTICLES.returns.bodyHtml);
    expect(fix.evidence.every((q) => q.quote === old)).toBe(true);
  });

  it('is no finding in the article that agents follow', () => {
    const intact = shop('returns', 'address', 'watering');
    expect(all.flatMap((c) => learn(intact, solved(c)).findings)).toEqual([]);
  });
});

describe('evidence', () => {
  it('of one person who writes fifty times is that of one', () => {
    const learned = shop('returns', 'address', 'watering');
    const who = { requesterId: 'same', organizationId: null };
    const lessons = Array.from({ length: 50 }, (_, n) => learn(learned, solved(conversation('voucher', n), who)));
    expect(lessons.flatMap((x) => x.findings)).toEqual([]);
    expect(
      issues(learned)
        .filter((i) => i.articleId === null)
        .every((i) => i.distinctCustomers <= 1),
    ).toBe(true);
  });

  it('of one organization is that of one, however many people', () => {
    const learned = shop('returns', 'address', 'watering');
    const lessons = Array.from({ length: 30 }, (_, n) =>
      learn(learned, solved(conversation('voucher', n), { organizationId: 'acme' })),
    );
    expect(lessons.flatMap((x) => x.findings)).toEqual([]);
  });

  it('told twice counts once', () => {
    const once = shop('returns');
    const twice = shop('returns');
    for (const c of mixture(['returns'], 5)) {
      learn(once, solved(c));
      learn(twice, solved(c));
      learn(twice, solved(c));
    }
    expect(issues(twice)).toEqual(issues(once));
  });

  it('leaves with its conversation', () => {
    const learned = shop('returns', 'address', 'watering');
    const all = mixture(['voucher', 'returns'], 4);
    const found = gaps(
      all.map((c) => learn(learned, solved(c))),
      'missing',
    );
    for (const c of all) withdraw(learned, c.id);
    expect(issues(learned).every((i) => i.size === 0)).toBe(true);
    for (const f of found) expect(explain(learned, f.key)).toMatchObject({ conversationIds: [] });
    withdraw(learned, 'never seen');
  });

  it('outlives the article', () => {
    const learned = shop('returns');
    for (const c of mixture(['returns'], 5)) learn(learned, solved(c));
    removeArticle(learned, '11');
    expect(issues(learned)).toMatchObject([{ articleId: null, size: 5 }]);
    expect(suggest(learned, 'return a plant')).toEqual([]);
  });
});
