import { describe, expect, it } from 'vitest';
import { readsSame, shownLines } from '../../../worker/core/html/shown.ts';

describe('what a reader sees', () => {
  it.each([
    ['b for strong, i for em', '<p><strong>a</strong> <em>b</em></p>', '<p><b>a</b> <i>b</i></p>'],
    ['another level of heading', '<h3>a</h3>', '<h2 id="h_1a2b3c4d5e"><b>a</b></h2>'],
    [
      'a paragraph in an item',
      '<ul><li>a<ul><li>b</li></ul></li></ul>',
      '<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>',
    ],
    ['empty paragraphs', '<p>a</p><h2>b</h2>', '<p>a</p><p> </p><p><br></p><h2>b</h2><p>&nbsp;</p>'],
    ['a line break for a paragraph', '<p>a<br>b</p>', '<p>a</p><p>b<br></p>'],
    [
      'a container, a body and no head of a table',
      '<table><thead><tr><th>a</th><th></th></tr></thead><tr><td>c</td><td>d e</td></tr></table>',
      '<figure><table><tbody><tr><td><p><b>a</b></p></td><td></td></tr><tr><td>c</td><td><p>d</p><p>e</p></td></tr></tbody></table></figure>',
    ],
    [
      'attributes of a link',
      '<a href="https://a.example">x</a>',
      '<a rel="nofollow" target="_blank" href="HTTPS://a.example/">x</a>',
    ],
    ['marks within or around a link', '<a href="/x"><b>y</b></a>', '<b><a href="/x">y</a></b>'],
    ['marks that are parted or hold spaces', '<p><b>a b</b> c</p>', '<p><b>a </b><b>b </b>c</p>'],
    [
      'a picture on another host, in its own container',
      '<p>a <img src="https://a.example/i/p.png"> b</p>',
      '<p>a</p><div><img alt="" src="https://cdn.example/o/7/p.png?expires=1"></div><p>b</p>',
    ],
    ['white space and invisible signs', '<p>a b</p>', '\n<p>a&nbsp; \u200bb\u00ad</p>\n'],
    ['code in preformatted text', '<pre><code>a\n  b</code></pre>', '<pre class="x">a\n  b\n</pre>'],
    ['scripts and comments', '<p>a</p>', '<!-- x --><p>a</p><script>b</script>'],
  ])('is the same with %s', (_, sent, live) => {
    expect(shownLines(live)).toEqual(shownLines(sent));
    expect(readsSame(sent, live)).toBe(true);
  });

  it.each([
    ['a word', '<p>a b</p>', '<p>a</p>'],
    ['a number', '<p>7 days</p>', '<p>8 days</p>'],
    ['an item', '<ol><li>a</li><li>b</li></ol>', '<ol><li>a</li></ol>'],
    ['the order', '<ol><li>a</li><li>b</li></ol>', '<ol><li>b</li><li>a</li></ol>'],
    ['numbers for points', '<ol><li>a</li></ol>', '<ul><li>a</li></ul>'],
    ['the depth of an item', '<ul><li>a<ul><li>b</li></ul></li></ul>', '<ul><li>a</li><li>b</li></ul>'],
    ['a list for a line', '<p>a</p>', '<ul><li>a</li></ul>'],
    ['a link', '<a href="https://a.example/x">x</a>', 'x'],
    ['where a link leads', '<a href="https://a.example/x">x</a>', '<a href="https://a.example/y">x</a>'],
    ['a picture', '<p>a</p><img src="p.png">', '<p>a</p>'],
    ['which picture', '<img src="https://a.example/p.png">', '<img src="https://a.example/q.png">'],
    ['a heading for a line', '<h2>a</h2>', '<p>a</p>'],
    ['bold', '<p><b>a</b> b</p>', '<p>a <b>b</b></p>'],
    ['the cells of a row', '<table><tr><td>a</td><td>b</td></tr></table>', '<table><tr><td>a b</td></tr></table>'],
    [
      'rows for a row',
      '<table><tr><td>a</td><td>b</td></tr></table>',
      '<table><tr><td>a</td></tr><tr><td>b</td></tr></table>',
    ],
    ['the indentation of code', '<pre>a\n  b</pre>', '<pre>a\nb</pre>'],
    ['a film', '<p>a</p><iframe src="https://v.example/1"></iframe>', '<p>a</p>'],
  ])('is another with %s changed', (_, sent, live) => {
    expect(readsSame(sent, live)).toBe(false);
  });

  it('is told of any input in time that grows with its length', () => {
    for (const piece of ['<', '<a ', '<b>', '<li>', '<td>', '</b>', '&', 'a ', '<!--', '"'])
      expect(shownLines(piece.repeat(20_000))).toBeInstanceOf(Array);
  });
});
