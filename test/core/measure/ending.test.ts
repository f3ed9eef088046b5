import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../shared/conversation.ts';
import type { Ending } from '../../../shared/measure/ending.ts';
import type { Signal, SignalKind } from '../../../shared/signal.ts';
import { type EndingFacts, type EndingLesson, endingOf } from '../../../worker/core/measure/ending.ts';
import { aConversation } from '../../contracts/examples.ts';

const turn = (author: Turn['author'], text: string, at: number): Turn => ({
  ...{ id: `${at}`, author, text, at },
  personId: author === 'bot' ? null : author,
});
const asked = turn('customer', 'How do I export my calendar to a file?', 1_000);
const answered = turn('agent', 'Open Settings and choose Export. The file is sent to you by mail.', 61_000);
const byBot = turn('bot', 'You can export it in the settings.', 2_000);

const facts: EndingFacts = { solvedAt: 90_000, reopenedAt: [], handovers: 0, rating: null };
const lesson: EndingLesson = {
  ...{ issueId: 'i', articleId: null, diagnosis: 'none', signals: [], wasAdvised: false, done: [] },
};
const signal = (kind: SignalKind, turnIds: string[] = []): Signal => ({ kind, at: 1, turnIds });

const ended = (
  turns: Turn[],
  more: { facts?: Partial<EndingFacts>; lesson?: Partial<EndingLesson>; subject?: string } = {},
): Ending =>
  endingOf(
    aConversation('c', { turns, createdAt: 1_000, subject: more.subject ?? 'Export' }),
    { ...facts, ...more.facts },
    { ...lesson, ...more.lesson },
  );
const inserted = (text: string) => ({ input: { kind: 'inserted' as const, replyId: 'r', text } });

describe('how a conversation ended', () => {
  it('says who answered it, a person before all others', () => {
    const reply = inserted(byBot.text);
    expect(ended([asked, answered]).solvedBy).toBe('person');
    expect(ended([asked, byBot]).solvedBy).toBe('bot');
    expect(ended([asked, byBot], { lesson: { done: [reply] } }).solvedBy).toBe('mend');
    expect(ended([asked, byBot, answered]).solvedBy).toBe('person');
    expect(ended([asked]).solvedBy).toBe('nobody');
  });

  it('measures the first reply from the opening, and by whom it was', () => {
    expect(ended([asked, byBot, answered])).toMatchObject({ firstReplyMs: 1_000, firstReplyBy: 'bot' });
    expect(ended([asked])).toMatchObject({ firstReplyMs: null, firstReplyBy: null });
  });

  it('counts stretches, not messages', () => {
    const more = turn('customer', 'And to paper?', 1_500);
    const again = turn('customer', 'The file is empty.', 70_000);
    const last = turn('agent', 'Choose a longer span of time.', 80_000);
    expect(ended([asked, more, answered, again, last])).toMatchObject({ customerRuns: 2, touches: 2 });
  });

  it('reads the last word where nobody rates', () => {
    const lastWordAfter = (text: string) => ended([asked, answered, turn('customer', text, 70_000)]).lastWord;
    expect(lastWordAfter('Thank you!')).toBe('thanked');
    expect(lastWordAfter('Vielen Dank!')).toBe('thanked');
    expect(lastWordAfter('This is ridiculous, you are not listening.')).toBe('displeased');
    expect(lastWordAfter('It says that the folder does not exist.')).toBe('said_more');
    expect(ended([asked, answered]).lastWord).toBe('silent');
  });

  it('gives the reason it had to go to somebody else: who asked, what must, why knowledge failed', () => {
    const reason = (more: Partial<EndingLesson>, subject?: string) =>
      ended([asked, answered], { lesson: more, ...(subject ? { subject } : {}) }).escalation;
    const escalation = signal('escalation');
    expect(reason({})).toBeNull();
    expect(reason({ signals: [signal('escalation', ['1000'])], diagnosis: 'missing' })).toBe('asked');
    expect(reason({ signals: [escalation], diagnosis: 'missing' }, 'Wrong invoice')).toBe('sensitive');
    expect(reason({ signals: [escalation], diagnosis: 'missing' })).toBe('no_article');
    expect(reason({ signals: [escalation], diagnosis: 'outdated' })).toBe('article_wrong');
    expect(reason({ signals: [escalation], diagnosis: 'product_bug' })).toBe('product_defect');
    expect(reason({ signals: [escalation], diagnosis: 'needs_action' })).toBe('permission');
    expect(reason({ signals: [signal('bot_answer_failed')] })).toBe('unsure');
    expect(reason({ signals: [escalation] })).toBe('unknown');
  });

  it('says what opened it again: thanks, displeasure, more to say, or the staff without a word of the customer', () => {
    const reopenedBy = (text: string) =>
      ended([asked, answered, turn('customer', text, 100_000)], { facts: { reopenedAt: [100_500] } }).reopenReason;
    expect(reopenedBy('Thank you!')).toBe('thanked');
    expect(reopenedBy('This is ridiculous, you are not listening.')).toBe('displeased');
    expect(reopenedBy('The file is empty.')).toBe('said_more');
    expect(ended([asked, answered], { facts: { reopenedAt: [900_000] } }).reopenReason).toBe('staff');
    expect(ended([asked, answered]).reopenReason).toBeNull();
  });

  it('says whether an agent who searched sent what was found', () => {
    const searched = { input: { kind: 'searched' as const } };
    const linked = { input: { kind: 'linked' as const, articleId: '7' } };
    expect(ended([asked, answered]).search).toBeNull();
    expect(ended([asked, answered], { lesson: { done: [searched] } }).search).toBe('not_found');
    expect(ended([asked, answered], { lesson: { done: [searched, linked] } }).search).toBe('found');
  });

  it('says how much of an inserted reply was sent', () => {
    const whole = inserted(answered.text);
    const half = inserted(`${answered.text}\nIt can take an hour until it is there for you.`);
    const none = inserted('Write to us by mail and we will send you the export.');
    const advice = (done: EndingLesson['done'], wasAdvised = true) => {
      const { advice: use, kept } = ended([asked, answered], { lesson: { done, wasAdvised } });
      return [use, kept];
    };
    expect(advice([whole])).toEqual(['inserted', 1]);
    expect(advice([half])).toEqual(['edited', 2 / 3]);
    expect(advice([none])).toEqual(['suggested', 0]);
    expect(advice([])).toEqual(['suggested', null]);
    expect(advice([], false)).toEqual(['none', null]);
  });

  it('says what the customer had tried before', () => {
    const link = turn('customer', 'I read https://acme.zendesk.com/hc/en-us/articles/77 and it fails.', 1_000);
    const botAnswer = { at: 2_000, turnIds: ['2000'], sourceUrls: [], hasFailed: true };
    expect(ended([asked, answered]).tried).toBe('nothing_seen');
    expect(ended([link, answered]).tried).toBe('article');
    expect(ended([asked, answered], { lesson: { signals: [signal('failed_search')] } }).tried).toBe('search');
    expect(ended([link, byBot, answered], { facts: { botAnswer } }).tried).toBe('bot');
  });

  it('holds no word of the conversation', () => {
    const said = JSON.stringify(ended([asked, answered], { lesson: { done: [inserted(answered.text)] } }));
    for (const word of ['export', 'Export', 'calendar', 'Settings']) expect(said).not.toContain(word);
  });
});
