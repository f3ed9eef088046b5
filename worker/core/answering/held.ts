import type { AdvisedArticle } from '../../../shared/advice.ts';
import type { Conversation } from '../../../shared/conversation.ts';
import type { Policy } from '../../../shared/policy.ts';
import { isFitting } from '../advice/fitting.ts';
import { knownIssueOf } from '../advice/known-issue.ts';
import type { RawConversation } from '../conversation/helpdesk-conversation.ts';
import { openingQuestion } from '../conversation/opening.ts';
import { questionsOf } from '../conversation/questions.ts';
import { needsAction } from '../findings/product-bug.ts';
import { isSensitiveCategory } from '../gates/sensitive.ts';
import { languageFor } from '../language/languages.ts';
import type { Issue } from '../learned/state.ts';
import type { Learned } from '../learning/learned.ts';
import { NOBODY } from '../redact/known.ts';
import { redact } from '../redact/redact.ts';
import { FRUSTRATION_POINTS, frustrationPoints } from '../signals/frustration.ts';
import { countUnnegated, plainPhrases } from '../signals/phrases.ts';

/** Share of belief from which an article answers a question without a person. Stated; the record counts only what reached it. */
export const MIN_BELIEF = 0.5;

/** Organizations that asked the issue before: below it is no record of how its article fares. Stated, as for a validated article. */
const MIN_ASKED = 3;

/** Healths of an article that several asked and agents confirmed, and of which nobody doubts a sentence. */
const SOUND: readonly AdvisedArticle['health'][] = ['validated', 'healed_recently'];

/** Personal data by which people say who they are; any other kind makes it a matter of their own. */
const OF_PEOPLE: readonly string[] = ['name', 'email', 'phone', 'signature', 'handle', 'organization'];

/** Everything that may speak against an answer without a person. */
export interface AskedNow {
  raw: RawConversation;
  conversation: Conversation;
  learned: Learned;
  issue: Issue | null;
  /** The best article, as an agent would see it. */
  best: AdvisedArticle | null;
  category: string;
  policy: Policy;
  /** Public answers that this person got since a day before. */
  answeredToday: number;
  now: number;
}

/** Why a question goes to a person, in the order in which it is asked. The closed list. */
export const HELD_REASONS = [
  'not_open',
  'helpdesk',
  'private',
  'person_spoke',
  'machine_spoke',
  'no_request',
  'language',
  'several_questions',
  'asks_for_person',
  'frustrated',
  'sensitive',
  'personal',
  'critical_customer',
  'many_today',
  'issue_unknown',
  'incident',
  'needs_action',
  'no_article',
  'article_in_doubt',
  'unsure',
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

const RULES: Readonly<Record<HeldReason, (asked: AskedNow) => boolean>> = {
  not_open: ({ raw }) => raw.state !== 'open' || raw.reopenedAt.length > 0,
  helpdesk: ({ raw }) => raw.noAnswer !== null,
  private: ({ raw, conversation }) => (raw.restrictedTo ?? null) !== null || conversation.audience !== undefined,
  person_spoke: ({ raw }) => raw.turns.some((turn) => turn.author === 'agent'),
  machine_spoke: ({ raw }) => raw.turns.some((turn) => turn.author === 'bot' && turn.isPublic),
  no_request: ({ conversation }) => (conversation.kind ?? 'request') !== 'request',
  language: ({ conversation }) => languageFor(conversation.language) === null,
  several_questions: ({ conversation }) => questionsOf(conversation).length !== 1,
  asks_for_person: ({ conversation }) => asksForPerson(textOf(conversation), conversation.language),
  frustrated: ({ conversation: { turns, language } }) =>
    turns.some((turn) => frustrationPoints(turn.text, language) >= FRUSTRATION_POINTS),
  sensitive: ({ conversation, category, best }) =>
    [textOf(conversation), category, best?.title ?? ''].some(isSensitiveCategory),
  personal: ({ raw }) =>
    raw.turns.some(({ text }) => redact(text, NOBODY).kinds.some((kind) => !OF_PEOPLE.includes(kind))),
  critical_customer: ({ raw, policy }) => isCritical(policy, raw.segment),
  many_today: ({ answeredToday, policy }) => answeredToday >= policy.answers.maxPerPersonPerDay,
  issue_unknown: ({ issue }) => issue === null || issue.counted < MIN_ASKED,
  incident: ({ learned, issue, now }) =>
    issue === null || issue.finding !== null || knownIssueOf(learned, issue, now) !== null,
  needs_action: ({ issue }) => issue === null || needsAction(issue),
  no_article: ({ best }) => best === null,
  article_in_doubt: ({ best }) => best === null || !SOUND.includes(best.health) || best.why.doubted.length > 0,
  unsure: ({ learned, issue, best }) =>
    best === null ||
    issue === null ||
    issue.articleId !== best.id ||
    best.score < MIN_BELIEF ||
    !isFitting(learned, issue, { articleId: best.id, score: best.score }),
};

/** The first reason that speaks for a person; null where nothing does. */
export function heldBy(asked: AskedNow): HeldReason | null {
  return HELD_REASONS.find((reason) => RULES[reason](asked)) ?? null;
}

/** Whether a customer is one whom people answer, by what the CRM says of them, without regard to case. */
export function isCritical({ criticalSegments }: Policy, segment: Readonly<Record<string, string>>): boolean {
  const plain = (text: string) => text.trim().toLowerCase();
  return Object.entries(criticalSegments).some(([field, values]) => {
    const told = Object.entries(segment).find(([name]) => plain(name) === plain(field))?.[1];
    return told !== undefined && values.some((value) => plain(value) === plain(told));
  });
}

/** Whether a customer asks for a person, in the words of a language. */
export function asksForPerson(text: string, language: string): boolean {
  const words = languageFor(language)?.signals;
  return words !== undefined && countUnnegated(plainPhrases(text), words.asksForPerson, words.negation) > 0;
}

/** The question as the redacted conversation states it, with its subject. */
const textOf = (conversation: Conversation): string => openingQuestion(conversation);
