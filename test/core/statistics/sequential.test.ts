import { describe, expect, it } from 'vitest';
import { SUSPICIONS } from '../../../worker/core/findings/suspicions.ts';
import { type Observed, standing } from '../../../worker/core/statistics/sequential.ts';

const runs = (text: string, worth = 1): Observed[] =>
  [...text].map((letter, at) => ({ isFor: letter === '+', worth, by: (at % 4) + 1 }));

describe('one sequential test', () => {
  it.each([
    ['two are too few', '++', false],
    ['three of three people', '+++', true],
    ['a change after a long time', `${'-'.repeat(40)}+++`, true],
    ['a slip now and then', '---+---+---+---+---+', false],
  ])('%s', (_, text, isTold) => {
    expect(standing(runs(text), SUSPICIONS.outdated).isTold).toBe(isTold);
  });

  it('tells nothing of one person, however often, nor of what hardly bears on it', () => {
    expect(
      standing(
        Array.from({ length: 50 }, () => ({ isFor: true, worth: 1, by: 7 })),
        SUSPICIONS.outdated,
      ).isTold,
    ).toBe(false);
    expect(standing(runs('+'.repeat(30), 0.02), SUSPICIONS.outdated).isTold).toBe(false);
  });

  it('knows since when', () => {
    expect(standing(runs('----++++'), SUSPICIONS.outdated).since).toBe(4);
  });
});
