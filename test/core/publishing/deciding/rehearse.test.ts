import { describe, expect, it } from 'vitest';
import { isHarmless, passes, rehearse } from '../../../../worker/core/publishing/deciding/rehearse.ts';

const question = (id: string) => ({ id, text: id });
const control = (id: string, articleId: string) => ({ id, text: id, articleId });
/** Answers from a table of question to articles; others find nothing. */
const ranking = (table: Record<string, string[]>) => (text: string) => table[text] ?? [];

describe('rehearse', () => {
  it('counts what the fix wins and what it takes away', () => {
    const before = ranking({ q1: ['a'], q2: ['new'], c1: ['a', 'new'], c2: ['b'], c3: ['b', 'a'] });
    const after = ranking({ q1: ['new', 'a'], q2: ['b', 'new'], c1: ['new', 'a'], c2: ['b', 'new'], c3: ['new', 'a'] });
    const input = {
      questions: [question('q1'), question('q2'), question('q3')],
      controls: [control('c1', 'a'), control('c2', 'b'), control('c3', 'a')],
      rankWithout: before,
      rankWith: after,
      target: 'new',
    };
    expect(rehearse(input)).toEqual({
      tried: 3,
      wins: 1,
      regressions: 2,
      controls: 3,
      wonIds: ['q1'],
      lostIds: ['q2', 'c1'],
    });
  });

  it('sees by coverage what a patch of a found article wins or loses', () => {
    const covered = (coverage: number) => () => ({ articleIds: ['a'], coverage });
    const patch = (before: number, after: number) =>
      rehearse({
        questions: [question('q')],
        controls: [],
        rankWithout: covered(before),
        rankWith: covered(after),
        target: 'a',
      });
    expect(patch(0.2, 0.8)).toMatchObject({ wins: 1, regressions: 0 });
    expect(patch(0.8, 0.9)).toMatchObject({ wins: 0, regressions: 0 });
    expect(patch(0.8, 0.2)).toMatchObject({ wins: 0, regressions: 1 });
  });

  it('tries no empty question and takes no question of the issue for a control', () => {
    const input = {
      questions: [question('q'), { id: 'empty', text: ' ' }],
      controls: [control('q', 'a'), { id: 'blank', text: '', articleId: 'a' }],
      rankWithout: ranking({ q: ['a'] }),
      rankWith: ranking({ q: ['new'] }),
      target: 'new',
    };
    expect(rehearse(input)).toMatchObject({ tried: 1, wins: 1, regressions: 0, controls: 0 });
  });
});

describe('passes and isHarmless', () => {
  const of = (tried: number, wins: number, regressions: number) => ({ tried, wins, regressions, controls: 9 });
  it.each([
    ['a win', of(3, 1, 0), true, true],
    ['a win and a loss', of(3, 1, 1), false, false],
    ['neither', of(3, 0, 0), false, true],
    ['nothing tried', of(0, 0, 0), false, false],
    ['no rehearsal', null, false, false],
  ])('with %s', (_, rehearsal, isPassed, isSafe) => {
    expect([passes(rehearsal), isHarmless(rehearsal)]).toEqual([isPassed, isSafe]);
  });
});
