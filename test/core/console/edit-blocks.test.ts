import { describe, expect, it } from 'vitest';
import { editableBlocks, withEdits } from '../../../worker/core/console/edit-blocks.ts';

const BASE =
  '<p>Open <b>Reports</b>.</p><img src="https://a.example/x.png"><ul><li>Wait a day.</li><li>Done.</li></ul>';
const NEXT = BASE.replace('Wait a day.', 'Wait an hour &amp; look.');

describe('a reviewer’s wording', () => {
  it('is asked for where the proposal differs; of a new article everywhere', () => {
    expect(editableBlocks(NEXT, BASE)).toEqual([{ index: 1, tag: 'li', text: 'Wait an hour & look.' }]);
    expect(
      editableBlocks(
        '<table><tr><td>Cell</td><td>Other</td></tr></table><p>New.</p>',
        '<table><tr><td>Cell</td><td>Other</td></tr></table>',
      ).map(({ text }) => text),
    ).toEqual(['New.']);
    expect(editableBlocks(BASE, null).map((block) => block.text)).toEqual(['Open Reports.', 'Wait a day.', 'Done.']);
  });

  it('changes its block alone, and stays text', () => {
    const edited = withEdits(NEXT, [{ index: 1, text: 'Wait <two> hours & look.' }]);
    expect(edited).toEqual({ html: NEXT.replace('an hour &amp;', '&lt;two&gt; hours &amp;') });
  });

  it('takes blocks out, in any order', () => {
    const edits = [
      { index: 1, text: null },
      { index: 2, text: 'All done.' },
    ];
    const html = withEdits(NEXT, edits);
    expect(html).toEqual(withEdits(NEXT, edits.toReversed()));
    expect(html).toMatchObject({ html: expect.stringContaining('<ul><li>All done.</li></ul>') });
  });

  it('says where it can’t be told which words carry a mark', () => {
    expect(withEdits(BASE, [{ index: 0, text: 'Shut Files now' }])).toEqual({ stuckAt: 0 });
    expect(withEdits(BASE, [{ index: 9, text: 'x' }])).toEqual({ stuckAt: 9 });
  });
});
