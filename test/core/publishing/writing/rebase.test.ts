import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebased } from '../../../../worker/core/publishing/writing/rebase.ts';

const p = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('\n');
const ol = (...steps: string[]) => `<h2>Steps</h2>\n<ol>\n${steps.map((s) => `  <li>${s}</li>`).join('\n')}\n</ol>`;

const rows = (...cells: string[]) => `<table>${cells.map((c) => `<tr><td>${c}</td><td>x</td></tr>`).join('')}</table>`;

describe('a change put on another text of the same base', () => {
  it.each([
    ['of another paragraph', p('a', 'b', 'c'), p('A', 'b', 'c'), p('a', 'b', 'C'), p('A', 'b', 'C')],
    ['of another step', ol('one', 'two', 'three'), ol('one', 'two', '3'), ol('1', 'two', 'three'), ol('1', 'two', '3')],
    [
      'that inserts where the other takes away',
      p('a', 'b', 'c'),
      p('a', 'new', 'b', 'c'),
      p('a', 'b'),
      p('a', 'new', 'b'),
    ],
    [
      'beside markup without white space',
      '<p>a</p><p>b</p>',
      '<p>A</p><p>b</p>',
      '<p>a</p><p>B</p>',
      '<p>A</p><p>B</p>',
    ],
    ['of another row', rows('1', '2'), rows('one', '2'), rows('1', 'two'), rows('one', 'two')],
    ['to nothing, since terms change no word', p('a', 'b'), p('a', 'b'), p('a', 'B'), p('a', 'B')],
  ])('stands beside one %s', (_, base, ours, theirs, both) => {
    expect(rebased(base, ours, theirs)).toBe(both);
    expect(rebased(base, theirs, ours)).toBe(both);
  });

  it.each([
    ['both change the same block', p('a', 'b'), p('a', 'B'), p('a', 'beta')],
    ['one takes away what the other changes', p('a', 'b', 'c'), p('a', 'B', 'c'), p('a', 'c')],
    ['both change cells of one row', rows('1'), rows('one'), rows('1').replace('x', 'y')],
    ['both insert at one place', p('a', 'b'), p('a', 'x', 'b'), p('a', 'y', 'b')],
    ['one inserts after what the other changed', ol('one', 'two'), ol('one', 'then', 'two'), ol('ONE', 'two')],
    ['both made the same change', p('a', 'b'), p('a', 'B'), p('a', 'B')],
    ['a line that goes in one stands elsewhere in the other', p('a', 'b', 'c'), p('b', 'c'), p('a', 'b', 'c', 'a')],
  ])('is given up where %s', (_, base, ours, theirs) => {
    expect(rebased(base, ours, theirs)).toBeNull();
    expect(rebased(base, theirs, ours)).toBeNull();
  });

  it('keeps both changes whole, whatever they are, or is given up', () => {
    const words = fc.array(fc.constantFrom('red', 'green', 'blue', 'grey'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words, words, words, (base, ours, theirs) => {
        const merged = rebased(p(...base), p(...ours), p(...theirs));
        if (merged === null) return;
        for (const word of ours) if (!base.includes(word)) expect(merged).toContain(`<p>${word}</p>`);
        for (const word of theirs) if (!base.includes(word)) expect(merged).toContain(`<p>${word}</p>`);
        for (const word of base)
          if (!ours.includes(word) && !theirs.includes(word)) expect(merged).not.toContain(`<p>${word}</p>`);
        expect(merged.replace(/<p>(red|green|blue|grey)<\/p>\n?/g, '')).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
