import { describe, expect, it } from 'vitest';
import { changeOf, rendered } from '../../../worker/core/console/rendered.ts';

describe('an article as data', () => {
  it('holds allowed elements and words alone', () => {
    const hostile =
      '<p onclick="x()">Hi <b>you</b><script>alert(1)</script><img src=x onerror=y><a href="javascript:z">go</a> <a href="https://a.example/b">on</a></p>';
    const text = JSON.stringify(rendered(hostile));
    expect(text).not.toMatch(/onclick|alert|onerror|javascript|img/);
    expect(rendered(hostile)).toEqual([
      {
        tag: 'p',
        children: [
          'Hi ',
          { tag: 'strong', children: ['you'] },
          'go ',
          { tag: 'a', href: 'https://a.example/b', children: ['on'] },
        ],
      },
    ]);
  });
});

describe('a change', () => {
  const before = { title: 'T', bodyHtml: '<p>Stays.</p><ul><li>Wait 14 days.</li><li>Also stays.</li></ul>' };
  const after = { title: 'T', bodyHtml: '<p>Stays.</p><ul><li>Wait 30 days.</li><li>Also stays.</li></ul>' };

  it('marks the blocks that differ on either side, and no other', () => {
    const change = changeOf(before, after, []);
    const marked = (side: unknown) => JSON.stringify(side).match(/"isChanged":true/g)?.length ?? 0;
    expect([marked(change.before), marked(change.after)]).toEqual([1, 1]);
    expect(JSON.stringify(change.after)).toContain('"isChanged":true,"children":["Wait 30 days."]');
  });

  it('is told line by line, with the words that differ', () => {
    const { lines } = changeOf(before, after, []);
    const removed = lines.find((line) => line?.kind === 'removed');
    expect(removed?.parts.find((part) => part.isChanged)?.text).toBe('14');
  });

  it('of a new article marks nothing: all of it is new', () => {
    const change = changeOf(null, after, ['wait']);
    expect(JSON.stringify(change.after)).not.toContain('isChanged');
    expect([change.before, change.terms]).toEqual([null, ['wait']]);
  });
});
