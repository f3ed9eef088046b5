import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createLearned,
  fromRows,
  type Learned,
  type Lesson,
  learn,
  setArticle,
  suggest,
  toRows,
} from '../../../worker/core/learning/learned.ts';
import { ARTICLES, conversation, mixture, solved } from '../learning/fiction.ts';

function shop(...names: (keyof typeof ARTICLES)[]): Learned {
  const learned = createLearned();
  for (const name of names) setArticle(learned, ARTICLES[name]);
  return learned;
}

const gaps = (lessons: Lesson[], cause: string) => lessons.flatMap((x) => x.findings).filter((f) => f.cause === cause);

describe('state', () => {
  const all = mixture(['returns', 'voucher', 'address', 'watering'], 10);

  it('is the same for the same conversations in the same order', () => {
    const states = [1, 2].map(() => {
      const learned = shop('returns', 'address');
      const lessons = all.map((c) => learn(learned, solved(c)));
      return { rows: toRows(learned), lessons };
    });
    expect(states[0]).toEqual(states[1]);
  });

  it('goes on from rows exactly as it would have', () => {
    const learned = shop('returns', 'address');
    for (const c of all.slice(0, 27)) learn(learned, solved(c));
    const rows = toRows(learned);
    expect(rows.every((r) => Buffer.byteLength(r.json) <= 256 * 1024)).toBe(true);
    const copy = fromRows([...rows].reverse());
    expect(toRows(copy)).toEqual(rows);
    for (const c of all.slice(27)) expect(learn(copy, solved(c))).toEqual(learn(learned, solved(c)));
    expect(toRows(copy)).toEqual(toRows(learned));
  });

  it('finds the same gap in whatever order conversations come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }), (order) => {
        const learned = shop('returns', 'address', 'watering');
        const lessons = order.map((c) => learn(learned, solved(c)));
        const found = gaps(lessons, 'missing');
        expect(new Set(found.map((f) => f.key)).size).toBe(1);
        const own = found.at(-1)!.conversationIds.filter((id) => id.startsWith('voucher')).length;
        expect(own / found.at(-1)!.conversationIds.length).toBeGreaterThanOrEqual(0.8);
      }),
      { numRuns: 12, seed: 7 },
    );
  });
});

describe('bad input', () => {
  const texts = [
    '',
    ' ',
    'hi',
    '👍👍👍',
    '>'.repeat(2000),
    'x'.repeat(65_536),
    '<b>&amp;</b>',
    '\n\n\n',
    '1234 5678',
    'ok. '.repeat(9000),
  ];

  it.each(texts.map((t) => [t.slice(0, 12), t]))('makes no gap and no error: %j', (_name, text) => {
    const learned = shop('returns', 'address');
    for (let n = 0; n < 12; n++) {
      const c = conversation('voucher', n, [text, text]);
      c.turns = c.turns.map((t) => ({ ...t, text }));
      expect(learn(learned, solved(c)).findings).toEqual([]);
    }
    expect(suggest(learned, text).length).toBeLessThanOrEqual(5);
  });

  it('reads an article of nothing, of broken tags and of a long table', () => {
    const learned = createLearned();
    for (const [i, bodyHtml] of [
      '',
      '<p',
      '<li>a<li>b</ul>',
      `<table>${'<tr><td>Cell one.</td></tr>'.repeat(3000)}`,
    ].entries())
      setArticle(learned, { id: String(i), title: '', section: '', labels: [], bodyHtml });
    expect(suggest(learned, 'cell').length).toBe(4);
  });
});
