import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../shared/conversation.ts';
import { draft } from '../../../worker/core/drafts/draft.ts';
import {
  createLearned,
  fromRows,
  type Learned,
  type Lesson,
  learn,
  setArticle,
  settleFinding,
  toRows,
} from '../../../worker/core/learning/learned.ts';
import { ARTICLES, conversation, mixture, solved } from '../learning/fiction.ts';

/** A conversation about a watering timer, of kinds that no article is missing for. */
function told(name: string, n: number, asked: string, answers: string[]): Conversation {
  const made = conversation('watering', n, answers);
  const id = `${name}-${n}`;
  const turns = made.turns
    .filter((turn, i) => i === 0 || turn.author === 'agent')
    .map((turn, i) => ({ ...turn, id: `${id}-${i}`, text: i === 0 ? asked : turn.text }));
  return { ...made, id, requesterId: `p-${id}`, turns };
}

const CRASH = (n: number) =>
  told('crash', n, `Since noon the timer app closes when ${NAMES[n % 4]} starts the sprinkler, tap stays shut`, [
    ['This is a known bug of the timer app.', 'You have found a defect in the timer app.'][n % 2] ?? '',
    'The developers are working on a fix for the sprinkler.',
    'No plants will dry up, we water them by hand meanwhile.',
  ]);
const NAMES = ['Mirela', 'Kasimir', 'Oduya', 'Petra'];

const REFUND = (n: number) =>
  told('refund', n, 'You charged my card twice for the hedge, I want the money back', [
    'Which of the two invoices is the wrong one?',
    'I have refunded the second invoice.',
    'The money arrives within a week.',
  ]);

const SERVES = (n: number) =>
  told('drip', n, `${['Where is the irrigation', 'Do you offer irrigation', 'irrigation for the balcony'][n % 3]}?`, [
    'What you call irrigation is the finger rule for a fern.',
    'Please stick a finger into the soil.',
    'Is the window facing south?',
    'Mist the leaves every morning.',
  ]);

function shop(): Learned {
  const learned = createLearned();
  for (const article of Object.values(ARTICLES)) setArticle(learned, article);
  return learned;
}

function taught(
  learned: Learned,
  make: (n: number) => Conversation,
  each = 8,
  kinds: Parameters<typeof mixture>[0] = [],
) {
  const own = Array.from({ length: each }, (_, n) => make(n));
  const others = mixture(['returns', 'address', ...kinds], each);
  const all = own.flatMap((c, n) => [c, ...others.slice(n * (2 + kinds.length), (n + 1) * (2 + kinds.length))]);
  const lessons = all.map((c) => learn(learned, solved(c)));
  return { own, lessons, of: (cause: string) => lessons.flatMap((x) => x.findings).filter((f) => f.cause === cause) };
}

describe('a defect that agents acknowledge', () => {
  const learned = shop();
  const { own, lessons, of } = taught(learned, CRASH);

  it('is a product bug and no missing article, from the third person on', () => {
    expect(of('missing')).toEqual([]);
    expect(of('product_bug')[0]?.conversationIds).toEqual(['crash-0', 'crash-1', 'crash-2']);
    expect(new Set(of('product_bug').map((f) => f.key)).size).toBe(1);
    expect(lessons.filter((x) => x.diagnosis === 'product_bug').length).toBeGreaterThan(3);
  });

  it('is reported in customers’ and agents’ words with counts, without names that one person wrote', () => {
    const fix = draft(learned, of('product_bug').at(-1)!, own, null)!;
    expect(fix).toMatchObject({ kind: 'bug_report', articleId: null, terms: [] });
    expect(fix.bodyHtml).toContain('starts the sprinkler');
    expect(fix.bodyHtml).toContain('<li>The developers are working on a fix for the sprinkler.</li>');
    expect(fix.bodyHtml).toContain('8 conversations of 8 people in 8 organizations');
    for (const name of NAMES) expect(fix.bodyHtml).not.toContain(name);
    for (const q of fix.evidence) {
      const turn = own.find((c) => c.id === q.conversationId)!.turns.find((t) => t.id === q.turnId)!;
      expect([turn.author, turn.text.includes(q.quote)]).toEqual(['agent', true]);
    }
  });

  it('does not come back once it was settled, neither as itself nor as a missing article', () => {
    const copy = fromRows(toRows(learned));
    settleFinding(copy, of('product_bug').at(-1)!.key, 'published');
    const later = Array.from({ length: 6 }, (_, n) => learn(copy, solved(CRASH(n + 20))));
    expect(later.flatMap((x) => x.findings)).toEqual([]);
  });

  it('is read in English only: in another language nothing is taken for a defect by its words', () => {
    const german = shop();
    const found = Array.from({ length: 8 }, (_, n) => learn(german, solved(CRASH(n)), 'de'));
    expect(found.flatMap((x) => x.findings).filter((f) => f.cause === 'product_bug')).toEqual([]);
  });

  it('of one organization that writes often is none', () => {
    const alone = shop();
    const found = Array.from({ length: 8 }, (_, n) => learn(alone, solved(CRASH(n), { organizationId: 'one' })));
    expect(found.flatMap((x) => x.findings)).toEqual([]);
  });
});

describe('a defect in a matter that an article covers', () => {
  const BROKEN = 'This is a known bug of the return form, our developers are working on a fix.';
  const returns = (n: number, isBroken: boolean) =>
    conversation('returns', n, [
      'Which plant would you like to return?',
      'A courier will collect the plant tomorrow.',
      ...(isBroken ? [BROKEN] : []),
    ]);
  const found = (from: number, every = 1) => {
    const learned = shop();
    return Array.from({ length: 16 }, (_, n) =>
      learn(learned, solved(returns(n, n >= from && n % every === 0))).findings.map((f) => ({ n, ...f })),
    ).flat();
  };

  it('is a product bug from the third organization since, and the article stays as it is', () => {
    const bugs = found(10).filter((f) => f.cause === 'product_bug');
    expect(bugs[0]).toMatchObject({ n: 12, articleId: null, statistics: { people: 3, acknowledged: 3 } });
    expect(found(10).filter((f) => f.cause !== 'product_bug')).toEqual([]);
  });

  it('is none where one in five hears of it', () => {
    expect(found(0, 5).filter((f) => f.cause === 'product_bug')).toEqual([]);
  });
});

describe('an action that only staff can do', () => {
  it('is diagnosed as such and makes no gap', () => {
    const { lessons, of } = taught(shop(), REFUND, 10);
    const refunds = lessons.filter((_, i) => i % 3 === 0);
    expect(of('missing')).toEqual([]);
    expect(new Set(refunds.map((x) => x.diagnosis))).toEqual(new Set(['needs_action']));
    expect(lessons.filter((x) => x.diagnosis === 'needs_action').length).toBe(refunds.length);
  });
});

describe('an article that its customers’ words do not lead to', () => {
  const learned = shop();
  const { own, lessons, of } = taught(learned, SERVES, 8, ['watering']);

  it('is unfindable, and lacks at most the sentence in which agents explain the word', () => {
    const found = lessons.flatMap((x) => x.findings).filter((f) => f.cause !== 'unfindable');
    expect(found.filter((f) => f.cause !== 'incomplete')).toEqual([]);
    expect(new Set(found.map((f) => f.key)).size).toBeLessThanOrEqual(1);
    expect(of('unfindable')[0]).toMatchObject({ articleId: '13', title: 'Water an indoor fern' });
    expect(of('unfindable')[0]?.conversationIds.length).toBeGreaterThanOrEqual(6);
  });

  it('is mended by the word as a search term, its text unchanged', () => {
    const fix = draft(learned, of('unfindable').at(-1)!, own, ARTICLES.watering)!;
    expect(fix).toMatchObject({
      kind: 'terms',
      articleId: '13',
      title: ARTICLES.watering.title,
      bodyHtml: ARTICLES.watering.bodyHtml,
      terms: ['irrigation'],
    });
    for (const q of fix.evidence) expect(q.quote).toBe('What you call irrigation is the finger rule for a fern.');
  });

  it('is found once it has the word as a label', () => {
    const healed = shop();
    setArticle(healed, { ...ARTICLES.watering, labels: ['irrigation'] });
    expect(taught(healed, SERVES, 8, ['watering']).of('unfindable')).toEqual([]);
  });

  it('stays dismissed, and what is said of its lines does not', () => {
    const copy = fromRows(toRows(learned));
    settleFinding(copy, of('unfindable').at(-1)!.key, 'rejected');
    const later: Lesson[] = Array.from({ length: 6 }, (_, n) => learn(copy, solved(SERVES(n + 20))));
    expect(later.flatMap((x) => x.findings).filter((f) => f.cause !== 'incomplete')).toEqual([]);
    expect([...copy.settled.values()].map((s) => s.acts)).toEqual([[]]);
  });

  it('needs words that agents use too: a slang that only customers write is proposed to nobody', () => {
    const mute = (n: number) => {
      const c = SERVES(n);
      return { ...c, turns: c.turns.filter((t) => !t.text.startsWith('What you call')) };
    };
    expect(taught(shop(), mute, 8, ['watering']).of('unfindable')).toEqual([]);
  });
});
