import { describe, expect, it } from 'vitest';
import type { SignalKind } from '../../../shared/signal.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { type SignalInput, signalsOf } from '../../../worker/core/signals/signals.ts';
import { inputOf, START, said } from '../said.ts';

function kinds(lines: string[], more: Partial<SignalInput> = {}): SignalKind[] {
  return signalsOf(inputOf(said(lines), more)).map((signal) => signal.kind);
}
const ANSWER = 'a: Open the settings page and choose the export tab at the bottom.';

describe('rephrase', () => {
  it.each([
    [
      'asks again in other words',
      [
        'c: How can I export my monthly report to a spreadsheet?',
        ANSWER,
        'c: I mean, where do I get the report as a spreadsheet file?',
      ],
    ],
    [
      'asks again with nothing new',
      ['c: I want to export the yearly usage report, how?', ANSWER, 'c: So how to get the yearly usage report?'],
    ],
    [
      'says that it still does not go',
      [
        'c: The invoice export fails with error 500',
        'b: Please clear your browser cache and sign in again.',
        'c: The export of my invoice still does not work',
      ],
    ],
  ])('is shown when the customer %s', (_, lines) => {
    expect(signalsOf(inputOf(said(lines)))).toContainEqual({
      kind: 'rephrase',
      at: START + 120_000,
      turnIds: ['t1', 't3'],
    });
  });
  it.each([
    [
      'the identical message is sent twice',
      ['c: How can I export my report?', ANSWER, 'c: How can I export my report?'],
    ],
    [
      'nothing was answered between',
      ['c: How can I export my monthly report?', 'c: I mean the monthly report export, where is it?'],
    ],
    [
      'only a question stands between',
      [
        'c: How can I export my monthly report?',
        'a: Hello! Which report do you want to export?',
        'c: I want to export the monthly report',
      ],
    ],
    [
      'only courtesy stands between',
      [
        'c: How can I export my monthly report?',
        'a: Hi Sam, thanks for contacting our friendly support team.',
        'c: So how do I export that report?',
      ],
    ],
    [
      'a new topic comes up',
      ['c: How can I export my monthly report?', ANSWER, 'c: And how do I invite a colleague to the workspace?'],
    ],
    [
      'the customer is content',
      ['c: How can I export my monthly report?', ANSWER, 'c: Thanks, exporting the monthly report works now'],
    ],
    [
      'the customer gives what was asked for',
      [
        'c: I cannot export my monthly report',
        'a: I can look into it. Which account number is it?',
        'c: It is account 4711',
      ],
    ],
    [
      'the same is asked of another thing',
      [
        'c: Where do I find the opening hours of the north office?',
        ANSWER,
        'c: Where do I find the opening hours of the south office?',
      ],
    ],
    [
      'the customer wants something else',
      [
        'c: How do I export the monthly report?',
        ANSWER,
        'c: Actually, what about the monthly report export to PDF instead?',
      ],
    ],
    [
      'a detail is asked for',
      ['c: I need to export the monthly report of the Berlin office', ANSWER, 'c: Is the Berlin office in it?'],
    ],
    ['there are too few words', ['c: export?', ANSWER, 'c: export!']],
  ])('is not shown when %s', (_, lines) => {
    expect(kinds(lines)).not.toContain('rephrase');
  });
});

describe('escalation', () => {
  it.each([
    ['c: I want to speak to a manager, please.'],
    ['c: Please connect me with a real person'],
    ['c: Can you escalate this?'],
    ["c: I'd like to talk to your supervisor"],
    ['a: I have escalated this to our engineering team.'],
    ["a: I'm passing this on to our billing team"],
    ['b: I will transfer you to a colleague.'],
  ])('is shown by %j', (line) => {
    expect(kinds([line])).toContain('escalation');
  });
  it.each([
    ['c: How do I make somebody else a manager of my workspace?'],
    ['c: There is no need to escalate this.'],
    ["c: I don't want to speak to a manager, I just want the export."],
    ['c: The manual says "speak to a manager" but there is no such button'],
    ['c: How do escalation rules work?'],
    ['a: You can transfer the ticket to another team in the sidebar.'],
    ['a: I would not escalate it.'],
  ])('is not shown by %j', (line) => {
    expect(kinds([line])).not.toContain('escalation');
  });
  it.each([
    ['one handover and two voices', 1, ['c: x', 'a: y', 'a2: z'], true],
    ['a bot that handed over', 1, ['c: x', 'b: y', 'a: z'], true],
    ['two handovers', 2, ['c: x', 'a: y'], true],
    ['a handover before the only voice', 1, ['c: x', 'a: y'], false],
    ['no handover', 0, ['c: x', 'a: y', 'a2: z'], false],
  ])('counts handovers: %s', (_, handovers, lines, expected) => {
    const facts = { handovers, reopenedAt: [], rating: null, tags: [] };
    expect(kinds(lines, { facts }).includes('escalation')).toBe(expected);
  });
});

describe('frustration', () => {
  it.each([
    ['This is ridiculous, I have been waiting since Monday.'],
    ['What a waste of time.'],
    ['I am very disappointed with this'],
    ['Worst support ever, honestly the worst service'],
    ["That didn't answer my question"],
    ['I already told you that!!!'],
    ['STILL WAITING FOR ANY ANSWER HERE'],
    ['Your app is useless'],
  ])('is shown by %j', (text) => {
    expect(kinds([`c: ${text}`])).toContain('frustration');
  });
  it.each([
    ["I'm not frustrated at all, take your time."],
    ['It is no longer annoying!!'],
    ['PLEASE SEND THE INVOICE TODAY'],
    ['Help!!!'],
    ['I get ERR_CONNECTION_REFUSED and HTTP 500 from the API'],
    ['The page says "this is ridiculous" in the sample text'],
    ['What happens in the worst case?'],
    ['Not a terrible experience'],
    ["I'm terribly sorry to bother you again"],
    ['Which of the two plans is the better one?'],
  ])('is not shown by %j', (text) => {
    expect(kinds([`c: ${text}`])).not.toContain('frustration');
  });
  it('is the customer’s, not the agent’s', () => {
    expect(kinds(['a: I understand how frustrating and ridiculous this is!!!'])).not.toContain('frustration');
  });
  it('is read in English only', () => {
    expect(signalsOf(inputOf(said(['c: This is ridiculous'], { language: 'de' })))).toEqual([]);
  });
});

describe('low_confidence', () => {
  it.each([
    ["I'm not sure whether that is possible."],
    ['I think it is under Settings.'],
    ['I believe you can do that on the Pro plan.'],
    ['Let me check with my team.'],
    ["I'll need to confirm this with our engineers."],
    ["I don't know why it does that."],
    ['As far as I know, no.'],
    ['We are not entirely certain yet.'],
    ["I couldn't find any documentation about this."],
  ])('is shown when an agent says %j', (text) => {
    expect(kinds(['c: Where is it?', `a: ${text}`])).toContain('low_confidence');
  });
  it.each([
    ['Let me check your account.'],
    ["If you're not sure which plan you have, open Billing."],
    ['Are you not sure which plan you have?'],
    ["I don't know your name yet, may I ask for it?"],
    ['Make sure that the box is ticked.'],
    ["I think we're all set here."],
    ['You can export it under Settings.'],
    ['I will check the status of the order.'],
  ])('is not shown when an agent says %j', (text) => {
    expect(kinds(['c: Where is it?', `a: ${text}`])).not.toContain('low_confidence');
  });
  it('is the agent’s, and also that of a bot that did not understand', () => {
    expect(kinds(["c: I'm not sure whether that works"])).not.toContain('low_confidence');
    expect(kinds(["b: Sorry, I didn't quite get that."])).toContain('low_confidence');
    expect(kinds(["a: I didn't get that file."])).not.toContain('low_confidence');
  });
});

describe('stated signals', () => {
  const earlier = (at: number, issueId: string | null, articleId: string | null = null) => [{ at, issueId, articleId }];
  it.each([
    ['the same issue three days ago', { issueId: 'i', earlier: earlier(START - 3 * DAY_MS, 'i') }, true],
    ['the same article six days ago', { articleId: 'a', earlier: earlier(START - 6 * DAY_MS, null, 'a') }, true],
    ['eight days ago', { issueId: 'i', earlier: earlier(START - 8 * DAY_MS, 'i') }, false],
    ['another issue', { issueId: 'i', earlier: earlier(START - DAY_MS, 'j') }, false],
    ['issues that are both unknown', { issueId: null, earlier: earlier(START - DAY_MS, null) }, false],
    ['a later one', { issueId: 'i', earlier: earlier(START + DAY_MS, 'i') }, false],
  ])('repeat_contact: %s', (_, more, expected) => {
    expect(kinds(['c: x'], more).includes('repeat_contact')).toBe(expected);
  });

  it.each([
    ['no article is known', ['c: x', 'a: y'], { coverage: null }, true],
    ['none covers it', ['c: x', 'a: y'], { coverage: 0.2 }, true],
    ['one covers it', ['c: x', 'a: y'], { coverage: 0.8 }, false],
    ['an agent linked one', ['c: x', 'a: y'], { coverage: 0.2, linkedArticleIds: ['a'] }, false],
    ['no agent solved it', ['c: x', 'b: y'], { coverage: 0.2 }, false],
  ])('solved_without_article: %s', (_, lines, more, expected) => {
    expect(kinds(lines, more).includes('solved_without_article')).toBe(expected);
  });
  it('is not solved without an article while it is open', () => {
    const open = said(['c: x', 'a: y'], { state: 'open' });
    expect(signalsOf(inputOf(open, { coverage: 0 }))).toEqual([]);
  });

  it('reads rating, reopening and tags from the helpdesk', () => {
    const facts = {
      handovers: 0,
      reopenedAt: [START + 5, START + 9],
      rating: 'bad' as const,
      tags: ['VIP', 'Knowledge-Gap'],
    };
    expect(signalsOf(inputOf(said(['c: x']), { facts }))).toEqual([
      { kind: 'reopen', at: START + 9, turnIds: [] },
      { kind: 'agent_flag', at: START + 60_000, turnIds: [] },
      { kind: 'bad_rating', at: START + 60_000, turnIds: [] },
    ]);
  });

  it('takes feedback once a kind, at its first time', () => {
    const flags = [
      { kind: 'suggestion_edited' as const, at: 9 },
      { kind: 'suggestion_edited' as const, at: 5 },
      { kind: 'failed_search' as const, at: 7 },
    ];
    expect(signalsOf(inputOf(said(['c: x']), { flags }))).toEqual([
      { kind: 'suggestion_edited', at: 5, turnIds: [] },
      { kind: 'failed_search', at: 7, turnIds: [] },
    ]);
  });

  it.each([
    ['another article was linked', ['a', 'b'], ['c'], true],
    ['one of them was linked', ['a', 'b'], ['b', 'c'], false],
    ['none was linked', ['a', 'b'], [], false],
    ['none was suggested', [], ['c'], false],
  ])('suggestion_rejected: %s', (_, suggestedArticleIds, linkedArticleIds, expected) => {
    expect(kinds(['c: x'], { suggestedArticleIds, linkedArticleIds }).includes('suggestion_rejected')).toBe(expected);
  });
});

describe('bounds', () => {
  it('a quarrel of a thousand turns is one signal a kind and names eight turns', () => {
    const lines = Array.from({ length: 1_000 }, (_, i) =>
      i % 2 ? ANSWER : `c: This export of report ${i} is ridiculous`,
    );
    const signals = signalsOf(inputOf(said(lines)));
    expect(new Set(signals.map((signal) => signal.kind)).size).toBe(signals.length);
    expect(Math.max(...signals.map((signal) => signal.turnIds.length))).toBe(8);
  });
  it.each([
    ['nothing', []],
    ['emoji', ['c: 🤖🔥', 'a: 👍']],
    ['64 KB of one letter', [`c: ${'a'.repeat(65_536)}`, `a: ${'i think '.repeat(8_000)}`]],
    ['64 KB of marks', [`c: ${'!?'.repeat(32_768)}`, `a: ${'"'.repeat(65_536)}`]],
  ])('reads %s without error in little time', (_, lines) => {
    const begun = performance.now();
    signalsOf(inputOf(said(lines)));
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
