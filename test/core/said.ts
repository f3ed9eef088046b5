import type { Conversation, Turn } from '../../shared/conversation.ts';
import type { Desk } from '../../worker/core/conversation/prepare.ts';
import type { SignalInput } from '../../worker/core/signals/signals.ts';

/** A desk of this locale of whose articles nothing is known. */
export const desk = (locale: string): Desk => ({ locale, languages: [], named: [] });

export const START = Date.UTC(2026, 0, 5, 8);

/** A solved English conversation from lines such as `c: how do I …`, `a: …` (agent), `a2: …` (another), `b: …` (bot). */
export function said(lines: string[], more: Partial<Conversation> = {}): Conversation {
  const turns = lines.map((line, i): Turn => {
    const [, who = 'c', text = ''] = /^(\w+): ([\s\S]*)$/.exec(line) ?? [];
    const author = who.startsWith('c') ? 'customer' : who.startsWith('a') ? 'agent' : 'bot';
    return { id: `t${i + 1}`, author, personId: author === 'bot' ? null : who, text, at: START + i * 60_000 };
  });
  return {
    id: '1',
    subject: '',
    channel: 'email',
    state: 'solved',
    requesterId: 'c',
    organizationId: null,
    language: 'en',
    brand: null,
    createdAt: START,
    updatedAt: START + lines.length * 60_000,
    segment: {},
    turns,
    ...more,
  };
}

/** The input of signals for a conversation about which nothing else is known and that an article covers. */
export function inputOf(conversation: Conversation, more: Partial<SignalInput> = {}): SignalInput {
  return {
    conversation,
    facts: { handovers: 0, reopenedAt: [], rating: null, tags: [] },
    suggestedArticleIds: [],
    linkedArticleIds: [],
    coverage: 0.9,
    issueId: null,
    articleId: null,
    earlier: [],
    flags: [],
    ...more,
  };
}
