import { describe, expect, it } from 'vitest';
import { whyUnproved } from '../../../worker/core/grounding/sentence.ts';
import { statementsOf } from '../../../worker/core/grounding/statements.ts';
import { groundTitle } from '../../../worker/core/grounding/title.ts';
import { writingOf } from '../../../worker/core/language/writing-of.ts';
import { newArticle } from '../../models/drafts.ts';

const NONE: ReadonlySet<string> = new Set();

/** Why a sentence doesn't stand for statements that agents made, each in two conversations. */
function whyNot(
  said: string,
  originals: string[],
  { language = 'en', says = originals.map((_, i) => i), decided = NONE } = {},
) {
  const { fix } = newArticle(
    'a title',
    originals.map((text) => [text, text]),
  );
  const listed = statementsOf(fix.bodyHtml, null, fix.evidence);
  const statements = originals.map((text) => listed.find((one) => one.text === text)!);
  return whyUnproved(said, says, { statements, logic: writingOf(language)?.logic ?? null, decided });
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
  [
    'its parts turned round',
    'Turn on Public link before you copy the address.',
    'Copy the address before you turn on Public link.',
  ],
  ['roles swapped', 'Refunds arrive within 30 days of delivery.', 'Delivery arrives within 30 days of refunds.'],
  [
    'values swapped',
    'Basic allows 10 users and Pro allows 50 users.',
    'Basic allows 50 users and Pro allows 10 users.',
  ],
  [
    'values swapped between commas',
    'On Basic, 10 users, on Pro, 50 users are allowed.',
    'On Basic, 50 users, on Pro, 10 users are allowed.',
  ],
  ['from and to swapped', 'Move the plan from Drafts to Archive.', 'Move the plan to Drafts from Archive.'],
  ['whom it holds for left out', 'Exports for owners are sent by email.', 'Exports are sent by email.'],
  ['how much left out', 'Some plans include exports.', 'Plans include exports.'],
  ['about left out', 'The export takes about 30 minutes.', 'The export takes 30 minutes.'],
  ['how often left out', 'The feed updates every 30 minutes.', 'The feed updates 30 minutes.'],
  ['once left out', 'The code can be used once.', 'The code can be used.'],
  ['a step more', 'Open Settings.', 'Open Settings and click Save.'],
  ['the steps turned round', 'Open Settings and choose Members.', 'Choose Members and open Settings.'],
  ['another thing to press', 'Click Export.', 'Open Export.'],
  ['a person', 'Ask your manager to approve it.', 'Ask your manager Mallory to approve it.'],
];

describe('a sentence that says one statement', () => {
  it.each(SAME)('stands where it says the same: %s', (original, said) => {
    expect(whyNot(said, [original])).toBeNull();
  });

  it.each(OTHER)('is cut where it has %s', (_, original, said) => {
    expect(whyNot(said, [original])).not.toBeNull();
  });

  it('is cut where it says no statement that was given', () => {
    for (const says of [[], [1], [-1], [0.5], [Number.NaN], [0, 7]])
      expect(whyNot('Open the page.', ['Open the page.'], { says })).not.toBeNull();
  });

  it('that a person decided on stands as it is', () => {
    const original = 'You can just export 500 shifts at once.';
    const decided = new Set([original]);
    expect(whyNot('You can export 500 shifts at once.', [original])).toBeNull();
    expect(whyNot('You can export 500 shifts at once.', [original], { decided })).not.toBeNull();
    expect(whyNot(original, [original], { decided })).toBeNull();
  });

  it('stands as it is in a language whose logic is not known', () => {
    const original = '設定を開いてください。';
    expect(whyNot(original, [original], { language: 'ja' })).toBeNull();
    expect(whyNot('設定を開く。', [original], { language: 'ja' })).not.toBeNull();
  });
});

const FUSED: [originals: string[], said: string][] = [
  [
    ['The link is valid for 30 minutes.', 'The link can be used twice.'],
    'The link is valid for 30 minutes and can be used twice.',
  ],
  [['Open Settings.', 'Choose Calendar feeds.'], 'Open Settings and choose Calendar feeds.'],
  [['The link works twice.', 'Exports are sent by email.'], 'Exports are sent by email; the link works twice.'],
  [
    ['If you use Outlook, open Rules.', 'If you use Outlook, delete the filter.'],
    'If you use Outlook, open Rules and delete the filter.',
  ],
];

const MISFUSED: [what: string, originals: string[], said: string][] = [
  [
    'values swapped',
    ['The link is valid for 30 minutes.', 'The export is sent in 2 hours.'],
    'The link is valid for 2 hours and the export is sent in 30 minutes.',
  ],
  [
    'a condition spread',
    ['If you use Outlook, open Rules.', 'Delete the filter.'],
    'If you use Outlook, open Rules and delete the filter.',
  ],
  [
    'a condition lost',
    ['If you use Outlook, open Rules.', 'If you use Outlook, delete the filter.'],
    'Open Rules and delete the filter.',
  ],
  [
    'a denial spread',
    ['You cannot export the plan.', 'You can print the list.'],
    'You cannot export the plan and print the list.',
  ],
  [
    'a denial beside a narrowing',
    ['You cannot export the plan.', 'Only print the list.'],
    'You cannot export the plan and only print the list.',
  ],
  ['another who acts', ['We send the code.', 'Enter the code.'], 'We send the code and enter the code.'],
  ['one statement unsaid', ['Open Settings.', 'Choose Calendar feeds.'], 'Open Settings.'],
  [
    'a part more',
    ['Open Settings.', 'Choose Calendar feeds.'],
    'Open Settings, choose Calendar feeds and restart the app.',
  ],
  ['names swapped', ['Owners see Billing.', 'Members see Reports.'], 'Owners see Reports and members see Billing.'],
];

describe('a sentence that says several statements', () => {
  it.each(FUSED)('stands where its parts say them: %j', (originals, said) => {
    expect(whyNot(said, originals)).toBeNull();
  });

  it.each(MISFUSED)('is cut where it has %s', (_, originals, said) => {
    expect(whyNot(said, originals)).not.toBeNull();
  });
});

describe('a title', () => {
  const ENGLISH = writingOf('en')!.logic;
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
    expect(groundTitle('reset password link email', proposed, sources, ENGLISH)).toBe(stands);
  });

  it('stays as sensitive as it was', () => {
    expect(groundTitle('refund order invoice', 'Order', ['order'], ENGLISH)).toBe('refund order invoice');
  });
});
