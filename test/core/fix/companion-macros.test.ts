import { describe, expect, it } from 'vitest';
import type { Macro } from '../../../shared/macro.ts';
import { companionMacros } from '../../../worker/core/fix/companion-macros.ts';
import { aMacro } from '../../contracts/macros.ts';

const PAIR = { removed: 'A file can hold up to 500 rows.', added: 'A file can hold up to 2,000 rows.' };
const EVERYONE = { audience: null };
const found = (...macros: Macro[]) => companionMacros(EVERYONE, [PAIR], macros);
const text = (body: string, isHtml = true) => found(aMacro('1', { text: body, isHtml }))[0]?.bodyHtml ?? null;

describe('a macro that states what a fix changes', () => {
  it('has that sentence changed and every other byte as it was, placeholders too', () => {
    const before =
      '<p>Hi {{ticket.requester.first_name}},</p>\r\n<ul ><li>A file can hold up to 500&nbsp;rows.</li></ul><p>Ticket {{ticket.id}} &amp; 500 thanks</p>';
    expect(text(before)).toBe(before.replace('500&nbsp;rows', '2,000&nbsp;rows'));
    expect(found(aMacro('7', { text: before }))[0]).toMatchObject({
      ...{ macroId: '7', title: 'Macro 7', isHtml: true, baseHtml: before, ...PAIR },
      baseHash: expect.stringMatching(/^[0-9a-f]+$/),
    });
  });

  it.each<[string, string, string]>([
    ['in other words', 'Note that a file can hold up to 500 rows.', 'Note that a file can hold up to 2,000 rows.'],
    [
      'after a placeholder',
      'Hi {{ticket.requester.first_name}}, a file can hold up to 500 rows.\r\n\r\nBest,\r\n{{current_user.name}}',
      'Hi {{ticket.requester.first_name}}, a file can hold up to 2,000 rows.\r\n\r\nBest,\r\n{{current_user.name}}',
    ],
    [
      'as often as it says it',
      'A file can hold up to 500 rows. Yes: A file can hold up to 500 rows.',
      'A file can hold up to 2,000 rows. Yes: A file can hold up to 2,000 rows.',
    ],
    ['to the byte', '  A file can hold up to 500 rows. ', '  A file can hold up to 2,000 rows. '],
  ])('as plain text is changed %s', (_, before, after) => {
    expect(text(before, false)).toBe(after);
  });

  it.each<[string, string]>([
    ['speaks of something else', 'Your plan has up to 500 people.'],
    ['has another value', 'A file can hold up to 300 rows.'],
    ['has the value in a placeholder', 'A file can hold up to {{dc.rows_500}} rows.'],
    ['only mentions it in code', '{% if x %} {{ 500 }} {% endif %}'],
  ])('is left alone where it %s', (_, body) => {
    expect([text(body, false), text(`<p>${body}</p>`)]).toEqual([null, null]);
  });

  it('is left alone where it is a group’s or a person’s, or where not everyone may read the article', () => {
    const macro = aMacro('1', { text: PAIR.removed });
    expect(found({ ...macro, isShared: false })).toEqual([]);
    expect(companionMacros({ audience: ['staff'] }, [PAIR], [macro])).toEqual([]);
  });
});
