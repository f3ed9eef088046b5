import { describe, expect, it } from 'vitest';
import type { OutcomeInput } from '../../../shared/advice.ts';
import type { Turn } from '../../../shared/conversation.ts';
import { flagsOf } from '../../../worker/core/advice/flags.ts';

const sent = (text: string): Turn[] => [{ id: '1', author: 'agent', personId: 'a', text, at: 5 }];
const inserted: OutcomeInput = { kind: 'inserted', replyId: 'r', text: 'Open the desk.\nChoose the label.' };
const linked: OutcomeInput = { kind: 'linked', articleId: '7' };
const answered = (answer: 'yes' | 'no'): OutcomeInput => ({
  kind: 'answered',
  questionId: 'q',
  question: 'article_helped',
  subject: { articleId: '7', line: null, gapId: null },
  text: 'Send a parcel',
  answer,
});

describe('what was done with advice is a signal', () => {
  it.each<[string, OutcomeInput, Turn[], string[], string | null]>([
    ['a reply sent as it was inserted', inserted, sent('Hello!\nOpen the desk. Choose the label.\nBye'), [], null],
    ['a reply sent in part', inserted, sent('Open the desk.'), [], 'suggestion_edited'],
    ['a reply taken out again', inserted, sent('I will call you.'), [], 'suggestion_rejected'],
    ['an article that was suggested', linked, [], ['7'], null],
    ['another article than suggested', linked, [], ['8'], 'suggestion_rejected'],
    ['an answer that it helped', answered('yes'), [], ['7'], null],
    ['an answer that it did not', answered('no'), [], ['7'], 'suggestion_rejected'],
    ['a flag', { kind: 'flagged', articleId: '7', line: null, reason: 'old' }, [], [], 'agent_flag'],
    ['that it was shown', { kind: 'shown', questionId: null }, [], [], null],
  ])('%s', (_, input, turns, suggested, kind) => {
    expect(flagsOf([{ at: 9, input }], turns, suggested)).toEqual(kind === null ? [] : [{ kind, at: 9 }]);
  });
});
