import { describe, expect, it } from 'vitest';
import type { FixOutcome, PastFix } from '../../../../shared/measure/outcome.ts';
import { policySchema } from '../../../../shared/policy.ts';
import { asWritten } from '../../../../shared/said/said.ts';
import { DAY_MS } from '../../../../shared/time.ts';
import { autonomyStatusOf } from '../../../../worker/core/publishing/earning/unlock.ts';
import { whatIf } from '../../../../worker/core/publishing/earning/what-if.ts';
import { aPastFix } from '../../../contracts/examples.ts';

const policy = policySchema.parse({});
const NOW = { at: 56 * DAY_MS, isStoppedGlobally: false, isAutomaticStopped: false };

const past = (n: number, outcome: FixOutcome, more: Partial<PastFix> = {}): PastFix =>
  aPastFix({ id: `f${n}`, category: 'Shifts', createdAt: n * DAY_MS, outcome, ...more });
const many = (count: number, outcome: FixOutcome, from = 0, more: Partial<PastFix> = {}) =>
  Array.from({ length: count }, (_, i) => past(from + i, outcome, more));

describe('what a policy would have published of the past', () => {
  it('is nothing while nothing was earned', () => {
    expect(whatIf([], policy, null)).toMatchObject({ decided: 0, published: 0, examples: [] });
    expect(whatIf(many(60, 'approved'), policy, null)).toMatchObject({ decided: 60, published: 0 });
  });

  it('is what came after it was earned, and says how many of them ended badly', () => {
    const history = [...many(100, 'approved'), past(100, 'reverted'), past(101, 'approved')];
    const answer = whatIf(history, policy, null);
    expect(answer.published, 'from the 80th on, and no more after the bad one').toBe(101 - 79);
    expect(answer).toMatchObject({ bad: 1, outcomes: { approved: 21, edited: 0, rejected: 0, reverted: 1 } });
    expect(answer.examples[0]).toMatchObject({ fixId: 'f100', outcome: 'reverted' });
    expect(answer.words).toContain('1 of them was later edited, rejected or taken back');
  });

  it('moves with the floor and the target: a bolder target publishes sooner, a higher floor less', () => {
    const history = many(200, 'approved');
    const at = (floor: number, target: number) =>
      whatIf(
        history,
        { ...policy, targetBadRate: target, autoPublish: { ...policy.autoPublish, confidenceFloor: floor } },
        null,
      ).published;
    expect([at(0.95, 0.1) > at(0.95, 0.05), at(0.99, 0.05), at(0.5, 0.05)]).toEqual([true, 0, at(0.95, 0.05)]);
  });

  it('never holds what no rule would let out', () => {
    const history = many(100, 'approved');
    const one = (more: Partial<PastFix>) => whatIf([...history, past(100, 'approved', more)], policy, null).published;
    const without = whatIf(history, policy, null).published;
    for (const more of [
      { kind: 'new_article' as const },
      { openQuestions: [asWritten('14 or 30 days?')] },
      { support: { agents: 1, organizations: 3 } },
      { gates: [{ name: 'link', isPassed: false }] },
      { title: 'Refund a payment' },
    ])
      expect(one(more)).toBe(without);
    expect(one({})).toBe(without + 1);
  });

  it('keeps to the categories asked about, and to the daily limit', () => {
    const history = [...many(100, 'approved'), ...many(9, 'approved', 100, { createdAt: 100 * DAY_MS })];
    expect(whatIf(history, policy, ['Sign-in']).published).toBe(0);
    expect(whatIf(history, policy, ['Shifts']).published).toBe(
      whatIf(history.slice(0, 100), policy, null).published + 5,
    );
  });
});

describe('where automatic publishing stands', () => {
  it('tells for every section what is missing', () => {
    const standing = autonomyStatusOf(many(56, 'approved'), policy, ['Sign-in', 'Shifts', 'Billing'], NOW);
    expect(standing.categories.map(({ category, state, words }) => [category, state, words])).toEqual([
      ['Shifts', 'locked', '23 more clean approvals unlock automatic publishing for Shifts.'],
      ['Billing', 'never', expect.stringContaining('always need a person')],
      ['Sign-in', 'locked', '79 more clean approvals unlock automatic publishing for Sign-in.'],
    ]);
    expect(standing).toMatchObject({ isEnabled: false, reviewed: 56, reviewedFirst: 20, floor: 0.95 });
  });

  it('counts no approval that nobody opened, but where it ended badly', () => {
    const missing = (history: PastFix[]) =>
      autonomyStatusOf(history, policy, ['Shifts'], NOW).categories[0]?.cleanApprovalsMissing ?? 0;
    const unread = { isUnread: true as const };
    expect(missing(many(56, 'approved', 0, unread))).toBe(79);
    expect(missing([...many(56, 'approved'), ...many(40, 'approved', 56, unread)])).toBe(23);
    expect(missing([...many(56, 'approved'), past(56, 'reverted', unread)])).toBeGreaterThan(23);
    expect(whatIf(many(200, 'approved', 0, unread), policy, null).published).toBe(0);
  });

  it('says it in time, at the pace of the last weeks', () => {
    const weeks = (history: PastFix[], at = NOW.at) =>
      autonomyStatusOf(history, policy, ['Shifts'], { ...NOW, at }).categories[0]?.weeksMissing;
    expect(weeks(many(56, 'approved')), 'seven a week, 23 missing').toBe(4);
    const fortnight = many(10, 'approved', 42);
    expect(weeks(fortnight), 'ten in two weeks, 69 missing').toBe(14);
    expect(weeks(many(2, 'approved', 50)), 'two tell no pace').toBe(null);
    expect(weeks(many(56, 'approved'), 300 * DAY_MS), 'nothing for long is none').toBe(null);
    expect(weeks(many(90, 'approved')), 'what is earned takes no time').toBe(null);
  });

  it('tells earned from switched on, and stopped from both', () => {
    const history = many(90, 'approved');
    const state = (autoPublish: object, more: object = {}, isStopped = false) =>
      autonomyStatusOf(history, policySchema.parse({ autoPublish, ...more }), ['Shifts'], {
        ...NOW,
        isStoppedGlobally: isStopped,
      }).categories[0]?.state;
    const on = { isEnabled: true, categories: ['Shifts'] };
    expect([state({}), state(on), state({ ...on, reviewedFirst: 91 })]).toEqual(['earned', 'automatic', 'locked']);
    expect([state(on, { stoppedCategories: ['Shifts'] }), state(on, {}, true)]).toEqual(['stopped', 'stopped']);
  });

  it('counts only what was sure enough', () => {
    const standing = autonomyStatusOf(many(90, 'approved', 0, { confidence: 0.9 }), policy, ['Shifts'], NOW);
    expect(standing.categories[0]).toMatchObject({ decided: 0, cleanApprovalsMissing: 79, upperBound: 1 });
  });
});
