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

describe('what each cause asks for', () => {
  it.each([
    ['outdated', 3],
    ['contradictory', 3],
    ['incomplete', 5],
    ['product_bug', 3],
    ['failing', 5],
    ['unfindable', 6],
    ['handed_on', 5],
    ['repeated_reply', 8],
  ] as const)('of %s is met by %i organizations that all speak for it, and by none fewer', (cause, least) => {
    const all = (n: number) => Array.from({ length: n }, (_, at): Observed => ({ isFor: true, worth: 1, by: at + 1 }));
    expect(standing(all(least), SUSPICIONS[cause]).isTold).toBe(true);
    expect(standing(all(least - 1), SUSPICIONS[cause]).isTold).toBe(false);
  });

  it.each(Object.keys(SUSPICIONS) as (keyof typeof SUSPICIONS)[])('of %s is not met at the usual rate', (cause) => {
    const every = Math.ceil(1 / SUSPICIONS[cause].usual) + 1;
    const usual = Array.from({ length: 400 }, (_, at): Observed => ({ isFor: at % every === 0, worth: 1, by: 0 }));
    expect(standing(usual, SUSPICIONS[cause]).isTold).toBe(false);
  });
});
