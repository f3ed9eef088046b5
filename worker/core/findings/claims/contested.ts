import type { Finding } from '../../learned/finding.ts';
import type { Learned, LearnedArticle, Vote } from '../../learned/state.ts';
import { contradictoryIn } from '../contradictory.ts';
import { isValueDismissed } from '../dismissed.ts';
import { outdatedIn } from '../outdated.ts';
import { type Contest, contestsOf } from './contests.ts';

/** Findings that claims of an article are outdated or contradicted, by what agents say of them. */
export function contestedIn(learned: Learned, article: LearnedArticle): Finding[] {
  return contestsOf(learned, article).flatMap((contest) => {
    const found = judged(learned, article, contest);
    return found && !learned.settled.has(found.key) ? [found] : [];
  });
}

function judged(learned: Learned, article: LearnedArticle, contest: Contest): Finding | null {
  const { votes, stated } = contest;
  const others = votes.filter((one) => one.said !== stated);
  const value = heaviest(others);
  if (value === null) return null;
  const line = contest.lines[0];
  if (!line || isValueDismissed(learned, article.id, line.plain ?? line.text, value)) return null;
  return contradictoryIn(learned, article, contest, line, value) ?? outdatedIn(learned, article, contest, line, value);
}

function heaviest(votes: readonly Vote[]): string | null {
  const weights = new Map<string, number>();
  for (const { said, worth } of votes) weights.set(said, (weights.get(said) ?? 0) + worth);
  return [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}
