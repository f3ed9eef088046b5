import { describe, expect, it } from 'vitest';
import { tagsIn } from '../../../worker/core/gates/kept.ts';
import { normalizeHtml } from '../../../worker/core/html/normalize.ts';
import { plainText } from '../../../worker/core/html/plain.ts';
import { sanitizeArticle } from '../../../worker/core/html/sanitize.ts';
import { shallow } from '../../../worker/core/html/shallow.ts';
import { leastCpuMs } from '../adversarial.ts';

const HALF_A_MEGABYTE = 500_000;
const MAX_MS = 1_000;

describe('markup that nests deeper than any page', () => {
  it('loses tags and no word', () => {
    const deep = `${'<div>'.repeat(1_000)}all of it${'</div>'.repeat(1_000)}<p>and the rest</p>`;
    const read = shallow(deep);
    expect(read.match(/<div>/g)?.length).toBe(256);
    expect(read.match(/<\/div>/g)?.length).toBe(256);
    expect(plainText(deep)).toMatch(/all of it\s+and the rest/);
  });

  it('is what it was where it is none: also a thousand paragraphs and items that nobody closed', () => {
    for (const page of [
      '<p>one</p>'.repeat(1_000),
      '<p>one'.repeat(1_000),
      '<ul><li>one<li>two</ul>'.repeat(500),
      '<b>x</b><br>'.repeat(900),
    ])
      expect(shallow(page)).toBe(page);
  });

  it.each([
    ['normalizeHtml', normalizeHtml],
    ['plainText', plainText],
    ['sanitizeArticle', sanitizeArticle],
    ['tagsIn', tagsIn],
  ])('takes no more than linear time: %s', (_, read) => {
    for (const piece of ['<b>', '<div><b>', '<b><i>x', '<'])
      expect(leastCpuMs(() => read(piece.repeat(HALF_A_MEGABYTE / piece.length)), MAX_MS / 4, 2)).toBeLessThan(MAX_MS);
  });
});
