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
