import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIX_KINDS } from '../../../../shared/fix.ts';
import { type Policy, policySchema } from '../../../../shared/policy.ts';
import { asWritten } from '../../../../shared/said/said.ts';
import { confidenceFloor, type DecisionInput, decide } from '../../../../worker/core/publishing/deciding/decide.ts';
import { inWords } from '../../../ground/in-words.ts';

const policy = (autoPublish: Partial<Policy['autoPublish']> = {}, more: Partial<Policy> = {}): Policy =>
  policySchema.parse({ autoPublish: { isEnabled: true, categories: ['Sign-in', 'Billing'], ...autoPublish }, ...more });

/** An input that every rule allows. */
const allowed = (more: Partial<DecisionInput> = {}): DecisionInput => ({
  policy: policy(),
  category: 'Sign-in',
  articleId: '42',
  isSensitive: false,
  kind: 'article_patch',
  confidence: 0.97,
  autonomy: { isEarned: true, eValue: 40, upperBound: 0.04, cleanApprovalsMissing: 0 },
  gates: [{ name: 'grounded', isPassed: true }],
  rehearsal: { tried: 6, wins: 4, regressions: 0, controls: 30 },
  openQuestions: [],
  evidence: { agents: 3, organizations: 5 },
  texts: 1,
  mayHoldContentBlocks: false,
  reviewedCount: 90,
  publishedToday: 0,
  ...more,
});
const rehearsal = (tried: number, wins: number, regressions: number) => ({ tried, wins, regressions, controls: 30 });
const nonsense = <T>(value: unknown): T => value as T;

describe('decide', () => {
  it('publishes where every rule allows it, and says why', () => {
    expect(inWords(decide(allowed()))).toEqual({
      decision: 'publish',
      reason:
        'Confidence 0.97, 4 of 6 past questions answered better and none worse, and Sign-in has earned automatic publishing.',
    });
  });

  it.each<[string, Partial<DecisionInput>, RegExp]>([
    ['an open question', { openQuestions: [asWritten('Is it 14 or 30 days?')] }, /disagree.*14 or 30/],
    ['a failed gate', { gates: [{ name: 'personal data', isPassed: false }] }, /failed a check.*personal data/],
    ['a regression', { rehearsal: rehearsal(6, 4, 1) }, /^1 past question /],
    ['one agent', { evidence: { agents: 1, organizations: 9 } }, /Only 1 agent said this/],
    ['two organizations', { evidence: { agents: 3, organizations: 2 } }, /Only 2 customer organizations asked/],
    ['evidence that cannot be read', { evidence: { agents: Number.NaN, organizations: 9 } }, /Only 0 agents/],
  ])('escalates with %s', (_, more, reason) => {
    expect(inWords(decide(allowed(more)))).toEqual({ decision: 'escalate', reason: expect.stringMatching(reason) });
  });

  it.each<[string, Partial<DecisionInput>, RegExp]>([
    ['the safe defaults', { policy: policySchema.parse(undefined) }, /switched off/],
    ['a policy that cannot be read', { policy: nonsense(null) }, /cannot be read, which means stop/],
    ['no policy', { policy: nonsense(undefined) }, /cannot be read/],
    ['a policy of nonsense', { policy: nonsense({ autoPublish: { isEnabled: 'yes' } }) }, /cannot be read/],
    ['an empty policy', { policy: nonsense({}) }, /switched off/],
    ['everything stopped', { isStoppedGlobally: true }, /stopped everywhere/],
    ['automatic publishing stopped for all', { isAutomaticStopped: true }, /stopped for every account/],
    ['an automatic switch that cannot be read', { isAutomaticStopped: nonsense(null) }, /stopped for every account/],
    ['a global switch that cannot be read', { isStoppedGlobally: nonsense(null) }, /stopped everywhere/],
    ['the account stopped', { policy: policy({}, { isStopped: true }) }, /stopped for this account/],
    ['the category stopped', { policy: policy({}, { stoppedCategories: ['Sign-in'] }) }, /stopped for Sign-in/],
    ['the article stopped', { policy: policy({}, { stoppedArticles: ['42'] }) }, /stopped for this article/],
    ['a new article', { kind: 'new_article', articleId: null }, /A new article is never published without/],
    ['a reply template', { kind: 'reply_template' }, /A reply template is never/],
    ['an addition', { cause: 'incomplete' }, /added to an article.*never published without a person/],
    ['a contradiction', { cause: 'contradictory' }, /settles a contradiction/],
    ['a sensitive subject', { isSensitive: true }, /always need a person/],
    ['a subject whose sensitivity is unknown', { isSensitive: nonsense(undefined) }, /always need a person/],
    ['a sensitive category that is switched on', { category: 'Billing' }, /always need a person/],
    ['a category that is not switched on', { category: 'Reports' }, /not switched on for Reports/],
    ['no category', { category: '', policy: policy({ categories: [''] }) }, /articles without a category/],
    ['no categories switched on', { policy: policy({ categories: [] }) }, /not switched on for Sign-in/],
    ['no gate run', { gates: [] }, /No check/],
    ['several texts at once', { texts: 3 }, /changes 3 texts at once/],
    ['texts that cannot be counted', { texts: Number.NaN }, /texts at once/],
    ['content blocks nobody spoke of', { mayHoldContentBlocks: true }, /content blocks/],
    ['content blocks that cannot be read', { mayHoldContentBlocks: nonsense(undefined) }, /content blocks/],
    ['too few reviewed', { reviewedCount: 19 }, /first 20 fixes are always reviewed; 19 have been/],
    ['reviews that cannot be counted', { reviewedCount: Number.NaN }, /always reviewed/],
    ['low confidence', { confidence: 0.949 }, /0\.94 is below the 0\.95/],
    ['a floor of the policy', { policy: policy({ confidenceFloor: 0.99 }) }, /0\.97 is below the 0\.99/],
    ['a floor below .95', { confidence: 0.94, policy: policy({ confidenceFloor: 0.5 }) }, /0\.94 is below the 0\.95/],
    ['no rehearsal', { rehearsal: null }, /It was not shown/],
    ['terms that win nothing', { kind: 'terms', rehearsal: rehearsal(6, 0, 0) }, /It was not shown/],
    ['no history', { autonomy: null }, /Nothing is known yet/],
    [
      'autonomy that is not earned',
      { autonomy: { isEarned: false, eValue: 2, upperBound: 0.2, cleanApprovalsMissing: 23 } },
      /^23 more clean approvals unlock automatic publishing for Sign-in\.$/,
    ],
    ['the day’s limit reached', { publishedToday: 5 }, /limit of 5 automatic publications a day/],
    ['a count of the day that cannot be read', { publishedToday: Number.NaN }, /limit/],
  ])('holds for review with %s', (_, more, reason) => {
    expect(inWords(decide(allowed(more)))).toEqual({ decision: 'review', reason: expect.stringMatching(reason) });
  });

  it.each([Number.NaN, null, '1', 1.5, -1, undefined, {}])('takes the confidence %j for none', (confidence) => {
    expect(decide(allowed({ confidence: nonsense(confidence) })).decision).toBe('review');
  });

  it('lets a patch through that wins nothing by rank and loses nothing', () => {
    expect(decide(allowed({ rehearsal: rehearsal(6, 0, 0) })).decision).toBe('publish');
  });

  it('never publishes where one rule forbids it, whatever else is true', () => {
    const input = fc.record({
      kind: fc.constantFrom(...FIX_KINDS),
      category: fc.constantFrom('Sign-in', 'Billing', 'Reports', ''),
      isSensitive: fc.boolean(),
      confidence: fc.oneof(fc.double({ min: 0.9, max: 1.1 }), fc.constant(null)),
      isEnabled: fc.boolean(),
      isStopped: fc.boolean(),
      reviewedCount: fc.nat(40),
      publishedToday: fc.nat(9),
      agents: fc.nat(4),
      organizations: fc.nat(6),
      isPassed: fc.boolean(),
    });
    fc.assert(
      fc.property(input, ({ isEnabled, isStopped, agents, organizations, isPassed, ...more }) => {
        const all = allowed({
          ...more,
          policy: policy({ isEnabled }, { isStopped }),
          evidence: { agents, organizations },
          gates: [{ name: 'grounded', isPassed }],
        });
        const { decision, reason } = decide(all);
        expect(inWords(reason)).toMatch(/^[A-Z0-9].*[.?]$/);
        if (decision !== 'publish') return;
        expect(isEnabled && !isStopped && !more.isSensitive && isPassed && more.category === 'Sign-in').toBe(true);
        expect(['article_patch', 'terms']).toContain(more.kind);
        expect(more.confidence).toBeGreaterThanOrEqual(0.95);
        expect(more.reviewedCount >= 20 && more.publishedToday < 5 && agents >= 2 && organizations >= 3).toBe(true);
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });
});

describe('confidenceFloor', () => {
  it.each([
    [0, 0.95],
    [0.95, 0.95],
    [0.99, 0.99],
    [Number.NaN, 1],
    ['0.5', 1],
    [1.5, 1],
  ])('treats %j as %d', (floor, expected) => {
    const odd = policy();
    expect(confidenceFloor({ ...odd, autoPublish: { ...odd.autoPublish, confidenceFloor: nonsense(floor) } })).toBe(
      expected,
    );
  });
});
