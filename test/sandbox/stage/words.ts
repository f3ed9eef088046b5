import type { FixKind, GapCause } from '../../../shared/index.ts';

/** Why knowledge failed, as a person would say it. */
export const CAUSE_WORDS: Record<GapCause, string> = {
  missing: 'no article answers this',
  incomplete: 'the article leaves something out',
  outdated: 'the article is out of date',
  contradictory: 'articles contradict each other',
  failing: 'conversations about it keep ending badly',
  unfindable: 'the article is there, but nobody finds it',
  product_bug: 'a defect in the product',
  needs_action: 'only an agent can do this',
  repeated_reply: 'agents type the same reply again and again',
  handed_on: 'the wrong team gets this first',
  changed: 'the product changed',
  launched: 'launched, and no article describes it',
};

export const KIND_WORDS: Record<FixKind, string> = {
  new_article: 'a new article',
  article_patch: 'a change to the article',
  terms: 'search words for the article',
  reply_template: 'a reply template',
  routing_rule: 'a routing rule',
  bug_report: 'a bug report',
};

/** `1 customer`, `3 customers`. */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** `Fri 6 Nov, 14:00`, in UTC as all event time. */
export function momentOf(at: number): string {
  const date = new Date(at);
  const day = date.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  return `${day.replace(',', '')}, ${date.toISOString().slice(11, 16)}`;
}

/** The text on one line, at most `max` characters long. */
export function shortened(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= max ? line : `${line.slice(0, max - 1).trimEnd()}…`;
}
