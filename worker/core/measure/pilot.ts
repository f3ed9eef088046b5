import type { PilotOutcome, PilotProposal } from '../../../shared/measure/pilot.ts';
import { isSensitiveCategory } from '../gates/sensitive.ts';
import { added, type Counts } from './counts.ts';
import { type DemandChange, MIN_ORGANIZATIONS } from './demand.ts';

/** Sections that are proposed. */
const PROPOSED = 3;

/** Least conversations of a section that is proposed. Own choice: with fewer a pilot can hardly show anything, and says so. */
const MIN_ASKED = 5;

/** What was counted of a section, of issues of one age. */
export interface SectionCounts {
  category: string;
  age: string;
  counts: Counts;
}

/**
 * The sections to begin with: much asked, asked again and again, and not of billing, security, legal or medical matters. The order is
 * by conversations a week that ask what was asked five times before.
 */
export function proposalsOf(rows: readonly SectionCounts[], weeks: number): PilotProposal[] {
  const categories = [...new Set(rows.map((row) => row.category))];
  return categories
    .filter((category) => category !== '' && !isSensitiveCategory(category))
    .map((category) => {
      const of = rows.filter((row) => row.category === category);
      const all = added(of.map((row) => row.counts));
      const again = added(of.filter(({ age }) => age === 'some' || age === 'many').map((row) => row.counts));
      const asked = all.conversations ?? 0;
      return {
        category,
        asked,
        perWeek: asked / weeks,
        repeatShare: asked === 0 ? 0 : (again.conversations ?? 0) / asked,
        unservedShare: asked === 0 ? 0 : (all.unserved ?? 0) / asked,
      };
    })
    .filter(({ asked }) => asked >= MIN_ASKED)
    .toSorted(
      (a, b) =>
        b.perWeek * b.repeatShare - a.perWeek * a.repeatShare ||
        b.perWeek - a.perWeek ||
        (a.category < b.category ? -1 : 1),
    )
    .slice(0, PROPOSED)
    .map(({ asked: _, ...proposal }) => proposal);
}

/**
 * What the pilot's numbers recommend. Harm stops it at once, by a test that may be looked at any day; everything else is said
 * once, when its days are over, so that looking every day alarms no more often.
 */
export function adviceOf(
  change: DemandChange | null,
  { isOver, hasHarmed }: { isOver: boolean; hasHarmed: boolean },
): Pick<PilotOutcome, 'advice' | 'reason'> {
  if (hasHarmed) return { advice: 'stop', reason: 'harm' };
  if (!isOver) return { advice: 'hold', reason: 'too_early' };
  if (!change || change.organizations < MIN_ORGANIZATIONS) return { advice: 'hold', reason: 'too_few' };
  if (!change.isClear) return { advice: 'hold', reason: 'no_difference' };
  return change.ratio < 1 ? { advice: 'widen', reason: 'less' } : { advice: 'stop', reason: 'more' };
}
