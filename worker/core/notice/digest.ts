import type { Notice, NoticeKind } from '../../../shared/notice.ts';
import { type Said, say } from '../../../shared/said/said.ts';

/** What a day was, in counts: notices told, gaps found and healed, and fixes that wait for a person now. */
export interface Day {
  date: string;
  told: Partial<Record<NoticeKind, number>>;
  found: number;
  healed: number;
  inReview: number;
  escalated: number;
}

/** The digest of a day, once by its date; null where nothing happened and nothing waits. Counts alone: no one's words. */
export function digestOf(day: Day, at: number): Notice | null {
  const { told, found, healed, inReview, escalated } = day;
  const lines = [
    line('day.automatic', told['publication.automatic']),
    line('day.done', told['publication.done']),
    line('day.reverted', told['publication.reverted']),
    line('day.antibody', told['antibody.broken']),
    line('day.found', found),
    line('day.healed', healed),
    line('day.inReview', inReview),
    line('day.escalated', escalated),
  ].filter((said) => said !== null);
  if (lines.length === 0) return null;
  return {
    key: `digest:${day.date}`,
    kind: 'digest',
    at,
    title: say('title.digest', { date: day.date }),
    text: say('day.digest', { lines: { each: lines } }),
    about: {},
  };
}

type Counted =
  | 'day.automatic'
  | 'day.done'
  | 'day.reverted'
  | 'day.antibody'
  | 'day.found'
  | 'day.healed'
  | 'day.inReview'
  | 'day.escalated';

function line(code: Counted, count: number | undefined): Said | null {
  return count ? say(code, { count }) : null;
}
