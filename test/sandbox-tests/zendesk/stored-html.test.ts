import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitizeArticle } from '../../../worker/core/html/sanitize.ts';
import { shownLines } from '../../../worker/core/html/shown.ts';
import { storedHtml } from '../../sandbox/intercom/articles/stored-html.ts';
import { storedBody } from '../../sandbox/zendesk/help-center/stored-body.ts';

const PARTS = [
  ...[
    'h2',
    'h3',
    'p',
    'ul',
    'ol',
    'li',
    'table',
    'tr',
    'th',
    'td',
    'pre',
    'code',
    'strong',
    'em',
    'blockquote',
  ].flatMap((name) => [`<${name}>`, `</${name}>`]),
  ...['<a href="https://a.example/x">', '</a>', '<br>', 'words', ' ', 'more &amp; more', '\n'],
];

describe.each([
  ['Intercom', storedHtml],
  ['Zendesk', storedBody],
])('an article as %s stores it', (_, stored) => {
  it('comes back unchanged when it is stored again, and reads as what was sent', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 40 }), (parts) => {
        const sent = sanitizeArticle(parts.join(''));
        const live = stored(sent);
        expect(stored(live)).toBe(live);
        expect(shownLines(live)).toEqual(shownLines(sent));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('Intercom', () => {
  it('rewrites headings, bold, items, tables, links and pictures as public sources show', () => {
    const sent =
      '<h3>A</h3><p><strong>b</strong></p><ul><li>c</li></ul><table><tr><th>d</th></tr></table>' +
      '<p><a href="https://a.example">e</a></p><p><img src="https://a.example/f.png"></p>';
    expect(storedHtml(sent)).toBe(
      '<h2 id="h_559aead082">A</h2><p class="no-margin"><b>b</b></p><ul><li><p class="no-margin">c</p></li></ul>' +
        '<p class="no-margin"></p><div class="intercom-interblocks-table-container"><table role="presentation"><tbody>' +
        '<tr><td><p class="no-margin">d</p></td></tr></tbody></table></div><p class="no-margin"></p>' +
        '<p class="no-margin"><a href="https://a.example" rel="nofollow noopener noreferrer" target="_blank">e</a></p>' +
        '<div class="intercom-container"><img src="https://downloads.intercomcdn.com/i/o/1d4cdfe021/f.png"></div>',
    );
  });
});
