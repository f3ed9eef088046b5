import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, evenSpaces, plainText } from '../../../worker/core/html/plain.ts';
import { ownWords } from '../../../worker/core/mail/own-words.ts';

describe('plainText', () => {
  it.each([
    ['', ''],
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['<ol><li>One</li><li>Two <b>bold</b></li></ol>', 'One\nTwo bold'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<p>Tom &amp; J&eacute;r&#244;me &lt;3 &nbsp;x</p>', 'Tom & Jérôme <3 x'],
    ['<script>alert(1)</script><style>p{}</style><p>Text</p><!-- no -->', 'Text'],
    ['<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>', 'A | B\n1 | 2'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['  <div> <p>  spaced \n out </p> </div> ', 'spaced out'],
    ['<p>un<b>closed <i>tags', 'unclosed tags'],
    ['plain text, 1 < 2', 'plain text, 1 < 2'],
    ['<h2>Head</h2>text<ul><li>x<ul><li>y</li></ul></li></ul>', 'Head\ntext\nx\ny'],
  ])('%j reads %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it('begins the line after a break at its first sign, so that a signature stays one', () => {
    const html = '<p>Press Export.<br>\n-- <br>\nQuinn Vale<br>\nDesk 4</p>';
    expect(plainText(html)).toBe('Press Export.\n--\nQuinn Vale\nDesk 4');
    expect(ownWords(plainText(html))).toBe('Press Export.');
  });

  it('never throws and leaves no tag of the input', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof plainText(`<p>${text}</p>`)).toBe('string');
      }),
    );
  });

  it('reads deep and long input in time', () => {
    const start = Date.now();
    plainText('<div>'.repeat(100_000));
    plainText('<p>word &amp; '.repeat(50_000));
    expect(Date.now() - start).toBeLessThan(30_000);
  }, 60_000);
});

describe('cutText', () => {
  it.each([
    ['short', 10, 'short'],
    ['one two three four', 14, 'one two […]'],
    ['abcdefghijklmnop', 10, 'abcdef […]'],
    ['abc', 2, 'ab'],
    ['😀😀', 3, '😀'],
  ])('cuts %j to %i', (text, max, cut) => {
    expect(cutText(text, max)).toBe(cut);
  });

  it('is never longer than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(60), (text, max) => {
        expect(cutText(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

describe('evenSpaces', () => {
  it.each([
    ['Open  Settings,\tthen   Export', 'Open Settings, then Export'],
    ['  one\r\n   two \n\n\n three\u00a0\u00a0four  ', 'one\ntwo\n\nthree four'],
    ['', ''],
  ])('gives %j as %j', (text, even) => {
    expect(evenSpaces(text)).toBe(even);
  });

  it('leaves a text as it leaves the HTML of the same text', () => {
    const html = '<p>Open  Settings.   Then\tExport.</p>';
    expect(evenSpaces('Open  Settings.   Then\tExport.')).toBe(plainText(html));
  });
});
