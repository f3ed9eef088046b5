import fc from 'fast-check';
import type { Staged } from '../../intercom-app/canvases/article.ts';
import type { HomeView } from '../../intercom-app/canvases/home.ts';
import {
  ADVICE_STATES,
  type Advice,
  type AdvisedArticle,
  ARTICLE_HEALTHS,
  type Contradiction,
  QUESTION_KINDS,
} from '../../shared/advice.ts';
import { DIAGNOSES } from '../../shared/diagnosis.ts';
import { FIX_KINDS } from '../../shared/fix.ts';
import { GAP_STATES } from '../../shared/gap.ts';

/** What a stranger may have written: markup of every kind, signs that steer a display, nothing, very much. */
export const HOSTILE = [
  '[click](javascript:alert(1))',
  '**bold** __more__ [a](https://evil.example) ![i](https://evil.example/i.png)',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '\u202egnp.exe \u0000\u0007 tab\there',
  '',
  ' ',
  'x'.repeat(20_000),
  '😀'.repeat(3_000),
  '{{ constructor }} `code` \n\n# head\n- list',
];

const words = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 60 }));
const id = fc.oneof(fc.uuid(), fc.stringMatching(/^[1-9]\d{0,17}$/));
const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const count = fc.nat(1_000);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const at = fc.integer({ min: 0, max: 4_000_000_000_000 });
const url = fc.oneof(fc.webUrl(), fc.constantFrom('javascript:alert(1)', '', 'https://u:p@evil.example/', 'ftp://x.y'));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

const failure = fc.constantFrom(...DIAGNOSES.filter((one) => one !== 'none'));

const gapFacts = fc.record({
  id,
  cause: failure,
  state: fc.constantFrom(...GAP_STATES),
  people: count,
});
const doubted = fc.record({ line: count, text: words, instead: maybe(words), people: count });
const patch = fc.record({
  fixId: id,
  patchHash: hash,
  baseHash: maybe(hash),
  removed: fc.array(words, { maxLength: 9 }),
  added: fc.array(words, { maxLength: 9 }),
  mayApprove: fc.boolean(),
});

export const advisedArticles: fc.Arbitrary<AdvisedArticle> = fc.record({
  id,
  locale: fc.constant('en'),
  title: words,
  url,
  score: share,
  health: fc.constantFrom(...ARTICLE_HEALTHS),
  why: fc.record({
    statements: count,
    confirmed: count,
    asked: count,
    doubted: fc.array(doubted, { maxLength: 9 }),
    saidWrong: count,
    saidRight: count,
    gap: maybe(gapFacts),
    healedAt: maybe(at),
    editedAt: at,
  }),
  patch: maybe(patch),
});

const contradictions: fc.Arbitrary<Contradiction> = fc.record({
  articleId: id,
  articleTitle: words,
  articleUrl: url,
  line: count,
  statement: words,
  sentence: words,
  says: words,
  wrote: words,
});

const sources = fc.oneof(
  fc.record({
    kind: fc.constant('article' as const),
    articleId: id,
    title: words,
    url,
    section: maybe(words),
    isPatched: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('conversations' as const), count }),
);

export const advices: fc.Arbitrary<Advice> = fc.record({
  state: fc.constantFrom(...ADVICE_STATES),
  conversationId: id,
  language: maybe(fc.constant('en')),
  asOf: at,
  issue: maybe(fc.record({ id, title: words, people: count })),
  articles: fc.array(advisedArticles, { maxLength: 12 }),
  gap: maybe(
    fc.record({
      id,
      cause: failure,
      state: fc.constantFrom(...GAP_STATES),
      title: words,
      articleId: maybe(id),
      thisWeek: count,
      people: count,
      fix: maybe(fc.constantFrom(...FIX_KINDS)),
    }),
  ),
  knownIssue: maybe(
    fc.record({
      issueId: id,
      title: words,
      people: count,
      since: at,
      isAcknowledged: fc.boolean(),
      workaround: maybe(words),
    }),
  ),
  reply: maybe(fc.record({ id, text: words, confidence: share, sources: fc.array(sources, { maxLength: 6 }) })),
  question: maybe(
    fc.record({
      id,
      kind: fc.constantFrom(...QUESTION_KINDS),
      conversationId: id,
      subject: fc.record({ articleId: maybe(id), line: maybe(count), gapId: maybe(id) }),
      text: words,
      other: maybe(words),
      articleTitle: maybe(words),
    }),
  ),
});

export const homeViews: fc.Arbitrary<HomeView> = fc.record({
  advice: advices,
  contradictions: fc.array(contradictions, { maxLength: 3 }),
  notice: maybe(words),
});

export const stages: fc.Arbitrary<Staged | null> = fc.oneof(
  fc.constant(null),
  fc.constant({ isOurs: true as const }),
  fc.record({
    isOurs: fc.constant(false as const),
    removed: fc.array(words, { maxLength: 8 }),
    added: fc.array(words, { maxLength: 8 }),
    hash,
  }),
);
