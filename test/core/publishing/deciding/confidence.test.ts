import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  confidenceOf,
  type FixEvidence,
  readConfidence,
  withinProof,
} from '../../../../worker/core/publishing/deciding/confidence.ts';

const rehearsal = (wins: number, regressions = 0) => ({ tried: 10, wins, regressions, controls: 20 });
const evidence = (more: Partial<FixEvidence> = {}): FixEvidence => ({
  organizations: 6,
  agents: 4,
  agreement: 1,
  rehearsal: rehearsal(5),
  openQuestions: 0,
  gates: [{ name: 'grounded', isPassed: true }],
  ...more,
});

describe('confidenceOf', () => {
  it.each([
    ['one organization, one agent, one win', evidence({ organizations: 1, agents: 1, rehearsal: rehearsal(1) }), 0.43],
    ['three, two, three', evidence({ organizations: 3, agents: 2, rehearsal: rehearsal(3) }), 0.9],
    ['six, four, five', evidence(), 0.99],
    ['agents who half agree', evidence({ agreement: 0.5 }), 0.92],
    ['no rehearsal', evidence({ rehearsal: null }), 0.946],
    ['a regression', evidence({ rehearsal: rehearsal(5, 1) }), 0.87],
    ['an open question', evidence({ openQuestions: 1 }), 0.92],
  ])('gives the stated anchor for %s', (_, of, expected) => {
    expect(confidenceOf(of).confidence).toBeCloseTo(expected, 2);
  });

  it.each([
    [
      'a failed gate',
      {
        gates: [
          { name: 'a', isPassed: true },
          { name: 'b', isPassed: false },
        ],
      },
    ],
    ['no gate at all', { gates: [] }],
    ['a count that is no number', { agents: Number.NaN }],
    ['a negative count', { organizations: -1 }],
    ['agreement beyond 1', { agreement: 1.5 }],
    ['a count as text', { agents: '4' as unknown as number }],
    ['a missing count', { organizations: undefined as unknown as number }],
    ['a rehearsal that cannot be read', { rehearsal: { tried: 1, wins: Number.NaN, regressions: 0, controls: 0 } }],
  ])('is 0 with %s', (_, more) => {
    expect(confidenceOf(evidence(more)).confidence).toBe(0);
  });

  it('never falls with more evidence and names parts that make it', () => {
    const counts = fc.record({
      organizations: fc.nat(40),
      agents: fc.nat(20),
      agreement: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(counts, (of) => {
        const { confidence, parts } = confidenceOf(evidence(of));
        expect(confidence).toBeCloseTo(1 / (1 + Math.exp(-parts.reduce((sum, part) => sum + part.logOdds, 0))));
        const more = evidence({ ...of, organizations: of.organizations + 1, agents: of.agents + 1 });
        expect(confidenceOf(more).confidence).toBeGreaterThanOrEqual(confidence);
      }),
      { seed: 1 },
    );
  });
});

describe('readConfidence', () => {
  it.each([
    [0.97, 0.97],
    [0, 0],
    [1, 1],
    [1.5, 0],
    [-0.1, 0],
    [Number.NaN, 0],
    [null, 0],
    [undefined, 0],
    ['1', 0],
    [{}, 0],
  ])('reads %j as %d', (value, expected) => {
    expect(readConfidence(value)).toBe(expected);
  });
});

describe('the confidence of a fix', () => {
  it.each([
    ['is low where the finding hardly stands', { logOdds: 0.8 }, 0.69],
    ['is that of its evidence where the finding surely stands', { logOdds: 9 }, 0.98],
    ['is that of its evidence where the finding was not weighed', {}, 0.98],
  ])('%s', (_, statistics, expected) => {
    expect(withinProof(0.98, { statistics })).toBeCloseTo(expected, 2);
  });

  it('is that of its evidence without a gap', () => {
    expect(withinProof(0.98, null)).toBe(0.98);
  });
});
