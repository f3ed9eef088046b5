import { z } from 'zod';
import type { Said } from './said/said.ts';

export const FIX_KINDS = [
  'new_article',
  'article_patch',
  'terms',
  'reply_template',
  'routing_rule',
  'bug_report',
] as const;
export type FixKind = (typeof FIX_KINDS)[number];

/** An agent's own words, as they stand in a stored public turn. */
export const quoteSchema = z.object({ conversationId: z.string(), turnId: z.string(), quote: z.string() });
export type Quote = z.infer<typeof quoteSchema>;

/** One of two things that are said of the same: by how many, and where; `articleId` is the article that states it. */
export interface DisputeSide {
  value: string;
  articleId: string | null;
  organizations: number;
  agents: number;
  conversationIds: string[];
}

/** An open question with its sides. */
export interface Dispute {
  question: Said;
  sides: DisputeSide[];
}

/**
 * A defect for whom mends it: facts and counts, no courtesy, redacted. What customers wrote stands without names and numbers that
 * fewer than three of them wrote. Times are event time in ms.
 */
export interface BugReport {
  title: string;
  /** What customers see. */
  happens: string[];
  /** What they expected instead, where they said so. */
  expected: string[];
  /** What they did when it happened, in the order in which they tell it. */
  steps: string[];
  /** What agents said of it; `workaround` is what they told customers to do meanwhile. */
  said: string[];
  workaround: string[];
  /** Versions, devices, systems and error codes: each with the conversations that name it, the commonest first. */
  seenWith: { what: string; conversations: number }[];
  since: number;
  last: number;
  conversations: number;
  people: number;
  organizations: number;
  /** Organizations by what the helpdesk knows of them ("plan", "Pro"), values of three and more. */
  bySegment: { field: string; value: string; organizations: number }[];
  /** Its conversations, the latest first: the helpdesk's own ids, to be linked by who shows it. */
  conversationIds: string[];
}

/**
 * A sentence of agents that a draft could have said and does not, and why. It is named by its place in the turn (UTF-16 units), so
 * that its words are kept nowhere but there.
 */
export interface Unsaid {
  conversationId: string;
  turnId: string;
  start: number;
  end: number;
  why: Said;
}

/**
 * A proposed change. `bodyHtml` is the whole article as it would stand. Every statement of it that was not in the base
 * article is covered by a quote of `evidence`. `terms` are search words to add as labels. `openQuestions` are what
 * agents disagree on: one is enough to forbid autonomy.
 */
export interface Fix {
  kind: FixKind;
  articleId: string | null;
  title: string;
  bodyHtml: string;
  terms: string[];
  evidence: Quote[];
  openQuestions: Said[];
  /** What is said on either side of an open question. */
  disputes?: Dispute[];
  /** What agents said often and it does not say; absent where nobody looked. */
  unsaid?: Unsaid[];
  /** What a bug report says, part by part; `bodyHtml` is the same as a text. */
  report?: BugReport;
}

export const DECISIONS = ['publish', 'review', 'escalate'] as const;
export type Decision = (typeof DECISIONS)[number];

/** The closed list of what a proposed body may be refused for. */
export const CONTENT_RULES = [
  'empty',
  'new_link',
  'personal_data',
  'placeholder',
  'shell_command',
  'unsafe_advice',
  'promise',
  'markup',
  'lost_part',
  'too_much_changed',
  'ungrounded',
] as const;
export type ContentRule = (typeof CONTENT_RULES)[number];
