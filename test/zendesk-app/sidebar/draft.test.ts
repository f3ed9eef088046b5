import { describe, expect, it } from 'vitest';
import { isWorthChecking, plainOf } from '../../../zendesk-app/sidebar/draft/draft.ts';
import { asMarkup } from '../../../zendesk-app/sidebar/markup.ts';
import { paced, type Timers } from '../../../zendesk-app/sidebar/ticket/pace.ts';

describe('a draft in the composer', () => {
  it.each([
    ['<p>Hello</p><p>It takes&nbsp;14 days.</p>', 'Hello\nIt takes 14 days.'],
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['1 &lt; 2 &amp;&amp; 3 &#62; 2', '1 < 2 && 3 > 2'],
    ['plain text with 5 < 7 and a > b', 'plain text with 5 < 7 and a > b'],
    ['<div onclick="x">a<b>b</b></div>', 'ab'],
    ['', ''],
  ])('is read as text: %s', (comment, text) => {
    expect(plainOf(comment)).toBe(text);
  });

  it('is read in linear time and in bounds, whatever stands in it', () => {
    const start = performance.now();
    for (const text of ['<'.repeat(200_000), '<a '.repeat(60_000), '&#'.repeat(90_000)])
      expect(plainOf(text).length).toBeLessThanOrEqual(8_192);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('is worth a check only where it states a value', () => {
    expect(['Refunds take 14 days.', 'It takes two weeks.', 'Thank you!', '42', ''].map(isWorthChecking)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('a suggested reply', () => {
  it('goes into the composer as lines of text, never as markup', () => {
    expect(asMarkup('1. Open <b>"A & B"</b>\n2. Save')).toBe(
      '1. Open &lt;b&gt;&quot;A &amp; B&quot;&lt;/b&gt;<br>2. Save',
    );
  });
});

describe('the pace', () => {
  it('waits for quiet, and keeps its distance', () => {
    let now = 0;
    let due: { run: () => void; at: number } | null = null;
    const timers: Timers = {
      set: (run, ms) => {
        due = { run, at: now + ms };
        return due;
      },
      clear: () => {
        due = null;
      },
      now: () => now,
    };
    const passTo = (at: number) => {
      now = at;
      const { run } = due && due.at <= now ? due : { run: null };
      if (run) due = null;
      run?.();
    };
    let runs = 0;
    const pace = paced(() => runs++, 100, 1_000, timers);
    for (const at of [0, 50, 99]) {
      passTo(at);
      pace.note();
    }
    passTo(198);
    expect(runs).toBe(0);
    passTo(199);
    expect(runs).toBe(1);
    pace.note();
    passTo(400);
    expect(runs).toBe(1);
    passTo(1_199);
    expect(runs).toBe(2);
    pace.note();
    pace.stop();
    passTo(9_999);
    expect(runs).toBe(2);
  });
});
