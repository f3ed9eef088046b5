import { describe, expect, it } from 'vitest';
import { type AutomaticEnd, takenBackOf } from '../../../../worker/core/publishing/earning/taken-back.ts';

/** So many automatic publications, latest first, of which these (by place) were taken back. */
const ends = (count: number, ...back: number[]): AutomaticEnd[] =>
  Array.from({ length: count }, (_, i) => ({
    tenant: `zendesk:${i % 7}`,
    id: `p${i}`,
    isTakenBack: back.includes(i),
  }));

describe('the share of automatic publications that was taken back', () => {
  it.each([
    ['two of the last 200 are one per cent', ends(200, 0, 199), false],
    ['three of the last 200 are more', ends(200, 0, 1, 199), true],
    ['what lies further back does not count', ends(260, 0, 1, 200, 201, 259), false],
    ['of fewer than 200 it takes three as well', ends(3, 0, 1, 2), true],
    ['two bad ones at the very beginning are no share yet', ends(2, 0, 1), false],
    ['none at all', [], false],
  ])('%s', (_, last, isTooMany) => {
    expect(takenBackOf(last).isTooMany).toBe(isTooMany);
  });

  it('does not count again what was judged', () => {
    const before = takenBackOf(ends(200, 10, 11, 12));
    expect(takenBackOf(ends(200, 10, 11, 12), before.takenBack)).toEqual({ takenBack: [], isTooMany: false });
    const later = takenBackOf(ends(200, 1, 2, 10, 11, 12, 13), before.takenBack);
    expect(later).toEqual({ takenBack: ['zendesk:1/p1', 'zendesk:2/p2', 'zendesk:6/p13'], isTooMany: true });
  });
});
