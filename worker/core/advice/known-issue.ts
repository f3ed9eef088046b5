import type { Learned } from '../learning/learned.ts';
import type { Issue } from '../learning/state.ts';
import { titleOf } from '../learning/title.ts';

/** A burst is distinct organizations within this time. */
export const BURST_WINDOW_MS = 24 * 3_600_000;

/** Organizations that make a burst at least, and how many times the usual number of a day. Stated defaults. */
const MIN_BURST = 4;
const TIMES_USUAL = 4;

/** Days before the burst that say what is usual. */
const USUAL_DAYS = 14;

/** Organizations to whom agents acknowledged a defect within the window, from which it is known without a burst. */
const MIN_ACKNOWLEDGED = 3;

/** How long an acknowledged defect is told after its last customer. */
const ACKNOWLEDGED_FOR_MS = 7 * 86_400_000;

export interface Burst {
  title: string;
  people: number;
  since: number;
  isAcknowledged: boolean;
}

/**
 * Whether an issue hits many at once: a defect that agents acknowledged to several in the last week, or far more
 * organizations in a day than usual in an issue that no article covers. Times are event time in ms.
 */
export function burstOf(l: Learned, issue: Issue, now: number): Burst | null {
  const members = issue.members.filter((m) => m.at <= now);
  const told = members.filter((m) => m.acknowledged && now - m.at <= ACKNOWLEDGED_FOR_MS);
  const isAcknowledged = peopleIn(told) >= MIN_ACKNOWLEDGED;
  const burst = members.filter((m) => now - m.at <= BURST_WINDOW_MS);
  const before = members.filter(
    (m) => now - m.at > BURST_WINDOW_MS && now - m.at <= BURST_WINDOW_MS + USUAL_DAYS * 86_400_000,
  );
  const usual = before.length / USUAL_DAYS;
  const isBurst =
    issue.articleId === null && peopleIn(burst) >= MIN_BURST && peopleIn(burst) >= TIMES_USUAL * Math.max(usual, 0.5);
  if (!isAcknowledged && !isBurst) return null;
  const who = isAcknowledged ? members.filter((m) => now - m.at <= ACKNOWLEDGED_FOR_MS) : burst;
  return {
    title: titleOf(l, issue),
    people: new Set(who.map((m) => m.requester)).size,
    since: Math.min(...who.map((m) => m.at)),
    isAcknowledged,
  };
}

function peopleIn(members: readonly { person: number }[]): number {
  return new Set(members.map((m) => m.person)).size;
}
