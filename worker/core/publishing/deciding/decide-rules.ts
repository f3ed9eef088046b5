import { type GapCause, isForeseen } from '../../../../shared/diagnosis.ts';
import type { FixKind } from '../../../../shared/fix.ts';
import { MIN_CONFIDENCE_FLOOR, type Policy } from '../../../../shared/policy.ts';
import { type Said, say } from '../../../../shared/said/said.ts';
import { gateNamed } from '../../gates/gate-name.ts';
import { isSensitiveCategory } from '../../gates/sensitive.ts';
import { readConfidence } from './confidence.ts';
import type { DecisionInput } from './decide-input.ts';
import { isHarmless, passes } from './rehearse.ts';

/** Distinct agents and organizations below which evidence is thin. Own choice: one voice may be wrong, or one customer's own case. */
export const MIN_AGENTS = 2;
export const MIN_ORGANIZATIONS = 3;

/** What may be published without a person at all; a new article never, nor what acts outside the help center. */
export const AUTOMATIC_KINDS: readonly FixKind[] = ['article_patch', 'terms'];

/** Where nothing that stands is shown wrong: whether the article should say more, or which side is right, is a judgement. */
const JUDGED_CAUSES: readonly GapCause[] = ['incomplete', 'contradictory'];

/** A reason for a person where the rule speaks against publishing, else null. */
type Rule = (input: DecisionInput) => Said | null;

/** The first reason that a rule gives, or null where all allow. */
export function firstReason(rules: readonly Rule[], input: DecisionInput): Said | null {
  for (const rule of rules) {
    const reason = rule(input);
    if (reason !== null) return reason;
  }
  return null;
}

/** What needs more than a yes. */
export const ESCALATING: readonly Rule[] = [
  ({ openQuestions }) =>
    openQuestions[0] === undefined ? null : say('decide.disagree', { question: openQuestions[0] }),
  ({ gates }) => {
    const failed = gates.filter((gate) => gate.isPassed !== true).map((gate) => gateNamed(gate.name));
    return failed.length === 0 ? null : say('decide.failed', { gates: { all: failed } });
  },
  ({ rehearsal }) =>
    rehearsal === null || rehearsal.regressions === 0 ? null : say('decide.lost', { count: rehearsal.regressions }),
  ({ cause, evidence: { agents } }) =>
    isForeseen(cause) || agents >= MIN_AGENTS
      ? null
      : say('decide.agents', { count: count(agents), needed: MIN_AGENTS }),
  ({ cause, evidence: { organizations } }) =>
    isForeseen(cause) || organizations >= MIN_ORGANIZATIONS
      ? null
      : say('decide.organizations', { count: count(organizations), needed: MIN_ORGANIZATIONS }),
];

/** What holds a fix for review; they may take the policy as read. */
export const HOLDING: readonly Rule[] = [
  ({ cause }) => (isForeseen(cause) ? say('decide.note') : null),
  ({ policy, isStoppedGlobally = false, category, articleId }) => {
    if (isStoppedGlobally !== false) return say('decide.stopAll');
    if (policy.isObserving) return say('decide.observing');
    if (policy.isStopped) return say('decide.stopAccount');
    if (policy.stoppedCategories.includes(category)) return say('decide.stopCategory', { category: named(category) });
    return articleId !== null && policy.stoppedArticles.includes(articleId) ? say('decide.stopArticle') : null;
  },
  ({ isAutomaticStopped = false }) => (isAutomaticStopped === false ? null : say('decide.autoStopAll')),
  ({ kind }) => (AUTOMATIC_KINDS.includes(kind) ? null : say('decide.kind', { kind: say(`kind.${kind}`) })),
  ({ cause }) => (cause && JUDGED_CAUSES.includes(cause) ? say('decide.judged') : null),
  ({ category, isSensitive }) =>
    isSensitive === false && !isSensitiveCategory(category) ? null : say('decide.sensitive'),
  ({ policy }) => (policy.autoPublish.isEnabled === true ? null : say('decide.off')),
  ({ policy, category }) =>
    category !== '' && policy.autoPublish.categories.includes(category)
      ? null
      : say('decide.offCategory', { category: named(category) }),
  ({ texts }) => (texts <= 1 ? null : say('decide.texts', { count: texts })),
  ({ mayHoldContentBlocks }) => (mayHoldContentBlocks === false ? null : say('decide.blocks')),
  ({ gates }) => (gates.length > 0 ? null : say('decide.noCheck')),
  ({ policy: { autoPublish }, reviewedCount }) =>
    reviewedCount >= autoPublish.reviewedFirst
      ? null
      : say('decide.first', { first: autoPublish.reviewedFirst, count: count(reviewedCount) }),
  ({ policy, confidence }) => {
    const floor = confidenceFloor(policy);
    const known = readConfidence(confidence);
    return known >= floor ? null : say('decide.confidence', { has: Math.floor(known * 100) / 100, floor });
  },
  ({ rehearsal, kind }) =>
    (kind === 'article_patch' ? isHarmless(rehearsal) : passes(rehearsal)) ? null : say('decide.noRehearsal'),
  ({ autonomy, category }) => {
    if (autonomy === null) return say('decide.unknown', { category: named(category) });
    return autonomy.isEarned === true ? null : stillLocked(category, autonomy.cleanApprovalsMissing);
  },
  ({ policy: { autoPublish }, publishedToday }) =>
    publishedToday < autoPublish.maxPerDay ? null : say('decide.limit', { count: autoPublish.maxPerDay }),
];

/** The floor that holds: the policy's, never below MIN_CONFIDENCE_FLOOR; an unreadable one is 1. */
export function confidenceFloor(policy: Policy): number {
  const floor: unknown = policy.autoPublish.confidenceFloor;
  return Math.max(MIN_CONFIDENCE_FLOOR, readConfidence(floor, 1));
}

/** What a category lacks, for a person. */
export function stillLocked(category: string, missing: number): Said {
  return say('decide.unlock', { count: missing, category: named(category) });
}

const count = (value: number): number => (Number.isFinite(value) ? value : 0);
export const named = (category: string): string | Said => (category === '' ? say('category.none') : category);
