import { describe, expect, it } from 'vitest';
import type { Saying } from '../../../worker/core/acts/statements.ts';
import { inSaidOrder } from '../../../worker/core/drafts/said-order.ts';
import { isTalk } from '../../../worker/core/text/sentences.ts';

/** Statements by name, each with its place in the conversations that hold it. */
function items(conversations: Record<string, string>, order: string) {
  return [...order].map((name) => ({
    name,
    said: Object.entries(conversations).flatMap(([conversationId, said]): Saying[] =>
      said.includes(name)
        ? [{ quote: { conversationId, turnId: '1', quote: name }, masked: name, names: [], place: said.indexOf(name) }]
        : [],
    ),
  }));
}
const ordered = (conversations: Record<string, string>, order: string) =>
  inSaidOrder(items(conversations, order))
    .map(({ name }) => name)
    .join('');

describe('the order of statements', () => {
  it.each([
    ['one conversation says it whole', { c1: 'abcd' }, 'dcba', 'abcd'],
    ['conversations begin at different steps', { c1: 'abc', c2: 'bcd', c3: 'cd' }, 'dbca', 'abcd'],
    ['one agent of three swaps two', { c1: 'abc', c2: 'abc', c3: 'bac' }, 'cab', 'abc'],
    ['nothing is compared: as given', { c1: 'b', c2: 'a' }, 'ba', 'ba'],
  ])('%s', (_, conversations, given, wanted) => {
    expect(ordered(conversations, given)).toBe(wanted);
  });
});

describe('what is of the talk', () => {
  it.each([
    'Good question.',
    'Thanks for explaining it so clearly.',
    'I tried to ring you on … but only got the voicemail.',
    'I hope this makes the rest of your day easier.',
    'Sorry about the trouble.',
    'The calendar feed is new, so we have no article about it yet.',
    'This article explains how shifts get to your team.',
    "You're welcome.",
  ])('no article says: %s', (text) => {
    expect(isTalk(text)).toBe(true);
  });

  it.each([
    'Then click Copy feed link.',
    'I can only change the booking while it is open.',
    'Thankfully, the plan is kept for 30 days.',
    'We have no branch in this town.',
    'Sorry rows are marked in red.',
    'This article cannot be returned.',
  ])('an article may say: %s', (text) => {
    expect(isTalk(text)).toBe(false);
  });
});
