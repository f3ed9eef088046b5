import { BORN } from '../issues/members.ts';
import { doubtOf, WORTH_OF_WRONG } from '../issues/staff-verdicts.ts';
import type { Issue, LearnedArticle, Line } from '../learned/state.ts';

/** Share of a section's other sentences that must be said before silence speaks. */
const LIVE_SHARE = 0.5;

/** Conversations before silence speaks, and the chance at most that a living line is silent in them. */
const MIN_TRIALS = 8;
const MAX_CHANCE = 0.03;

/** Share of conversations in which a rare line lives; one such line is supposed beside the section's own. */
const RARE_RATE = 0.1;

/** Share of the trials up to which a line counts as never said: slips of the tongue are no proof of life. */
const SLIP = 0.02;

/** Sentences of the article that nobody says although those beside them are said. */
export function silentLines(issue: Issue, article: LearnedArticle): Line[] {
  return article.lines.filter((line) => {
    const heard = Math.max(line.said, (issue.counts.get(line.act) ?? 0) - BORN);
    const doubt = doubtOf(line);
    if (!line.isSentence || doubt < 0 || trialsOf(line) < MIN_TRIALS || heard > SLIP * line.trials) return false;
    return silenceChance(article, line) <= MAX_CHANCE;
  });
}

/** The chance that a line would be silent so long if it lived like one of those beside it, or rarely; 1 where too few are said. */
export function silenceChance(article: LearnedArticle, line: Line): number {
  const beside = sentencesBeside(article, line);
  const living = beside.filter(isLiving);
  if (living.length === 0 || living.length < LIVE_SHARE * beside.length) return 1;
  const rates = [...living.map((o) => (o.said + 0.5) / (o.trials + 1)), RARE_RATE];
  return rates.reduce((sum, rate) => sum + (1 - rate) ** trialsOf(line), 0) / rates.length;
}

/** Conversations in which a line could have been said, with what the staff's doubts stand for. */
function trialsOf(line: Line): number {
  return line.trials + WORTH_OF_WRONG * Math.max(0, doubtOf(line));
}

/** Sentences of the same section in other blocks: steps beside a step, answers beside an answer. */
export function sentencesBeside(article: LearnedArticle, line: Line): Line[] {
  return article.lines.filter((o) => o.section === line.section && o.passage !== line.passage && o.isSentence);
}

/** Whether a line is said, more than by a slip. */
export function isLiving(line: Line): boolean {
  return line.said >= 2 && line.said > SLIP * line.trials;
}
