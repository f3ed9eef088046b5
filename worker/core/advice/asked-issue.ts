import { contrast, saidIn } from '../coverage/contrast.ts';
import { spokenWords } from '../coverage/said.ts';
import { choices, chosen } from '../issues/assignment.ts';
import type { Issue } from '../learned/state.ts';
import type { Learned } from '../learning/learned.ts';

/** What was said so far in a conversation that may still be open. */
export interface SaidSoFar {
  customer: string;
  agents: readonly string[];
  /** The articles that fit what the customer said. */
  suggested: readonly { articleId: string; score: number }[];
}

/** Share of belief among articles under which one is only the least unlikely; then an issue of its own may be meant. */
const WEAK_SHARE = 0.15;

/** Score that such an issue may lack to the best, and the people it must have. Origin: no loss on the sandbox's seed. */
const CLOSE = 0.1;
const KNOWN_PEOPLE = 2;

/** The issue a conversation seems to belong to by what was said so far; null where none is near. Learns nothing. */
export function issueAsked(learned: Learned, said: SaidSoFar): Issue | null {
  const spoken = spokenWords(learned, [said.customer], said.agents);
  if (spoken.words.length === 0) return null;
  const ranked = choices(learned, spoken, contrast(learned, saidIn(learned, [spoken])));
  const best = chosen(ranked);
  if (!best || said.agents.length > 0 || best.issue.articleId === null || !isWeak(said, best.issue.articleId))
    return best?.issue ?? null;
  const own = ranked.find(({ issue }) => issue.articleId === null && issue.counted >= KNOWN_PEOPLE);
  return own && own.score >= 0 && own.score > best.score - CLOSE ? own.issue : best.issue;
}

function isWeak({ suggested }: SaidSoFar, articleId: string): boolean {
  return (suggested.find((s) => s.articleId === articleId)?.score ?? 0) < WEAK_SHARE;
}
