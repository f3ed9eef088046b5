import type { AutonomyStatus, Unlock, UnlockState } from '../../../../shared/autonomy.ts';
import type { PastFix } from '../../../../shared/measure/outcome.ts';
import type { Policy } from '../../../../shared/policy.ts';
import { inEnglish } from '../../../../shared/said/english.ts';
import { WEEK_MS } from '../../../../shared/time.ts';
import { isSensitiveCategory } from '../../gates/sensitive.ts';
import { autonomyOf } from '../deciding/autonomy.ts';
import { confidenceFloor, stillLocked } from '../deciding/decide-rules.ts';

/** Whether an end says something: an approval that nobody opened does only where it ended badly. */
export const wasSeen = ({ isUnread, outcome }: PastFix): boolean => isUnread !== true || outcome !== 'approved';

/**
 * What of the past counts for a category, oldest first: its fixes with at least the floor's confidence.
 */
function thatCount(history: readonly PastFix[], category: string, floor: number): PastFix[] {
  return history.filter((past) => past.category === category && past.confidence >= floor && wasSeen(past));
}

/** Weeks that a pace is read from, clean approvals that it needs, and the shortest time that it is stated over. */
const PACE_WEEKS = 8;
const MIN_PACE = 3;
const MIN_WEEKS = 2;

/** Weeks to so many clean approvals at the pace of the last ones; null where they are too few to tell one. */
export function weeksTo(missing: number, counted: readonly PastFix[], at: number): number | null {
  const recent = counted.filter((past) => past.createdAt > at - PACE_WEEKS * WEEK_MS && past.createdAt <= at);
  const clean = recent.filter((past) => past.outcome === 'approved').length;
  if (missing === 0 || clean < MIN_PACE) return null;
  const first = Math.min(...counted.map((past) => past.createdAt));
  const weeks = Math.max(MIN_WEEKS, Math.min(PACE_WEEKS, (at - first) / WEEK_MS));
  return Math.ceil((missing * weeks) / clean);
}

/** What of the past speaks for a category: the outcomes, oldest first, of its fixes with at least the floor's confidence. */
export function outcomesThatCount(history: readonly PastFix[], category: string, floor: number) {
  return thatCount(history, category, floor).map((past) => past.outcome);
}

/**
 * Where automatic publishing stands, and what each category lacks: those of the help center, of the past and of the
 * policy, in order of what is missing, then by name.
 */
export function autonomyStatusOf(
  history: readonly PastFix[],
  policy: Policy,
  sections: readonly string[],
  { at, isStoppedGlobally, isAutomaticStopped }: Moment,
): AutonomyStatus {
  const named = [...sections, ...history.map((past) => past.category), ...policy.autoPublish.categories];
  const categories = [...new Set(named)]
    .filter((name) => name !== '')
    .map((category) => unlockOf(history, policy, category, { at, isStoppedGlobally, isAutomaticStopped }));
  return {
    isEnabled: policy.autoPublish.isEnabled,
    isStopped: policy.isStopped || policy.isObserving || isStoppedGlobally,
    isAutomaticStopped,
    floor: confidenceFloor(policy),
    targetBadRate: policy.targetBadRate,
    reviewed: history.length,
    reviewedFirst: policy.autoPublish.reviewedFirst,
    categories: categories.sort(
      (a, b) => a.cleanApprovalsMissing - b.cleanApprovalsMissing || (a.category < b.category ? -1 : 1),
    ),
  };
}

/** When it is asked (event time, ms), and the deployment's own switches: of all publishing, and of what nobody approves. */
interface Moment {
  at: number;
  isStoppedGlobally: boolean;
  isAutomaticStopped: boolean;
}

function unlockOf(history: readonly PastFix[], policy: Policy, category: string, stops: Moment): Unlock {
  const counted = thatCount(history, category, confidenceFloor(policy));
  const outcomes = counted.map((past) => past.outcome);
  const { isEarned, upperBound, cleanApprovalsMissing } = autonomyOf(outcomes, policy.targetBadRate);
  const isSwitchedOn = policy.autoPublish.isEnabled && policy.autoPublish.categories.includes(category);
  const isStoppedHere =
    stops.isStoppedGlobally || policy.isStopped || policy.isObserving || policy.stoppedCategories.includes(category);
  const isStopped = isStoppedHere || stops.isAutomaticStopped;
  const state = stateOf({ isSensitive: isSensitiveCategory(category), isStopped, isEarned, isSwitchedOn });
  const standing = {
    isEarned,
    isStoppedHere,
    reviewsMissing: Math.max(0, policy.autoPublish.reviewedFirst - history.length),
    missing: cleanApprovalsMissing,
  };
  return {
    category,
    state: state === 'automatic' && standing.reviewsMissing > 0 ? 'locked' : state,
    isSwitchedOn,
    words: wordsOf(category, state, standing),
    cleanApprovalsMissing,
    weeksMissing: weeksTo(cleanApprovalsMissing, counted, stops.at),
    decided: outcomes.length,
    clean: outcomes.filter((outcome) => outcome === 'approved').length,
    upperBound,
  };
}

function stateOf(of: {
  isSensitive: boolean;
  isStopped: boolean;
  isEarned: boolean;
  isSwitchedOn: boolean;
}): UnlockState {
  if (of.isSensitive) return 'never';
  if (of.isStopped) return 'stopped';
  if (!of.isEarned) return 'locked';
  return of.isSwitchedOn ? 'automatic' : 'earned';
}

function wordsOf(
  category: string,
  state: UnlockState,
  of: { reviewsMissing: number; missing: number; isStoppedHere: boolean },
): string {
  const section = category === '' ? 'articles without a category' : category;
  switch (state) {
    case 'never':
      return `${section} touches billing, security, legal or medical matters, which always need a person.`;
    case 'stopped':
      return of.isStoppedHere
        ? `Publishing is stopped for ${section}: a person has to let it go on.`
        : 'Automatic publishing is stopped for every account: who runs Mend lets it go on.';
    case 'locked':
      return inEnglish(stillLocked(category, of.missing));
    default: {
      const reviews = `${of.reviewsMissing} more ${of.reviewsMissing === 1 ? 'fix is' : 'fixes are'} reviewed first`;
      if (of.reviewsMissing > 0) return `${section} has earned automatic publishing; ${reviews}.`;
      return state === 'automatic'
        ? `${section} publishes by itself what every check allows.`
        : `${section} has earned automatic publishing: a person may switch it on.`;
    }
  }
}
