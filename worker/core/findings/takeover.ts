import type { Act, Issue, Line, Member } from '../learned/state.ts';

/** People who must have said the line before, and the act since. */
const MIN_BEFORE = 3;
const MIN_SINCE = 4;

/**
 * The chance at most that two things said all along would come so neatly one after the other. Small, since every line meets
 * every act of its issue, again and again as the log grows.
 */
const MAX_CHANCE = 1e-5;

/** Whether a member's agents said a line. */
export const says =
  (line: Line) =>
  (m: Member): boolean =>
    m.lines.includes(line.key) || (line.act !== 0 && m.acts.includes(line.act));

/** Lines that were said and might have been given up: the act that took over must still prove it. */
export function fallenLines(issue: Issue, lines: readonly Line[]): Line[] {
  const counted = inTime(issue);
  return lines.filter((line) => {
    if (!line.isSentence) return false;
    const last = counted.findLastIndex(says(line));
    return counted.filter(says(line)).length >= MIN_BEFORE && counted.length - 1 - last >= MIN_SINCE;
  });
}

/**
 * Whether an act took a line's place at one moment: everybody who said the line came before everybody who said the act. Of
 * k and j people in random order that happens with the chance of 1 in (k + j choose k), so that what is said now and
 * then all along never passes.
 */
export function tookOver(issue: Issue, line: Line, act: Act): boolean {
  const counted = inTime(issue);
  const old = counted.flatMap((m, i) => (says(line)(m) ? [i] : []));
  const young = counted.flatMap((m, i) => (m.acts.includes(act.id) ? [i] : []));
  if (old.length < MIN_BEFORE || young.length < MIN_SINCE) return false;
  if (Math.max(...old) >= Math.min(...young)) return false;
  let ways = 1;
  for (let i = 1; i <= old.length; i++) ways *= (young.length + i) / i;
  return 1 / ways <= MAX_CHANCE;
}

/** The remembered members that count, as they were learned: who moved in later stands where it was said. */
function inTime(issue: Issue): Member[] {
  return issue.members.filter((m) => m.counts).sort((a, b) => a.seen - b.seen);
}
