import fc from 'fast-check';
import sanitizeHtml from 'sanitize-html';
import { describe, expect, it } from 'vitest';
import { linksAndImages, normalizeHtml } from '../../../worker/core/html/normalize.ts';
import { ALLOWED_TAGS, sanitizeArticle } from '../../../worker/core/html/sanitize.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="jav\tascript:alert(1)">x</a>',
  '<a href=" https://ok.example\\@evil.example/">x</a>',
  '<a href="https://user:pw@evil.example/">x</a>',
  '<a href="data:text/html,x">x</a>',
  '<a href="//evil.example">x</a>',
  '<a href="https://ok.example/" onclick=alert(1) style="x:expression(1)">x</a>',
  '<iframe src="https://evil.example"></iframe>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<p style="background:url(javascript:1)">x</p>',
  '<form action=x><input><button>go</button></form>',
  '<template><script>1</script></template>',
  '<textarea></textarea><img src=x onerror=1>',
  '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
  '<<script>script>alert(1)<</script>/script>',
  '<b><p>x</b></p>',
  '<base href=//evil><link rel=stylesheet href=x><meta http-equiv=refresh content=0>',
  '<p><!--<img src="--><img src=x onerror=alert(1)>"></p>',
];
const PARTS = [
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<i>',
    '<ul>',
    '</ul>',
    '<ol>',
    '<li>',
    '</li>',
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '</table>',
    '<pre>',
    '</pre>',
  ],
  ...[
    '<h1>',
    '</h1>',
    '<a href="https://a.example/">',
    '</a>',
    '<br>',
    '<div>',
    '</div>',
    '<blockquote>',
    '<code>',
    '</code>',
    '<tbody>',
    '<script>',
    '</script>',
  ],
  ...['text', ' ', '\n', '&amp;', '&lt;b>', '<', '>', '"', '<span x=1>', '</span>', '\u00a0', '\u0007'],
];

describe('sanitizeArticle', () => {
  it.each(HOSTILE)('makes %s harmless', (html) => {
    const clean = sanitizeArticle(html);
    expect(clean).not.toMatch(
      /<(?!\/?(?:h[234]|p|ol|ul|li|strong|em|code|pre|table|thead|tbody|tfoot|tr|th|td|blockquote|br|a)[ >])/,
    );
    expect(clean).not.toMatch(/<[^>]*\s(?!href=)[a-z-]+=/);
    expect(clean).not.toMatch(/href="(?!https:\/\/ok\.example\/")/);
  });

  it.each([
    ['<h1>A</h1><h6>B</h6>', '<h2>A</h2><h4>B</h4>'],
    ['<b>x</b> <i>y</i> <kbd>z</kbd>', '<p><strong>x</strong> <em>y</em> <code>z</code></p>'],
    ['loose <div>boxed</div> end', '<p>loose</p><p>boxed</p><p>end</p>'],
    ['<ol><li>one<ul><li>two</li></ul></li></ol>', '<ol><li>one<ul><li>two</li></ul></li></ol>'],
    ['<ul>stray<li>x</li></ul>', '<ul><li>stray</li><li>x</li></ul>'],
    ['<table><tr><th>A</th><td></td></tr></table>', '<table><tr><th>A</th><td></td></tr></table>'],
    ['<pre>  a\n b</pre>', '<pre>  a\n b</pre>'],
    [
      '<a href="https://ok.example/?a=1&b=2" target=_blank>x</a>',
      '<p><a href="https://ok.example/?a=1&amp;b=2">x</a></p>',
    ],
    ['<a href="http://ok.example/">x</a>', '<p>x</p>'],
    ['<p> </p><ul></ul><strong></strong>', ''],
    ['a & b < c', '<p>a &amp; b &lt; c</p>'],
  ])('%s becomes %s', (html, clean) => {
    expect(sanitizeArticle(html)).toBe(clean);
  });

  it('changes nothing the second time, and says nothing that a sanitizer of record would take out', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS, ...HOSTILE), { maxLength: 25 }), (parts) => {
        const clean = sanitizeArticle(parts.join(''));
        expect(sanitizeArticle(clean)).toBe(clean);
        const judged = sanitizeHtml(clean, {
          allowedTags: [...ALLOWED_TAGS],
          allowedAttributes: { a: ['href'] },
          allowedSchemes: ['https'],
          parseStyleAttributes: false,
        });
        expect(normalizeHtml(judged)).toBe(normalizeHtml(clean));
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads deep input without falling over', () => {
    expect(sanitizeArticle(`${'<ul><li>'.repeat(3_000)}x`)).toContain('x');
    expect(sanitizeArticle(`${'<b>'.repeat(20_000)}x`)).toContain('x');
    expect(sanitizeArticle(`${'<div>'.repeat(20_000)}x`)).toContain('x');
  });
});

describe('normalizeHtml', () => {
  it.each([
    ['<p class="b a" id=x>Hi</p>', "<P id='x' class='a  b' >Hi</p>"],
    ['<p>a &amp; b&nbsp;c &#39;</p>', "<p>a & b c '</p>"],
    ['<ul><li>a</li><li>b</li></ul>', '<ul>\n  <li>a\n  <li>b\n</ul>\n'],
    ['<p>a<br>b</p>', '<p>a <br/> b</p>'],
    ['<p style="color: RED; margin:0">x</p>', '<p style="margin: 0;color:red">x</p>'],
    ['<h2>x</h2>', '<h2 id="h_01HABCDEFGHJKMNPQRSTVWXYZ">x</h2>'],
    ['<a href="https://x.example">x</a>', '<a href="https://x.example" rel="noopener noreferrer">x</a>'],
    ['<p>x</p>', '<!-- c --><p>x</p>'],
  ])('takes %s and %s for the same', (a, b) => {
    expect(normalizeHtml(a)).toBe(normalizeHtml(b));
  });

  it.each([
    ['<p>5 days</p>', '<p>6 days</p>'],
    ['<p>a b</p>', '<p>ab</p>'],
    ['<a href="https://a.example">x</a>', '<a href="https://b.example">x</a>'],
    ['<p><b>x</b></p>', '<p>x</p>'],
    ['<p>x</p><p>y</p>', '<p>x y</p>'],
    ['<pre>a\n b</pre>', '<pre>a b</pre>'],
    ['<h2 id="limits">x</h2>', '<h2>x</h2>'],
  ])('tells %s from %s', (a, b) => {
    expect(normalizeHtml(a)).not.toBe(normalizeHtml(b));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 20 }), (parts) => {
        const once = normalizeHtml(parts.join(''));
        expect(normalizeHtml(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });
});

it('finds every address an article leads to or loads from', () => {
  const html = `<a href="https://a.example/">x</a><img src="b.png" srcset="c.png 1x, d.png 2x"><p style="background:url('e.png')">see
    https://f.example/x. and www.g.example, [md](https://h.example "t") </p><iframe src=//i.example></iframe><p>[r]: https://j.example</p>
    <video poster=k.png></video><script>https://no.example</script><a href="https://a.example/">again</a>`;
  expect(linksAndImages(html)).toEqual([
    'https://a.example/',
    'b.png',
    'c.png',
    'd.png',
    'e.png',
    'https://f.example/x',
    'www.g.example',
    'https://h.example',
    '//i.example',
    'https://j.example',
    'k.png',
  ]);
});
