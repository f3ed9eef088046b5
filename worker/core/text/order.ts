import type { Conversation } from '../../../shared/conversation.ts';
import { hashText } from './hash.ts';

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

const saidIn = (c: Conversation) => JSON.stringify([c.subject, c.turns.map((turn) => [turn.author, turn.text])]);

/**
 * The order of conversations as evidence: by when they ended, and what ended in one moment by what was said. Vendors' ids
 * settle only what is the same to the letter: the same conversations give the same order at every helpdesk.
 */
export function byTimeAndText(a: Conversation, b: Conversation): number {
  return a.updatedAt - b.updatedAt || a.createdAt - b.createdAt || byText(saidIn(a), saidIn(b)) || byText(a.id, b.id);
}

/** Ids as numbers, where they are: vendors number upwards, so of two the smaller came first. */
export function byNumber(a: string, b: string): number {
  return a.length - b.length || byText(a, b);
}

/** The lot a question draws for a control sample: by its words alone, so that it draws the same at every helpdesk. */
export function lotOf(question: string): string {
  return hashText(question.replace(/\s+/g, ' ').trim()).slice(0, 16);
}
