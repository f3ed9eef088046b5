import { claimsOfPage, sayTheSame } from '../alignment/page-claims.ts';
import { issueOf } from '../issues/issues.ts';
import type { Finding, Side } from '../learned/finding.ts';
import type { Learned, LearnedArticle, Line, Vote } from '../learned/state.ts';
import { agentFactor, agentsBySide, type Given } from '../statistics/dependence.ts';
import { standing } from '../statistics/sequential.ts';
import { nameOf } from '../text/hash32.ts';
import { type Contest, corrected, correctionsOf } from './claims/contests.ts';
import { AS_WORDED, named } from './claims/votes.ts';
import { ONE_VALUE, statesElsewhere } from './outdated.ts';
import { SUSPICIONS } from './suspicions.ts';

/** ln Bayes factor from which the value depends on who gives it (3: strong, Kass and Raftery 1995). */
const DEPENDS = 3;

/**
 * The finding that a claim is contradicted: agents give its value and another one side by side, and which one depends on
 * the agent, or another article states the other value. What varies with the customer is none, nor is a value that the same
 * page states of something else: who gives it may speak of that.
 */
export function contradictoryIn(
  learned: Learned,
  article: LearnedArticle,
  contest: Contest,
  line: Line,
  value: string,
): Finding | null {
  const owners = contest.votes.filter((one) => one.said === contest.stated);
  const others = contest.votes.filter((one) => one.said === value);
  if (contest.stated === AS_WORDED || statesElsewhere(learned, article, value)) return null;
  if (owners.length + others.length < ONE_VALUE * contest.votes.length) return null;
  const given = contest.votes.filter((one) => owners.includes(one) || others.includes(one));
  const now = standing(
    given.map(({ said, worth }) => ({ isFor: said === value, worth, by: 0 })),
    SUSPICIONS.contradictory,
  );
  if (!now.isTold) return null;
  const rival = statedBy(learned, article, contest, value);
  const sidesTaken = given.map(({ by, said }): Given => ({ by, isOther: said === value }));
  const [own, other] = agentsBySide(sidesTaken);
  const factor = agentFactor(sidesTaken);
  const { agents } = SUSPICIONS.contradictory;
  const agentsDisagree = own >= agents && other >= agents && factor >= DEPENDS;
  const articlesDisagree = rival !== null && owners.length > 0 && other >= agents;
  if (!agentsDisagree && !articlesDisagree) return null;
  const corrections = correctionsOf(contest, others);
  const text = line.plain ?? line.text ?? '';
  const sides: Side[] = [
    sideOf(text, article.id, owners, own),
    sideOf(rival?.text ?? corrected(text, corrections, line), rival?.articleId ?? null, others, other),
  ];
  return {
    key: nameOf('contradictory', article.id, String(line.key), value),
    cause: 'contradictory',
    issueId: issueOf(learned, article.issueId),
    articleId: article.id,
    title: article.title,
    value,
    conversationIds: sides.flatMap((side) => side.conversationIds),
    corrections,
    statistics: {
      lineKey: line.key,
      people: others.length,
      lineSaid: owners.length,
      agents: own,
      otherAgents: other,
      dependence: factor,
      logOdds: now.logOdds,
      articles: rival === null ? 1 : 2,
      valueDrift: 1,
    },
    sides,
  };
}

function sideOf(value: string, articleId: string | null, votes: readonly Vote[], agents: number): Side {
  const conversationIds = votes.map((one) => one.conversationId);
  return { value, articleId, organizations: votes.length, agents, conversationIds };
}

/** A sentence of another article that states the other value of the same claim. */
function statedBy(
  learned: Learned,
  article: LearnedArticle,
  contest: Contest,
  value: string,
): { articleId: string; text: string } | null {
  const own = claimsOfPage(learned, article).find(
    (claim) => named(claim) === contest.stated && claim.places.some(({ line }) => contest.lines.includes(line)),
  );
  if (!own) return null;
  for (const other of learned.articles.values()) {
    if (other === article) continue;
    for (const claim of claimsOfPage(learned, other)) {
      if (named(claim) !== value) continue;
      const place = claim.places.find((one) => own.places.some((mine) => sayTheSame(learned, mine, one)));
      const text = place?.line.plain ?? place?.line.text;
      if (text) return { articleId: other.id, text };
    }
  }
  return null;
}
