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
    ['<p>Refunds take <s>30 days</s> 14 days.</p>', 'Refunds take 14 days.'],
    ['<p>The limit is <del>5 GB</del> <ins>10 GB</ins>.</p>', 'The limit is 10 GB.'],
    ['<p>Open Settings.</p><p style="color:red;display: none">Open <b>Tools</b>.</p>', 'Open Settings.'],
    ['<div hidden><p>Old</p></div><p>New</p>', 'New'],
    ['<p>Down&shy;load the re\u200bport</p>', 'Download the report'],
    [
      '<p>\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645</p>',
      '\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
    ],
    ['<p>It takes 30<sup>1</sup> days and 5 m<sup>2</sup></p>', 'It takes 30¹ days and 5 m²'],
    ['<p><ruby>設定<rp>(</rp><rt>せってい</rt><rp>)</rp></ruby>を開く</p>', '設定を開く'],
    ['<table><tr><td><p>Basic</p></td><td>5 seats<br>1 GB</td></tr></table>', 'Basic | 5 seats 1 GB'],
    [
      '<table><tr><td></td><td>Basic</td></tr><tr><td>Seats</td><td></td><td>20</td></tr></table>',
      '| Basic\nSeats |  | 20',
    ],
    ['<table><tr><td><h2>A page</h2><p>laid out by a table</p></td></tr></table>', 'A page\nlaid out by a table'],
    ['<div><strong>Warning</strong>Deleting is final.</div>', 'Warning Deleting is final.'],
    ['<p>an <b>iPhone</b> or e<b>Mail</b></p>', 'an iPhone or eMail'],
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
    ['Use this:\njobs:\n  build:\n    run: test', 'Use this:\njobs:\n  build:\n    run: test'],
    ['if x:\n\tgo()\n\tstop()\nelse:\n\tstay()', 'if x:\n\tgo()\n\tstop()\nelse:\n\tstay()'],
    ['- one\n  - inner\n- two', '- one\n  - inner\n- two'],
    ['name   seats\nbasic  5', 'name   seats\nbasic  5'],
    ['Down\u00adload', 'Download'],
  ])('gives %j as %j', (text, even) => {
    expect(evenSpaces(text)).toBe(even);
  });

  it('leaves a text as it leaves the HTML of the same text', () => {
    const html = '<p>Open  Settings.   Then\tExport.</p>';
    expect(evenSpaces('Open  Settings.   Then\tExport.')).toBe(plainText(html));
  });
});
