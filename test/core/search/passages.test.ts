import { describe, expect, test } from 'vitest';
import { passagesOf, passageText } from '../../../worker/core/search/passages.ts';

describe('sections of an article', () => {
  test('are a heading and the blocks under it', () => {
    expect(passagesOf('<p>Intro</p><h2>Steps</h2><ol><li>Mix</li><li>Bake <b>well</b></li></ol>')).toEqual([
      { heading: '', blocks: ['Intro'] },
      { heading: 'Steps', blocks: ['Mix', 'Bake well'] },
    ]);
  });

  test('decode entities and leave scripts out', () => {
    expect(passagesOf('<p>Salt &amp; butter</p><script>alert(1)</script><style>p{}</style>')).toEqual([
      { heading: '', blocks: ['Salt & butter'] },
    ]);
  });

  test('of plain text are its paragraphs', () => {
    expect(passagesOf('First.\n\nSecond\nline.').flatMap(({ blocks }) => blocks)).toEqual(['First.', 'Second line.']);
  });

  test.each(['', '<p>', '</p></p>', '<table><tr><td>', '<<<>>>', '<h2></h2>'])('never fail: %s', (html) => {
    expect(() => passagesOf(html).map(passageText)).not.toThrow();
  });
});
