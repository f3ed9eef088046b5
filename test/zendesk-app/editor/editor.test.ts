import fc from 'fast-check';
import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { editorPieces } from '../../../worker/core/console/editor-pieces.ts';
import { plainText } from '../../../worker/core/html/plain.ts';
import { COMMANDS, linkTo } from '../../../zendesk-app/console/editor/commands.ts';
import { docOf } from '../../../zendesk-app/console/editor/read.ts';
import { htmlOf } from '../../../zendesk-app/console/editor/write.ts';

/** As helpdesks store them: white space, attributes, marks of their own, a table and a video among the words. */
const ARTICLE = `\n<h2 id="h_1">Export  a report</h2>
<p class="no-margin">Choose <b>Wages</b> &gt; <a href="https://x.example/a?b=1&amp;c=2" target="_self">Export</a>.<br/>It takes
  a minute.</p><!-- note -->
<ol><li>Open it.<ul><li><p>On a phone:&nbsp;tap.</p></li></ul></li>
<li>Press <i>Go</i>.</li></ol>
<table><tbody><tr><td>CSV</td><td>10 MB</td></tr></tbody></table>
loose words
<pre>a  b
c</pre><p><img src="https://x.example/i.png" alt=""></p>`;

/** The article after `change` was done in the editor, which is given the document and where `words` begin in it. */
function edited(html: string, words: string, change: (state: EditorState) => EditorState): string {
  const pieces = editorPieces(html);
  const doc = docOf(pieces);
  doc.check();
  let at = 0;
  doc.descendants((node, place) => {
    if (node.isText && node.text?.includes(words)) at = place + node.text.indexOf(words);
  });
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, at, at + words.length) });
  return htmlOf(change(state).doc, pieces);
}

const with_ = (command: (typeof COMMANDS)[keyof typeof COMMANDS]) => (state: EditorState) => {
  let next = state;
  command(state, (transaction) => {
    next = state.apply(transaction);
  });
  return next;
};
const typed = (words: string) => (state: EditorState) => state.apply(state.tr.insertText(words));

describe('the editor', () => {
  it('leaves every byte of an article that nobody touched', () => {
    expect(htmlOf(docOf(editorPieces(ARTICLE)), editorPieces(ARTICLE))).toBe(ARTICLE);
  });

  it('changes the one block in which words are typed, and keeps its attributes, links and marks', () => {
    const html = edited(ARTICLE, 'minute', typed('second'));
    const [before, after] = [ARTICLE.indexOf('<p class'), ARTICLE.indexOf('<!--')];
    expect(html.startsWith(ARTICLE.slice(0, before))).toBe(true);
    expect(html.endsWith(ARTICLE.slice(after))).toBe(true);
    expect(html.slice(before, html.indexOf('<!--'))).toBe(
      '<p class="no-margin">Choose <b>Wages</b> &gt; <a href="https://x.example/a?b=1&amp;c=2" target="_self">Export</a>.<br>It takes a second.</p>',
    );
  });

  it('keeps an item’s words without a paragraph where they stood without one, also around a list within', () => {
    const html = edited(ARTICLE, 'Open it', typed('Start it'));
    expect(html).toContain(
      '<ol><li>Start it.<ul><li><p>On a phone:&nbsp;tap.</p></li></ul></li><li>Press <i>Go</i>.</li></ol>',
    );
  });

  it('shows what it does not know as a block that stays as it is, or goes whole', () => {
    const pieces = editorPieces(ARTICLE);
    const islands = pieces.filter(({ known }) => known === null).map(({ html }) => html.trim().slice(0, 6));
    expect(islands).toEqual(['<table', 'loose ', '<p><im']);
    const doc = docOf(pieces);
    const table = pieces.findIndex(({ html }) => html.startsWith('<table'));
    const from = doc.children.slice(0, table).reduce((sum, block) => sum + block.nodeSize, 0);
    const state = EditorState.create({ doc });
    const html = htmlOf(state.apply(state.tr.delete(from, from + 1)).doc, pieces);
    expect(html).toBe(ARTICLE.replace(/<table.*<\/table>/, ''));
  });

  it.each([
    ['bold', 'Open', '<ol><li><strong>Open</strong> it.'],
    ['italic', 'Open', '<ol><li><em>Open</em> it.'],
    ['heading', 'minute', '<h2>Choose <b>Wages</b>'],
    ['bullets', 'minute', '<ul><li><p class="no-margin">Choose'],
  ] as const)('makes words %s', (name, words, expected) => {
    expect(edited(ARTICLE, words, with_(COMMANDS[name]))).toContain(expected);
  });

  it('links words, and takes a link away', () => {
    const linked = edited(ARTICLE, 'Open', with_(linkTo('https://x.example/"a"')));
    expect(linked).toContain('<a href="https://x.example/&quot;a&quot;">Open</a>');
    expect(edited(ARTICLE, 'Export', with_(linkTo('')))).not.toContain('<a ');
  });

  it('names one half alone by its id where a block is split', () => {
    const html = edited(ARTICLE, 'a report', (state) => state.apply(state.tr.split(state.selection.from)));
    expect(html.match(/id="h_1"/g)).toHaveLength(1);
    expect(plainText(html)).toContain('Export\n');
  });

  it('gives back any article byte by byte, and shows the words of any after a change', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', '&amp;', '&lt;', '\u00a0', 'é', '<br>') });
    const inline = fc.oneof(
      words,
      fc.tuple(fc.constantFrom('b', 'em', 'code', 'span'), words).map(([tag, text]) => `<${tag}>${text}</${tag}>`),
    );
    const blocks = fc.tuple(fc.constantFrom('p', 'h2', 'h3', 'pre', 'blockquote', 'div'), fc.array(inline));
    const list = fc.tuple(fc.constantFrom('ul', 'ol'), fc.array(inline)).map(([tag, items]) => {
      return `<${tag}>${items.map((item) => `<li>${item}</li>`).join('\n')}</${tag}>`;
    });
    const block = fc.oneof(
      blocks.map(([tag, parts]) => `<${tag}>${parts.join('')}</${tag}>`),
      list,
      words,
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (parts) => {
        const html = parts.join('\n');
        const pieces = editorPieces(html);
        const doc = docOf(pieces);
        doc.check();
        if (pieces.length > 0) expect(htmlOf(doc, pieces)).toBe(html);
        const without = pieces.map((piece) => ({ ...piece, html: '<p>stored words</p>' }));
        expect(htmlOf(docOf(without), without).includes('stored words')).toBe(pieces.length > 0);
      }),
    );
  });
});
