import { describe, expect, it } from 'vitest';
import type { Fix } from '../../../../shared/fix.ts';
import { knownArticle } from '../../../../worker/core/drafts/written/known.ts';
import { writtenDraft } from '../../../../worker/core/drafts/written/written.ts';
import { grounding } from '../../../../worker/core/gates/grounding.ts';
import { groundsOf } from '../../../../worker/core/gates/grounds.ts';
import { statementsOf } from '../../../../worker/core/grounding/statements.ts';
import type { WrittenArticle } from '../../../../worker/core/grounding/written.ts';
import { plainText } from '../../../../worker/core/html/plain.ts';
import { DRAFTS, LIMIT } from '../../../models/drafts.ts';

/** A draft as the builtin writer makes it: a sentence of what it is for, steps, notes. */
const RESET: Fix = draftOf(
  'Reset your password',
  '<p>Here is how to reset your password.</p><ol><li>Open the sign-in page.</li><li>Click <strong>Forgot password</strong>.</li>' +
    '<li>Enter your work email.</li></ol><h2>Good to know</h2><ul><li>The reset link is valid for 30 minutes.</li>' +
    '<li>If the link has expired, request a new one.</li><li>The reset link can be used twice.</li></ul>',
);
const ENGLISH = { language: 'en', base: null };
const [LEAD, OPEN, CLICK, ENTER, VALID, EXPIRED, TWICE] = [0, 1, 2, 3, 4, 5, 6];

function draftOf(title: string, bodyHtml: string): Fix {
  const evidence = statementsOf(bodyHtml, null, []).map(({ text }, i) => ({
    conversationId: `c${i}`,
    turnId: 't',
    quote: `${text.replace(/^Here is how to/, 'This is how you')} `.trim(),
  }));
  return { kind: 'new_article', articleId: null, title, bodyHtml, terms: [], evidence, openQuestions: [] };
}

type Section = WrittenArticle['sections'][number];
const section = (
  form: Section['form'],
  heading: string | null,
  ...sentences: [text: string, ...says: number[]][]
): Section => ({
  form,
  heading,
  sentences: sentences.map(([text, ...says]) => ({ text, says })),
});
const STEPS = section(
  'steps',
  null,
  ['Open the sign-in page.', OPEN],
  ['Select Forgot password.', CLICK],
  ['Enter your work email.', ENTER],
);
const FORE = section('text', null, ['Here is how to reset your password.', LEAD]);
const GOOD: WrittenArticle = {
  title: 'Reset your password',
  sections: [
    FORE,
    STEPS,
    section(
      'text',
      'Reset link',
      ['The reset link is valid for 30 minutes and can be used twice.', VALID, TWICE],
      ['If the link has expired, request a new one.', EXPIRED],
    ),
  ],
};

const linesOf = ({ bodyHtml }: Fix) =>
  plainText(bodyHtml)
    .split('\n')
    .filter((line) => line !== '');

describe('an article of a model', () => {
  it('stands with its shape, its joined sentences and the names in bold', () => {
    const { fix, isWritten, covered, of, cut } = writtenDraft(RESET, GOOD, ENGLISH);
    expect([isWritten, covered, of, cut]).toEqual([true, 7, 7, []]);
    expect(fix.bodyHtml).toBe(
      '<p>Here is how to reset your password.</p><ol><li>Open the sign-in page.</li><li>Select <strong>Forgot password</strong>.</li>' +
        '<li>Enter your work email.</li></ol><h2>Reset link</h2><p>The reset link is valid for 30 minutes and can be used twice.</p>' +
        '<p>If the link has expired, request a new one.</p>',
    );
    expect(fix.evidence).toBe(RESET.evidence);
  });

  it('keeps what joins two agents in the gates, by the words of both', () => {
    const { fix, sections } = writtenDraft(RESET, GOOD, ENGLISH);
    const without = grounding(null, fix.bodyHtml, fix.evidence);
    expect(grounding(null, fix.bodyHtml, groundsOf({ evidence: fix.evidence, writer: { sections } }))).toEqual([]);
    expect(without.length).toBeLessThanOrEqual(1);
  });

  it('has the builtin sentence in the place of one that fails, and of one that it left out', () => {
    const notes = section(
      'text',
      null,
      ['The reset link is valid for 60 minutes.', VALID],
      ['If the link has expired, request a new one.', EXPIRED],
      ['The reset link can be used twice.', TWICE],
    );
    const { fix, isWritten, cut } = writtenDraft(RESET, { title: 'x', sections: [FORE, STEPS, notes] }, ENGLISH);
    expect([isWritten, cut.length]).toEqual([true, 1]);
    expect(linesOf(fix)).toEqual([
      'Here is how to reset your password.',
      'Open the sign-in page.',
      'Select Forgot password.',
      'Enter your work email.',
      'The reset link is valid for 30 minutes.',
      'If the link has expired, request a new one.',
      'The reset link can be used twice.',
    ]);
    const gone = { ...STEPS, sentences: [STEPS.sentences[0]!, STEPS.sentences[2]!] };
    const left = writtenDraft(RESET, { title: 'x', sections: [FORE, gone, GOOD.sections[2]!] }, ENGLISH);
    expect(linesOf(left.fix).slice(1, 4)).toEqual([
      'Open the sign-in page.',
      'Click Forgot password.',
      'Enter your work email.',
    ]);
  });

  it('keeps the order of steps', () => {
    const [first, second, third] = STEPS.sentences;
    const turned = { ...STEPS, sentences: [second!, first!, third!] };
    const { fix, cut } = writtenDraft(RESET, { title: 'x', sections: [FORE, turned, GOOD.sections[2]!] }, ENGLISH);
    expect(cut.map(({ why }) => why)).toEqual(['the order of steps differs']);
    expect(linesOf(fix).slice(1, 4)).toEqual([
      'Open the sign-in page.',
      'Select Forgot password.',
      'Enter your work email.',
    ]);
  });

  it('makes no step of what is none, and tells no step elsewhere', () => {
    const added = {
      ...STEPS,
      sentences: [...STEPS.sentences, { text: 'The reset link can be used twice.', says: [TWICE] }],
    };
    const one = writtenDraft(
      RESET,
      {
        title: 'x',
        sections: [FORE, added, section('text', null, ['The reset link is valid for 30 minutes.', VALID])],
      },
      ENGLISH,
    );
    expect(one.cut.map(({ why }) => why)).toEqual(['it is no step of these']);
    const told = section(
      'text',
      null,
      ...STEPS.sentences.map(({ text, says }) => [text, ...says] as [string, ...number[]]),
    );
    expect(writtenDraft(RESET, { title: 'x', sections: [told] }, ENGLISH).covered).toBe(0);
  });

  it('stands with four fifths of the statements and not with less', () => {
    const part = (n: number): WrittenArticle => ({
      title: 'x',
      sections: [FORE, STEPS, { ...GOOD.sections[2]!, sentences: GOOD.sections[2]!.sentences.slice(0, n) }],
    });
    expect(writtenDraft(RESET, part(1), ENGLISH)).toMatchObject({ isWritten: true, covered: 6, of: 7 });
    const less = writtenDraft(RESET, part(0), ENGLISH);
    expect([less.isWritten, less.fix, less.sections]).toEqual([false, RESET, []]);
  });

  it.each([
    ['a word that nothing under it holds', 'Free wombats'],
    ['a condition', 'If the reset link'],
    ['a denial', 'No reset link'],
    ['a name', 'Reset link Mallory'],
    ['an address', 'Reset link evil.example'],
    ['what half of it does not hold', 'Expired'],
  ])('loses a heading with %s', (_, heading) => {
    const notes = { ...GOOD.sections[2]!, heading };
    const { fix, isWritten } = writtenDraft(RESET, { ...GOOD, sections: [FORE, STEPS, notes] }, ENGLISH);
    expect([isWritten, fix.bodyHtml.includes('<h2>')]).toEqual([true, false]);
  });

  it('says each statement once', () => {
    const { fix } = writtenDraft(RESET, { ...GOOD, sections: [...GOOD.sections, ...GOOD.sections] }, ENGLISH);
    expect(fix.bodyHtml).toBe(writtenDraft(RESET, GOOD, ENGLISH).fix.bodyHtml);
  });

  it('leaves what a person decided as it is worded', () => {
    const decided = new Set(['Click Forgot password.']);
    expect(linesOf(writtenDraft(RESET, GOOD, { ...ENGLISH, decided }).fix)[2]).toBe('Click Forgot password.');
  });

  it('that repeats the builtin draft is the builtin draft, in any language', () => {
    for (const { fix, base } of [...DRAFTS, { fix: RESET, base: null }])
      for (const language of ['en', 'ja']) {
        const form = (list: number | null) => (list === null ? ('list' as const) : ('steps' as const));
        const statements = statementsOf(fix.bodyHtml, base?.bodyHtml ?? null, fix.evidence);
        const sections = [...Map.groupBy([...statements.entries()], ([, { list }]) => list)].map(([list, own]) =>
          section(form(list), null, ...own.map(([at, { text }]) => [text, at] as [string, number])),
        );
        const written = writtenDraft(fix, { title: fix.title, sections }, { language, base });
        expect([written.isWritten, written.cut, written.fix.title]).toEqual([true, [], fix.title]);
        for (const { text } of statements) expect(plainText(written.fix.bodyHtml)).toContain(text);
      }
  });

  it('of nothing leaves the builtin draft', () => {
    const nothing = { title: '', sections: [] };
    expect(writtenDraft(RESET, nothing, ENGLISH).fix).toBe(RESET);
    const empty = { ...RESET, bodyHtml: '' };
    expect(writtenDraft(empty, nothing, ENGLISH).fix).toBe(empty);
  });
});

describe('a patch of a model', () => {
  it('changes the patched sentence alone and never the title', () => {
    const answer = (text: string) => ({
      title: 'Exports without limit',
      sections: [section('text', 'Limits', [text, 0])],
    });
    const against = { language: 'en', base: LIMIT.base };
    const { fix, isWritten } = writtenDraft(LIMIT.fix, answer('You can export at most 2,000 shifts at once.'), against);
    expect(isWritten).toBe(true);
    expect(fix).toEqual({ ...LIMIT.fix, bodyHtml: LIMIT.fix.bodyHtml.replace('up to', 'at most') });
    expect(writtenDraft(LIMIT.fix, answer('You can export up to 3,000 shifts at once.'), against).fix).toBe(LIMIT.fix);
  });
});

describe('what stood before', () => {
  it('answers for a draft that moved by a statement, and not for one that moved by more', () => {
    const { sections, fix } = writtenDraft(RESET, GOOD, ENGLISH);
    const moved = draftOf(RESET.title, `${RESET.bodyHtml}<p>The code is sent by mail.</p>`);
    const known = knownArticle(statementsOf(moved.bodyHtml, null, moved.evidence), { title: fix.title, sections });
    const again = writtenDraft(moved, known!, ENGLISH);
    expect([again.isWritten, again.covered, again.of]).toEqual([true, 7, 8]);
    expect(linesOf(again.fix)).toContain('The code is sent by mail.');
    const other = draftOf('x', '<p>The code is sent by mail.</p><p>Open the sign-in page.</p>');
    expect(knownArticle(statementsOf(other.bodyHtml, null, other.evidence), { title: fix.title, sections })).toBeNull();
  });
});
