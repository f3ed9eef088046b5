import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, blocksOf, insertAfter, removeBlock, replaceText } from '../../../worker/core/html/blocks.ts';

const ARTICLE = `<h2 id="h_01">Reset a password</h2>
<p class='x' >Go to <strong>Settings</strong> &gt; Security.<br>
   It takes&nbsp;5 minutes &amp; costs $10.</p>
<ol>
  <li>Click <a href="https://a.example/?a=1&b=2">Reset</a>.</li>
  <li>Wait 5 minutes.
    <ul><li>or less</li></ul>
  </li>
</ol>
<h3>Limits</h3>
<table border=1><tr><td>Plan</td><td>Seats</td></tr><tr><td>Pro</td><td>25 seats</td></tr></table>
<pre>GET /v2
  x=1</pre><img src="a.png" alt="5 minutes">
loose text<div>in a box</div>`;

const blockOf = (html: string, text: string): Block => blocksOf(html).find((block) => block.text.includes(text))!;

describe('blocksOf', () => {
  it('gives each block with its tag, text and headings', () => {
    expect(blocksOf(ARTICLE).map(({ tag, text, headings }) => [tag, text, headings.join(' / ')])).toEqual([
      ['#root', 'loose text', ''],
      ['h2', 'Reset a password', ''],
      ['p', 'Go to Settings > Security. It takes 5 minutes & costs $10.', 'Reset a password'],
      ['li', 'Click Reset.', 'Reset a password'],
      ['li', 'Wait 5 minutes.', 'Reset a password'],
      ['li', 'or less', 'Reset a password'],
      ['h3', 'Limits', 'Reset a password'],
      ['td', 'Plan', 'Reset a password / Limits'],
      ['td', 'Seats', 'Reset a password / Limits'],
      ['td', 'Pro', 'Reset a password / Limits'],
      ['td', '25 seats', 'Reset a password / Limits'],
      ['pre', 'GET /v2\n  x=1', 'Reset a password / Limits'],
      ['div', 'in a box', 'Reset a password / Limits'],
    ]);
  });

  it('gives ranges that bound the inner and the outer HTML', () => {
    const block = blockOf(ARTICLE, '25 seats');
    expect(ARTICLE.slice(block.start, block.end)).toBe('25 seats');
    expect(ARTICLE.slice(block.outerStart, block.outerEnd)).toBe('<td>25 seats</td>');
  });

  it('reads elements without an end tag', () => {
    const html = '<ul><li>one<li>two</ul><p>a<p>b';
    expect(blocksOf(html).map((block) => html.slice(block.outerStart, block.outerEnd))).toEqual([
      '<li>one',
      '<li>two',
      '<p>a',
      '<p>b',
    ]);
  });

  it('skips what is not shown, and never throws', () => {
    expect(blocksOf('<script>x</script><style>y</style><!-- z --><p> </p>')).toEqual([]);
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<p>',
            '</p>',
            '<li>',
            '<ul>',
            '</ul>',
            '<td>',
            '<b>',
            'a',
            ' ',
            '&amp;',
            '<',
            '</div>',
            '<br>',
          ),
        ),
        (parts) => {
          const html = parts.join('');
          for (const { start, end, outerStart, outerEnd } of blocksOf(html)) {
            expect(outerStart <= start && start <= end && end <= outerEnd && outerEnd <= html.length).toBe(true);
          }
        },
      ),
    );
  });
});

describe('replaceText', () => {
  it.each([
    ['Wait 5 minutes', 'Wait 10 minutes', 'Wait 5 minutes.\n', 'Wait 10 minutes.\n'],
    ['25 seats', '50 seats', '<td>25 seats', '<td>50 seats'],
    ['takes 5 minutes & costs $10', 'takes 5 minutes & costs $12 <b>', 'costs $10', 'costs $12 &lt;b&gt;'],
    ['Go to Settings > Security', 'Go to Settings > Safety', '&gt; Security', '&gt; Safety'],
    ['x=1', 'x=2', 'x=1', 'x=2'],
    ['Limits', 'Limits and prices', 'Limits</h3>', 'Limits and prices</h3>'],
    ['or less', 'or', '<li>or less', '<li>or'],
    ['loose text', 'bound text', 'loose text', 'bound text'],
    ['Click Reset', 'Click Renew', '>Reset</a>', '>Renew</a>'],
  ])('changes %j to %j and nothing else', (from, to, before, after) => {
    expect(replaceText(ARTICLE, blockOf(ARTICLE, from), from, to)).toBe(ARTICLE.replace(before, after));
  });

  it('gives null where the text is not there, there twice, or the change runs across a tag', () => {
    const block = blockOf(ARTICLE, 'Go to');
    expect(replaceText(ARTICLE, block, 'Wait 5', 'x')).toBeNull();
    expect(replaceText(ARTICLE, block, 'S', 'x')).toBeNull();
    expect(replaceText(ARTICLE, block, 'to Settings > S', 'in the menu')).toBeNull();
    expect(replaceText(ARTICLE, block, '', 'x')).toBeNull();
    expect(replaceText('<p>aa a</p>', blocksOf('<p>aa a</p>')[0]!, 'a', 'b')).toBeNull();
  });

  it.each([
    [
      '<p>Take <span>3</span><span>0</span> days.</p>',
      'Take 30 days.',
      'Take 14 days.',
      '<p>Take <span>14</span> days.</p>',
    ],
    [
      '<p>Press Down&shy;load for 30 rows.</p>',
      'Press Download for 30 rows.',
      'Press Download for 50 rows.',
      '<p>Press Down&shy;load for 50 rows.</p>',
    ],
    [
      '<p>Click <b>Tools</b>, then <b>Export</b>.</p>',
      'Click Tools, then Export.',
      'Click Settings, then Download.',
      '<p>Click <b>Settings</b>, then <b>Download</b>.</p>',
    ],
    [
      '<p>It takes <s>30 days</s> 20 days.</p>',
      'It takes 20 days.',
      'It takes 14 days.',
      '<p>It takes <s>30 days</s> 14 days.</p>',
    ],
    [
      '<p>Open <b>Tools</b> now.</p>',
      'Open Tools now.',
      'Open the settings of the page now.',
      '<p>Open <b>the settings of the page</b> now.</p>',
    ],
    ['<p>Open <b>Tools</b>, <i>Export</i>.</p>', 'Open Tools, Export.', 'Go to the page of exports.', null],
  ])('edits within the tags of %j', (html, from, to, expected) => {
    expect(replaceText(html, blocksOf(html)[0]!, from, to)).toBe(expected);
  });

  it('puts the new words into the text and leaves all else byte for byte', () => {
    const word = fc.stringMatching(/^[a-z<&é"]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(7), word, (words, at, next) => {
        const written = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
        const marked = words.map((text, place) => `${text}${place}`);
        const html = (list: string[]) =>
          `<p class="a"><i>${list.map(written).join('</i> <b data-x=1>')}</b></p>\n<img src=x>`;
        const place = at % words.length;
        const wanted = marked.with(place, next);
        expect(replaceText(html(marked), blocksOf(html(marked))[0]!, marked[place]!, next)).toBe(html(wanted));
      }),
    );
  });
});

describe('insertAfter and removeBlock', () => {
  it('adds a step after a step, with its indent', () => {
    expect(insertAfter(ARTICLE, blockOf(ARTICLE, 'Click'), 'Check <mail>.')).toBe(
      ARTICLE.replace('Reset</a>.</li>', 'Reset</a>.</li>\n  <li>Check &lt;mail&gt;.</li>'),
    );
  });

  it('adds a paragraph after a heading', () => {
    expect(insertAfter(ARTICLE, blockOf(ARTICLE, 'Limits'), 'New.')).toBe(
      ARTICLE.replace('Limits</h3>', 'Limits</h3>\n<p>New.</p>'),
    );
  });

  it('adds nothing to a row of cells or where the tag does not fit', () => {
    expect(insertAfter(ARTICLE, blockOf(ARTICLE, 'Pro'), 'x')).toBeNull();
    expect(insertAfter(ARTICLE, blockOf(ARTICLE, 'Click'), 'x', 'p')).toBeNull();
  });

  it('takes a block out with its indent, and the list with its last step', () => {
    expect(removeBlock(ARTICLE, blockOf(ARTICLE, 'Limits'))).toBe(ARTICLE.replace('\n<h3>Limits</h3>', ''));
    expect(removeBlock(ARTICLE, blockOf(ARTICLE, 'or less'))).toBe(ARTICLE.replace('<ul><li>or less</li></ul>', ''));
    expect(removeBlock(ARTICLE, blockOf(ARTICLE, 'Pro'))).toBeNull();
  });

  it('removing what was added gives the article back', () => {
    for (const block of blocksOf(ARTICLE)) {
      const added = insertAfter(ARTICLE, block, 'Unheard of words');
      if (added !== null) expect(removeBlock(added, blockOf(added, 'Unheard of'))).toBe(ARTICLE);
    }
  });
});
