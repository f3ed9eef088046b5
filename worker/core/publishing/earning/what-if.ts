import type { WhatIf } from '../../../../shared/autonomy.ts';
import type { FixOutcome, PastFix } from '../../../../shared/measure/outcome.ts';
import type { Policy } from '../../../../shared/policy.ts';
import { DAY_MS } from '../../../../shared/time.ts';
import { isSensitiveCategory } from '../../gates/sensitive.ts';
import { emptyRecord, type TrackRecord, withOutcome } from '../deciding/autonomy.ts';
import { confidenceFloor, decide } from '../deciding/decide.ts';
import { wasSeen } from './unlock.ts';

/** Decided fixes that are shown as examples at most. */
export const MAX_EXAMPLES = 20;

/**
 * What a policy would have published by itself, answered from the past by the very rules that decide (decide.ts): each
 * decided fix in turn, its category's record as it stood then, without today's stops. `policy.autoPublish` is taken as
 * switched on for `categories` (null: for every category), and content blocks as attested. A reverted or edited fix is bad, whoever published it.
 */
export function whatIf(history: readonly PastFix[], policy: Policy, categories: readonly string[] | null): WhatIf {
  const past = history.toSorted((a, b) => a.createdAt - b.createdAt);
  const floor = confidenceFloor(policy);
  const records = new Map<string, TrackRecord>();
  const published: PastFix[] = [];
  for (const [reviewed, fix] of past.entries()) {
    const record = records.get(fix.category) ?? emptyRecord(policy.targetBadRate);
    const since = published.filter((p) => p.createdAt > fix.createdAt - DAY_MS).length;
    if (wouldPublish(fix, policy, categories, record.isEarned, reviewed, since)) published.push(fix);
    if (fix.confidence >= floor && wasSeen(fix)) records.set(fix.category, withOutcome(record, fix.outcome));
  }
  const bad = published.filter(isBad);
  return {
    floor,
    targetBadRate: policy.targetBadRate,
    decided: past.length,
    published: published.length,
    bad: bad.length,
    outcomes: countOutcomes(published),
    categories: [...Map.groupBy(published, (fix) => fix.category)].map(([category, own]) => ({
      category,
      published: own.length,
      bad: own.filter(isBad).length,
    })),
    examples: published
      .toReversed()
      .sort((a, b) => Number(isBad(b)) - Number(isBad(a)))
      .slice(0, MAX_EXAMPLES)
      .map((fix) => ({
        fixId: fix.id,
        title: fix.title,
        category: fix.category,
        confidence: fix.calibrated ?? fix.confidence,
        outcome: fix.outcome,
        at: fix.createdAt,
      })),
    words: wordsOf(past.length, published.length, bad.length),
  };
}

function wouldPublish(
  fix: PastFix,
  policy: Policy,
  categories: readonly string[] | null,
  isEarned: boolean,
  reviewedCount: number,
  publishedToday: number,
): boolean {
  const autoPublish = { ...policy.autoPublish, isEnabled: true, categories: [...(categories ?? [fix.category])] };
  const { decision } = decide({
    policy: {
      ...policy,
      autoPublish,
      isStopped: false,
      isObserving: false,
      stoppedCategories: [],
      stoppedArticles: [],
    },
    category: fix.category,
    articleId: null,
    isSensitive: isSensitiveCategory(`${fix.category} ${fix.title}`),
    kind: fix.kind,
    cause: fix.cause,
    confidence: fix.calibrated,
    autonomy: { isEarned, eValue: 0, upperBound: 1, cleanApprovalsMissing: 0 },
    gates: fix.gates.filter((gate) => gate.name !== 'rehearsal'),
    rehearsal: fix.rehearsal,
    openQuestions: fix.openQuestions,
    evidence: fix.support,
    texts: 1,
    mayHoldContentBlocks: false,
    reviewedCount,
    publishedToday,
  });
  return decision === 'publish';
}

const isBad = ({ outcome }: PastFix): boolean => outcome !== 'approved';

function countOutcomes(fixes: readonly PastFix[]): Record<FixOutcome, number> {
  const counts = { approved: 0, edited: 0, rejected: 0, reverted: 0 };
  for (const { outcome } of fixes) counts[outcome]++;
  return counts;
}

function wordsOf(decided: number, published: number, bad: number): string {
  if (decided === 0) return 'Nothing has been decided yet: there is no past to answer from.';
  if (published === 0) return `None of ${decided} decided fixes would have been published without a person.`;
  const wrong = bad === 0 ? 'none of them was' : `${bad} of them ${bad === 1 ? 'was' : 'were'}`;
  return `${published} of ${decided} decided fixes would have been published without a person; ${wrong} later edited, rejected or taken back.`;
}
