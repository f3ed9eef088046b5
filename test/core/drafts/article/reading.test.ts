import { describe, expect, it } from 'vitest';
import { factsIn } from '../../../../worker/core/drafts/article/facts.ts';
import { withoutInstances } from '../../../../worker/core/drafts/article/instances.ts';
import { saidIn } from '../../../../worker/core/drafts/article/reading.ts';
import { splitSentences } from '../../../../worker/core/drafts/article/splitting.ts';
import { writingOf } from '../../../../worker/core/language/writing-of.ts';
import { talks } from './lamp.ts';

const english = writingOf('en')!;
const parts = (turn: string) => splitSentences(turn, english).map(({ text }) => text);
const saidBy = (...told: string[]) => saidIn(talks('t', [['?', ...told]]), english, {}).map(({ text }) => text);

describe('the sentences of a turn', () => {
  it('begin where a word of grammar has a capital amid small letters', () => {
    expect(parts('the kettle holds one litre For tea set it to 80 degrees')).toEqual([
      'the kettle holds one litre',
      'For tea set it to 80 degrees',
    ]);
  });

  it('are not cut before the name of a button, nor inside of a name', () => {
    expect(parts('Then press Add a timer')).toHaveLength(1);
    expect(parts('Ask for the National Call to Action form')).toHaveLength(1);
    expect(parts('Version 2.1 runs on e.g. Hubs of 2019.')).toHaveLength(1);
  });

  it('come without salutation, sign-off and list marks', () => {
    expect(parts('Hello Noor,\n\n1. Rinse the filter.\n2. Dry it.\n\nKind regards,\nPim')).toEqual([
      'Rinse the filter.',
      'Dry it.',
      'Pim',
    ]);
  });

  it('part where one ends with what somebody said by itself', () => {
    const said = saidIn(
      talks('t', [
        ['?', 'the filter lasts three months'],
        ['?', 'descale it with vinegar the filter lasts three months'],
      ]),
      english,
      {},
    );
    expect(said.map(({ text }) => text)).toEqual([
      'the filter lasts three months',
      'descale it with vinegar',
      'the filter lasts three months',
    ]);
  });
});

describe('what an agent took back', () => {
  it('is the sentence that the correction says otherwise, and no other', () => {
    const kept = saidBy(
      'The filter lasts nine months. Descale the kettle with vinegar.',
      'Sorry, I was mistaken. The filter lasts three months.',
    );
    expect(kept).not.toContain('The filter lasts nine months.');
    expect(kept).toContain('Descale the kettle with vinegar.');
    expect(kept).toContain('The filter lasts three months.');
  });
});

describe('facts', () => {
  const groups = (rows: string[][]) => {
    const said = saidIn(
      talks(
        'f',
        rows.map((told) => ['?', ...told] as const),
      ),
      english,
      {},
    );
    return factsIn(said, [], rows.length).map(({ said: own }) => [...new Set(own.map(({ text }) => text))].sort());
  };

  it('hold wordings that resemble each other and never meet', () => {
    const [a, b] = ['The filter lasts three months.', 'A filter is good for three months.'];
    expect(groups([[a], [b], [a], [b], [a], [b]])).toEqual([[b, a].sort()]);
  });

  it('part sentences that the same agents say together', () => {
    const [a, b] = ['Press the left button to start the filter.', 'Press the right button to stop the filter.'];
    expect(
      groups([
        [a, b],
        [a, b],
        [a, b],
        [a, b],
      ]),
    ).toHaveLength(2);
  });
});

it('a sentence that is filled for each customer anew is no fact, a figure that all share is one', () => {
  const fact = (texts: string[]) => {
    const said = saidIn(
      talks(
        'i',
        texts.map((text) => ['?', text] as const),
      ),
      english,
      {},
    );
    return { said, conversations: new Set(said.map(({ conversationId }) => conversationId)) };
  };
  expect(withoutInstances(fact([5940, 8047, 312, 77].map((n) => `Your balance is ${n} points.`)))).toBeNull();
  const rule = fact([30, 30, 30, 30].map((n) => `Points expire after ${n} days.`));
  expect(withoutInstances(rule)).toBe(rule);
});
