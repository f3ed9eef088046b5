import { describe, expect, it } from 'vitest';
import { SIGNAL_KINDS, type SignalKind } from '../../../shared/signal.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { IMPACT_WEIGHTS, impactOf, severityOf } from '../../../worker/core/fix/priority.ts';

const NOW = 100 * DAY_MS;
const signals = (...kinds: SignalKind[]) => kinds.map((kind) => ({ kind, at: 0, turnIds: [] }));
const one = (person: string, organizationId: string | null, daysAgo = 0, ...kinds: SignalKind[]) => ({
  at: NOW - daysAgo * DAY_MS,
  requesterId: person,
  organizationId,
  signals: signals(...kinds),
});
const score = (conversations: ReturnType<typeof one>[]) => impactOf({ conversations, now: NOW }).score;

describe('impactOf', () => {
  it('is 0 without conversations and never more than 100', () => {
    expect(impactOf({ conversations: [], now: NOW }).score).toBe(0);
    const many = Array.from({ length: 5_000 }, (_, i) => ({
      ...one(`p${i}`, `o${i}`, 0, ...SIGNAL_KINDS),
      segment: { plan: 'pro' },
    }));
    expect(impactOf({ conversations: many, now: NOW, segmentWeights: { 'plan=pro': 99 } }).score).toBe(100);
  });

  it('names every part, and the parts make the score', () => {
    const { score, components } = impactOf({ conversations: [one('p', 'o', 7, 'reopen'), one('q', null)], now: NOW });
    expect(components).toMatchObject({
      customers: 2,
      organizations: 2,
      severity: 0.2,
      perWeek: 0.5,
      recency: 1,
      segment: 1,
    });
    expect(score).toBeCloseTo(100 * Object.values(components.shares).reduce((a, b) => a + b, 0));
    expect(Object.values(IMPACT_WEIGHTS).reduce((a, b) => a + b, 0)).toBeCloseTo(1);
  });

  it('counts fifty conversations of one person or of one organization as one party', () => {
    const fifty = Array.from({ length: 50 }, () => one('p', 'o'));
    expect(score(fifty)).toBe(score([one('p', 'o')]));
    const people = Array.from({ length: 50 }, (_, i) => one(`p${i}`, 'o'));
    expect(impactOf({ conversations: people, now: NOW }).components).toMatchObject({ organizations: 1, perWeek: 0.25 });
  });

  it.each([
    ['more customers', [one('p', 'o'), one('q', 'o')], [one('p', 'o')]],
    ['more organizations', [one('p', 'o'), one('q', 'r')], [one('p', 'o'), one('q', 'o')]],
    ['worse signals', [one('p', 'o', 0, 'bad_rating')], [one('p', 'o', 0, 'low_confidence')]],
    ['later ones', [one('p', 'o', 1)], [one('p', 'o', 20)]],
    ['frequent ones', [one('p', 'o', 20), one('q', 'r', 20)], [one('p', 'o', 20), one('q', 'r', 40)]],
  ])('is more for %s', (_, more, less) => {
    expect(score(more)).toBeGreaterThan(score(less));
  });

  it('halves its recency in fourteen days and does not know the future', () => {
    expect(impactOf({ conversations: [one('p', 'o', 14)], now: NOW }).components.recency).toBeCloseTo(0.5);
    expect(impactOf({ conversations: [one('p', 'o', -1)], now: NOW }).score).toBe(0);
  });

  it.each([
    [2, 1.5],
    [99, 1.5],
    [0, 0.75],
    [Number.NaN, 1],
  ])('weighs a segment of %d within bounds, as a mean over parties', (weight, expected) => {
    const conversations = [{ ...one('p', 'o'), segment: { plan: 'pro' } }, one('q', 'r')];
    const { components } = impactOf({ conversations, now: NOW, segmentWeights: { 'plan=pro': weight } });
    expect(components.segment).toBe(expected);
  });
});

describe('severityOf', () => {
  it('is between 0 and 1, rises with each kind and counts a kind once', () => {
    expect(severityOf([])).toBe(0);
    expect(severityOf(signals('reopen', 'reopen'))).toBe(severityOf(signals('reopen')));
    expect(severityOf(signals('reopen', 'bad_rating'))).toBeCloseTo(1 - 0.6 * 0.4);
    expect(severityOf(signals(...SIGNAL_KINDS))).toBeLessThan(1);
  });
});
