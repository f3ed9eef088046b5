import type { Learned, LearnedArticle } from '../../learned/state.ts';
import { commonest } from '../../statistics/commonest.ts';
import { contestsOf, corrected, correctionsOf } from './contests.ts';
import { AS_WORDED } from './votes.ts';

/** A line that some were told otherwise: how many organizations were told its own value, and the commonest other one. */
interface ToldOtherwise {
  line: number;
  own: number;
  others: number;
  /** The line with that other value, or the sentence with the other words. */
  instead: string;
  isValue: boolean;
}

/** The lines of an article that its readers were told otherwise, a value or its words. */
export function toldOtherwise(learned: Learned, article: LearnedArticle): ToldOtherwise[] {
  return contestsOf(learned, article).flatMap((contest): ToldOtherwise[] => {
    const differing = contest.votes.filter((one) => one.said !== contest.stated);
    const value = commonest(differing.map((one) => one.said));
    const others = differing.filter((one) => one.said === value);
    if (others.length === 0) return [];
    const isValue = contest.stated !== AS_WORDED;
    const corrections = correctionsOf(contest, others);
    return contest.lines.map((line) => ({
      line: line.key,
      own: contest.votes.length - differing.length,
      others: others.length,
      instead: isValue
        ? corrected(line.plain ?? line.text ?? '', corrections, line)
        : commonest(others.map((one) => one.text)),
      isValue,
    }));
  });
}
