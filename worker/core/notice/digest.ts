import type { Notice, NoticeKind } from '../../../shared/notice.ts';

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
    line(told['publication.automatic'], 'change was published by itself', 'changes were published by themselves'),
    line(told['publication.done'], 'approved change was published', 'approved changes were published'),
    line(told['publication.reverted'], 'change was taken back', 'changes were taken back'),
    line(told['antibody.broken'], 'edit reopened a gap', 'edits reopened gaps'),
    line(found, 'gap was found', 'gaps were found'),
    line(healed, 'gap is healed', 'gaps are healed'),
    line(inReview, 'fix waits for a yes or no', 'fixes wait for a yes or no'),
    line(escalated, 'fix needs a person who knows', 'fixes need a person who knows'),
  ].filter((said) => said !== null);
  if (lines.length === 0) return null;
  return {
    key: `digest:${day.date}`,
    kind: 'digest',
    at,
    title: `Your knowledge base on ${day.date}`,
    text: `${lines.join('; ')}.`,
    about: {},
  };
}

function line(count: number | undefined, one: string, more: string): string | null {
  return count ? `${count} ${count === 1 ? one : more}` : null;
}
