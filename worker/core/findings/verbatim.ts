import type { Issue } from '../learned/state.ts';

/**
 * Share of what agents say that repeats lines of the article, from which silence about a line and a new wording say something:
 * .69 where agents pick suggested replies, .66 where they read pages out, .09 where they word things themselves.
 */
const MIN_REPEATED = 0.3;

/** Whether the agents of an issue speak in the article's lines: a paraphrase is then neither silence nor an addition. */
export function speaksInLines(issue: Issue): boolean {
  const counted = issue.members.filter((m) => m.counts);
  const repeated = counted.reduce((sum, m) => sum + m.lines.length, 0);
  const said = counted.reduce((sum, m) => sum + m.acts.length, 0);
  return repeated >= MIN_REPEATED * said;
}
