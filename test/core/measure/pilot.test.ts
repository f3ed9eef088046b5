import { describe, expect, it } from 'vitest';
import { demandChange, smallestEffect } from '../../../worker/core/measure/demand.ts';
import { adviceOf, proposalsOf } from '../../../worker/core/measure/pilot.ts';

const rows = (category: string, many: number, first: number) => [
  { category, age: 'many', counts: { conversations: many, unserved: many } },
  { category, age: 'first', counts: { conversations: first } },
];

describe('sections proposed for a pilot', () => {
  it('are three that are asked much and again and again; none of money, security, law or health', () => {
    const all = [
      ...rows('Much', 300, 100),
      ...rows('Rare', 4, 2),
      ...rows('New', 0, 400),
      ...rows('Often', 200, 0),
      ...rows('Billing', 900, 0),
      ...rows('Some', 30, 0),
      ...rows('', 800, 0),
    ];
    const proposed = proposalsOf(all, 10);
    expect(proposed.map((one) => one.category)).toEqual(['Much', 'Often', 'Some']);
    expect(proposed[0]).toEqual({ category: 'Much', perWeek: 40, repeatShare: 0.75, unservedShare: 0.75 });
  });
});

describe('before and after', () => {
  const organizations = (inside: number, outside: number) =>
    Array.from({ length: 40 }, (_, i) => ({
      organization: `${i}`,
      before: { inside: 4, outside: 4 },
      after: { inside: inside + (i % 3), outside: outside + ((i + 1) % 3) },
    }));

  it('cancels what moves all sections alike', () => {
    expect(demandChange(organizations(8, 8))?.isClear).toBe(false);
    expect(demandChange(organizations(1, 8))?.isClear).toBe(true);
  });

  it('says nothing of a side without conversations, nor of few organizations', () => {
    expect(demandChange([])).toBeNull();
    expect(demandChange(organizations(1, 8).slice(0, 10))?.isClear).toBe(false);
    expect(smallestEffect([{ inside: 3, outside: 4 }])).toBeNull();
  });

  it('is one look: before the days are over only harm says anything', () => {
    const change = demandChange(organizations(1, 8));
    expect(adviceOf(change, { isOver: false, hasHarmed: false })).toEqual({ advice: 'hold', reason: 'too_early' });
    expect(adviceOf(change, { isOver: false, hasHarmed: true })).toEqual({ advice: 'stop', reason: 'harm' });
    expect(adviceOf(change, { isOver: true, hasHarmed: false })).toEqual({ advice: 'widen', reason: 'less' });
    expect(adviceOf(null, { isOver: true, hasHarmed: false })).toEqual({ advice: 'hold', reason: 'too_few' });
  });
});
