import { isUnsaid } from '../acts/swapped-words.ts';
import { claimsOfPage } from '../alignment/page-claims.ts';
import { issueOf } from '../issues/issues.ts';
import { BORN } from '../issues/members.ts';
import { doubtOf } from '../issues/staff-verdicts.ts';
import type { Finding } from '../learned/finding.ts';
import type { Learned, LearnedArticle, Line, Vote } from '../learned/state.ts';
import { type Observed, type Standing, standing } from '../statistics/sequential.ts';
import { nameOf } from '../text/hash32.ts';
import { type Contest, correctionsOf } from './claims/contests.ts';
import { AS_WORDED, named } from './claims/votes.ts';
import { SUSPICIONS } from './suspicions.ts';

/** Share of all who give another value that must give the same one: what varies with the customer is no fact. Stated. */
export const ONE_VALUE = 0.8;

/**
 * People who must say another word in a line's place, or a value that the page states of something else: a synonym is no change, and who
 * gives such a value may speak of that. Stated.
 */
const MIN_DOUBTFUL = 6;

/** What the staff's doubt of a line weighs: as much as a conversation told otherwise. */
const DOUBT_WORTH = 1;

/** The finding that a claim changed: nearly all now give one other value, and by whom and how often it is given tells. */
export function outdatedIn(
  learned: Learned,
  article: LearnedArticle,
  contest: Contest,
  line: Line,
  value: string,
): Finding | null {
  const { votes, stated } = contest;
  const doubts = contest.lines.reduce((sum, one) => sum + doubtOf(one), 0);
  const observed: Observed[] = votes.map(({ said, worth, by }) => ({ isFor: said === value, worth, by }));
  for (let i = 0; i < Math.abs(doubts); i++) observed.push({ isFor: doubts > 0, worth: DOUBT_WORTH, by: 0 });
  const now = standing(observed, SUSPICIONS.outdated);
  if (!now.isTold || !isAgreed(votes, value, now)) return null;
  const people = votes.filter((one) => one.said === value);
  if (people.length < MIN_DOUBTFUL && statesElsewhere(learned, article, value)) return null;
  const words = people[0]?.words ?? [];
  if (stated === AS_WORDED && !isRenamed(learned, article, people, words)) return null;
  return {
    key: nameOf('value', article.id, String(line.key), value),
    cause: 'outdated',
    issueId: issueOf(learned, article.issueId),
    articleId: article.id,
    title: article.title,
    value,
    conversationIds: people.map((one) => one.conversationId),
    corrections: correctionsOf(contest, people),
    statistics: {
      lineKey: line.key,
      people: people.length,
      agents: now.by,
      lineSaid: votes.filter((one) => one.said === stated).length,
      logOdds: now.logOdds,
      valueDrift: 1,
      wordDrift: words.length > 0 ? 1 : 0,
    },
  };
}

/** Whether nearly all who give another value since the change give this one, and nearly nobody did before it. */
function isAgreed(votes: readonly Vote[], value: string, { since }: Standing): boolean {
  const worth = (some: readonly Vote[]) => some.reduce((sum, one) => sum + one.worth, 0);
  const run = votes.slice(since);
  const given = run.filter((one) => one.said === value);
  const before = votes.slice(0, since);
  return (
    worth(given) >= ONE_VALUE * worth(run.filter((one) => one.said !== one.stated)) &&
    worth(before.filter((one) => one.said === value)) <= (1 - SUSPICIONS.outdated.share) * worth(before)
  );
}

/** Whether words that agents never say in the article's issue gave way to others, told to enough people. */
function isRenamed(
  learned: Learned,
  article: LearnedArticle,
  people: readonly Vote[],
  words: readonly string[],
): boolean {
  const issue = learned.issues.get(issueOf(learned, article.issueId));
  return people.length >= MIN_DOUBTFUL && issue !== undefined && isUnsaid(issue, [...words], BORN);
}

/** Whether a page states a value, of whichever claim. */
export function statesElsewhere(learned: Learned, article: LearnedArticle, value: string): boolean {
  return claimsOfPage(learned, article).some((claim) => named(claim) === value);
}
