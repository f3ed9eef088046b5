import type { GapCause } from '../../../shared/diagnosis.ts';
import type { FixKind } from '../../../shared/fix.ts';
import { MIN_CONFIDENCE_FLOOR, type Policy } from '../../../shared/policy.ts';
import { isSensitiveCategory } from '../gates/sensitive.ts';
import { readConfidence } from './confidence.ts';
import type { DecisionInput } from './decide-input.ts';
import { isHarmless, passes } from './rehearse.ts';

/** Distinct agents and organizations below which evidence is thin. Source: reliability goal G20. */
export const MIN_AGENTS = 2;
export const MIN_ORGANIZATIONS = 3;

/** What may be published without a person at all; a new article never, nor what acts outside the help center. */
export const AUTOMATIC_KINDS: readonly FixKind[] = ['article_patch', 'terms'];

/** Where nothing that stands is shown wrong: whether the article should say more, or which side is right, is a judgement. */
const JUDGED_CAUSES: readonly GapCause[] = ['incomplete', 'contradictory'];
const JUDGED = 'What is added to an article, or settles a contradiction, is never published without a person.';

/** A reason for a person where the rule speaks against publishing, else null. */
type Rule = (input: DecisionInput) => string | null;

/** The first reason that a rule gives, or null where all allow. */
export function firstReason(rules: readonly Rule[], input: DecisionInput): string | null {
  for (const rule of rules) {
    const reason = rule(input);
    if (reason !== null) return reason;
  }
  return null;
}

/** What needs more than a yes. */
export const ESCALATING: readonly Rule[] = [
  ({ openQuestions }) =>
    openQuestions.length === 0 ? null : `Agents disagree, and a person has to settle it: ${openQuestions[0]}`,
  ({ gates }) => {
    const failed = gates.filter((gate) => gate.isPassed !== true).map((gate) => gate.name);
    return failed.length === 0 ? null : `The draft failed a check and must not go out as it is: ${failed.join(', ')}.`;
  },
  ({ rehearsal }) =>
    rehearsal === null || rehearsal.regressions === 0
      ? null
      : `The rehearsal lost ${plural(rehearsal.regressions, 'question')} that the knowledge base answers today.`,
  ({ evidence: { agents } }) =>
    agents >= MIN_AGENTS
      ? null
      : `Only ${plural(count(agents), 'agent')} said this; it takes ${MIN_AGENTS} to rest a change on.`,
  ({ evidence: { organizations } }) =>
    organizations >= MIN_ORGANIZATIONS
      ? null
      : `Only ${plural(count(organizations), 'customer organization')} asked this; it takes ${MIN_ORGANIZATIONS} to rest a change on.`,
];

/** What holds a fix for review; they may take the policy as read. */
export const HOLDING: readonly Rule[] = [
  ({ policy, isStoppedGlobally = false, category, articleId }) => {
    if (isStoppedGlobally !== false) return 'Publishing is stopped everywhere: a person has to decide.';
    if (policy.isStopped) return 'Publishing is stopped for this account: a person has to decide.';
    if (policy.stoppedCategories.includes(category)) return `Publishing is stopped for ${named(category)}.`;
    return articleId !== null && policy.stoppedArticles.includes(articleId)
      ? 'Publishing is stopped for this article.'
      : null;
  },
  ({ isAutomaticStopped = false }) =>
    isAutomaticStopped === false ? null : 'Automatic publishing is stopped for every account: a person has to decide.',
  ({ kind }) => (AUTOMATIC_KINDS.includes(kind) ? null : `${KIND_NAMES[kind]} is never published without a person.`),
  ({ cause }) => (cause && JUDGED_CAUSES.includes(cause) ? JUDGED : null),
  ({ category, isSensitive }) =>
    isSensitive === false && !isSensitiveCategory(category)
      ? null
      : 'It touches billing, security, legal or medical matters, which always need a person.',
  ({ policy }) => (policy.autoPublish.isEnabled === true ? null : 'Automatic publishing is switched off.'),
  ({ policy, category }) =>
    category !== '' && policy.autoPublish.categories.includes(category)
      ? null
      : `Automatic publishing is not switched on for ${named(category)}.`,
  ({ texts }) => (texts <= 1 ? null : `It changes ${texts} texts at once, which always needs a person.`),
  ({ mayHoldContentBlocks }) =>
    mayHoldContentBlocks === false
      ? null
      : 'Nobody has attested that the article holds no content blocks, which publishing would turn into plain text.',
  ({ gates }) => (gates.length > 0 ? null : 'No check of the draft was recorded.'),
  ({ policy: { autoPublish }, reviewedCount }) =>
    reviewedCount >= autoPublish.reviewedFirst
      ? null
      : `The first ${autoPublish.reviewedFirst} fixes are always reviewed; ${count(reviewedCount)} have been.`,
  ({ policy, confidence }) => {
    const floor = confidenceFloor(policy);
    const known = readConfidence(confidence);
    return known >= floor
      ? null
      : `Its confidence of ${(Math.floor(known * 100) / 100).toFixed(2)} is below the ${floor.toFixed(2)} that publishing asks for.`;
  },
  ({ rehearsal, kind }) =>
    (kind === 'article_patch' ? isHarmless(rehearsal) : passes(rehearsal))
      ? null
      : 'No rehearsal shows that past questions are answered at least as well with it.',
  ({ autonomy, category }) => {
    if (autonomy === null) return `Nothing is known yet of how fixes for ${named(category)} turned out.`;
    return autonomy.isEarned === true ? null : unlockWords(category, autonomy.cleanApprovalsMissing);
  },
  ({ policy: { autoPublish }, publishedToday }) =>
    publishedToday < autoPublish.maxPerDay
      ? null
      : `The limit of ${plural(autoPublish.maxPerDay, 'automatic publication')} a day is reached.`,
];

const KIND_NAMES: Readonly<Record<FixKind, string>> = {
  new_article: 'A new article',
  article_patch: 'A patch',
  terms: 'A set of search terms',
  reply_template: 'A reply template',
  routing_rule: 'A routing rule',
  bug_report: 'A bug report',
};

/** The floor that holds: the policy's, never below MIN_CONFIDENCE_FLOOR; an unreadable one is 1. */
export function confidenceFloor(policy: Policy): number {
  const floor: unknown = policy.autoPublish.confidenceFloor;
  return Math.max(MIN_CONFIDENCE_FLOOR, readConfidence(floor, 1));
}

/** What a category lacks, for a person. */
export function unlockWords(category: string, missing: number): string {
  const unlocks = missing === 1 ? 'unlocks' : 'unlock';
  return `${plural(missing, 'more clean approval')} ${unlocks} automatic publishing for ${named(category)}.`;
}

const count = (value: number): number => (Number.isFinite(value) ? value : 0);
export const named = (category: string): string => (category === '' ? 'articles without a category' : category);
export const plural = (value: number, noun: string): string => `${value} ${noun}${value === 1 ? '' : 's'}`;
