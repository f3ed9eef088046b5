import { describe, expect, it } from 'vitest';
import type { Fix, Quote } from '../../../shared/fix.ts';
import { ground, groundTitle, type Rewording, statementsOf } from '../../../worker/core/grounding/ground.ts';
import { plainText } from '../../../worker/core/html/plain.ts';
import { DRAFTS, EXPORT, LIMIT, newArticle, RESET } from '../../models/drafts.ts';

/** The wording that stands for one statement of which two agents said `original` and `like`. */
function worded(original: string, said: string, like = original, quoteIndexes = [0, 1]): string {
  const { fix } = newArticle('a title', [[original, like]]);
  const { fix: next, isReworded } = ground(
    fix,
    { title: 'x', statements: [{ text: said, quoteIndexes }] },
    fix.evidence,
    null,
  );
  return isReworded ? (plainText(next.bodyHtml).split('\n').at(-1) ?? '') : 'BUILTIN';
}

const SAME: [original: string, said: string][] = [
  ['Click on Forgot password and enter your work email.', 'Select Forgot password and enter your work email.'],
  ['Please check your spam folder for the reset mail.', 'Check your spam folder for the reset mail.'],
  ['You can just click on Resend invite in the Members tab.', 'Click Resend invite in the Members tab.'],
  ["You can't reuse one of your last 5 passwords.", 'You cannot reuse one of your last 5 passwords.'],
  ["Don't share the code with anyone.", 'Never share the code with anyone.'],
  ['Refunds take up to 5 business days.', 'Refunds take at most 5 business days.'],
  ['Go to Settings > Security and turn off Single sign-on.', 'In Settings > Security, turn off Single sign-on.'],
  ['What is your order number?', 'What is your order number?'],
  ['Could you give me your order number please?', 'Could you give your order number?'],
  ['Your refund of … arrives within … days.', 'Your refund of … arrives within … days.'],
  ['The monthly plan costs $12 per user.', 'The monthly plan costs $12 per user.'],
  ['Open https://help.shiftloom.example/a/9 first.', 'Open https://help.shiftloom.example/a/9 first.'],
];

const OTHER: [what: string, original: string, said: string][] = [
  ['a word nobody said', 'The reset link is valid for 30 minutes.', 'The wombat reset link is valid for 30 minutes.'],
  ['another number', 'The reset link is valid for 30 minutes.', 'The reset link is valid for 60 minutes.'],
  ['a number in words', 'The reset link is valid for 30 minutes.', 'The reset link is valid for thirty minutes.'],
  ['another unit', 'The reset link is valid for 30 minutes.', 'The reset link is valid for 30 hours.'],
  ['no number', 'The reset link is valid for 30 minutes.', 'The reset link is valid for minutes.'],
  ['one number more', 'The reset link is valid for 30 minutes.', 'The 2 reset link is valid for 30 minutes.'],
  ['no bound', 'You can add up to 5 users.', 'You can add 5 users.'],
  ['the other bound', 'You can add up to 5 users.', 'You can add at least 5 users.'],
  ['another price', 'The plan costs $12 per user.', 'The plan costs $2 per user.'],
  ['another currency', 'The plan costs $12 per user.', 'The plan costs €12 per user.'],
  ['another version', 'This works from version 5.12 on.', 'This works from version 5.2 on.'],
  ['a negation more', 'You can export the calendar.', 'You can not export the calendar.'],
  ['a negation less', 'Do not share the code with anyone.', 'Share the code with anyone.'],
  ['on for off', 'Turn off Single sign-on first.', 'Turn on Single sign-on first.'],
  ['in for out', 'Sign out of the planner and try again.', 'Sign in of the planner and try again.'],
  ['before for after', 'Save the file before you close it.', 'Save the file after you close it.'],
  ['no condition', 'If the link has expired, request a new one.', 'Request a new link expired.'],
  ['another condition', 'Unless you are an owner, request access.', 'If you are an owner, request access.'],
  ['only gone', 'Only owners can delete a team.', 'Owners can delete a team.'],
  ['a duty', 'You can export the calendar.', 'You must export the calendar.'],
  ['an option made a step', 'You may optionally add a note.', 'Add a note.'],
  ['another label', 'Click Forgot password to start.', 'Click Delete account to start.'],
  ['a label cut', 'Click "Reset all" to start.', 'Click "Reset" to start.'],
  ['who acts', 'We will send you the code.', 'Send us the code.'],
  ['our act told as a step', 'We will send you the code.', 'Send the code.'],
  ['we for you', 'You can reset the code.', 'We can reset the code.'],
  ['an address', 'Open the export page.', 'Open the export page at https://evil.example/x.'],
  ['a bare host', 'Open the export page.', 'Open the export page evil.example.'],
  ['a mail address', 'Open the export page.', 'Open the export page a@b.example.'],
  ['a phone number', 'Open the export page.', 'Open the export page +1 415 555 0132.'],
  ['a tag', 'Open the export page.', 'Open the <b>export</b> page.'],
  ['markdown', 'Open the export page.', 'Open the **export** page.'],
  ['a placeholder', 'Open the export page.', 'Open the {{export}} page.'],
  ['an invisible sign', 'Open the export page.', 'Open the ex\u200bport page.'],
  ['a sign that turns text round', 'Open the export page.', '\u202eOpen the export page.'],
  ['a look-alike letter', 'Open the export page.', 'Open the ехроrt page.'],
  ['a filled slot', 'Your refund of … arrives soon.', 'Your refund of money arrives soon.'],
  ['a question made a statement', 'Is your browser up to date?', 'Your browser is up to date.'],
  ['too little', 'Open Settings, choose Members and click Resend next to the invite.', 'Open Settings.'],
  ['the same over and over', 'Open the page.', 'Open the page. '.repeat(20)],
  ['nothing', 'Open the page.', ' '],
];

describe('a sentence of a model', () => {
  it.each(SAME)('stands where it says the same: %s', (original, said) => {
    expect(worded(original, said)).toBe(said);
  });

  it.each(OTHER)('is cut where it has %s', (_, original, said) => {
    expect(worded(original, said)).toBe('BUILTIN');
  });

  it('is cut where it cites no quote that says the builtin statement', () => {
    expect(worded('Open the page.', 'Open the page.', 'Open the page.', [])).toBe('BUILTIN');
    expect(worded('Open the page.', 'Open the page.', 'Open the page.', [2, -1, 0.5, Number.NaN])).toBe('BUILTIN');
    expect(worded('Open the page.', 'Open the page.', 'Reset a password.', [1])).toBe('BUILTIN');
  });

  it('is cut from a statement whose other sentence stands', () => {
    const original = 'Open the export page.';
    expect(worded(original, `${original} The wombat plan is free.`)).toBe(original);
  });

  it('does not fill a slot with what one customer was told', () => {
    const original = 'Your refund to … is on its way.';
    const like = 'Your refund to Brenda Cole is on its way.';
    expect(worded(original, 'Your refund to Brenda Cole is on its way.', like)).toBe('BUILTIN');
  });
});

const repeat = ({ fix, base }: { fix: Fix; base: { bodyHtml: string } | null }): Rewording => ({
  title: fix.title,
  statements: statementsOf(fix.bodyHtml, base?.bodyHtml ?? null, fix.evidence).map(({ text, support }) => ({
    text,
    quoteIndexes: support,
  })),
});

describe('a rewording', () => {
  it('that repeats the builtin draft is the builtin draft', () => {
    for (const draft of DRAFTS) {
      const { fix, isReworded, cut } = ground(draft.fix, repeat(draft), draft.fix.evidence, draft.base);
      expect([fix, isReworded, cut]).toEqual([draft.fix, true, []]);
    }
  });

  it('keeps the builtin order, whatever order it comes in', () => {
    const rewording = repeat(EXPORT);
    const turned = { ...rewording, statements: rewording.statements.toReversed() };
    expect(ground(EXPORT.fix, turned, EXPORT.fix.evidence, null).fix.bodyHtml).toBe(EXPORT.fix.bodyHtml);
  });

  it('stands with four of five statements, the builtin one in the place of the fifth, and not with three', () => {
    const { title, statements } = repeat(EXPORT);
    const said = statements.map((s) => ({ ...s, text: s.text.replace('Open Settings', 'Go to Settings') }));
    const four = ground(EXPORT.fix, { title, statements: said.slice(0, 4) }, EXPORT.fix.evidence, null);
    expect(four.isReworded).toBe(true);
    expect(four.fix.bodyHtml).toBe(EXPORT.fix.bodyHtml.replace('Open Settings', 'Go to Settings'));
    const three = ground(EXPORT.fix, { title, statements: said.slice(0, 3) }, EXPORT.fix.evidence, null);
    expect([three.fix, three.isReworded, three.covered, three.of]).toEqual([EXPORT.fix, false, 3, 5]);
  });

  it('says each statement once', () => {
    const { title, statements } = repeat(EXPORT);
    const twice = ground(EXPORT.fix, { title, statements: [...statements, ...statements] }, EXPORT.fix.evidence, null);
    expect(twice.fix.bodyHtml).toBe(EXPORT.fix.bodyHtml);
    expect(twice.cut).toHaveLength(statements.length);
  });

  it('of a patch changes the patched sentence alone and never the title', () => {
    const text = 'You can now export up to 2,000 shifts at once.';
    const rewording = { title: 'Exports without limit', statements: [{ text, quoteIndexes: [1] }] };
    const { fix, isReworded } = ground(LIMIT.fix, rewording, LIMIT.fix.evidence, LIMIT.base);
    expect(isReworded).toBe(true);
    expect(fix).toEqual({ ...LIMIT.fix, bodyHtml: LIMIT.fix.bodyHtml.replace('You can export', 'You can now export') });
  });

  it('changes nothing but title and body, whatever else the object holds', () => {
    const extra = { ...repeat(RESET), confidence: 1, category: 'x', kind: 'terms', openQuestions: ['x'], terms: ['x'] };
    expect(ground(RESET.fix, extra, RESET.fix.evidence, null).fix).toEqual(RESET.fix);
  });

  it('of nothing leaves the builtin draft', () => {
    const none: Quote[] = [];
    const nothing = { title: '', statements: [] };
    expect(ground(RESET.fix, nothing, none, null).fix).toBe(RESET.fix);
    const empty = { ...RESET.fix, bodyHtml: '' };
    expect(ground(empty, nothing, RESET.fix.evidence, null).fix).toBe(empty);
    expect(ground({ ...RESET.fix, kind: 'terms' }, repeat(RESET), RESET.fix.evidence, null).fix.kind).toBe('terms');
  });
});

describe('a title', () => {
  const sources = ['The reset link is valid for … minutes.', 'Check your spam folder.'];
  it.each([
    ['Reset your password by email link', 'Reset your password by email link'],
    ['Password reset link', 'Password reset link'],
    ['Reset your password for free', 'reset password link email'],
    ['Delete your account', 'reset password link email'],
    ['Do not reset password link', 'reset password link email'],
    ['Reset password link evil.example', 'reset password link email'],
    ['Reset password link <b>', 'reset password link email'],
    ['Reset password link in 30 minutes', 'reset password link email'],
    ['Spam folder', 'reset password link email'],
    ['', 'reset password link email'],
  ])('%s', (proposed, stands) => {
    expect(groundTitle('reset password link email', proposed, sources)).toBe(stands);
  });

  it('stays as sensitive as it was', () => {
    expect(groundTitle('refund order invoice', 'Order', ['order'])).toBe('refund order invoice');
  });
});
