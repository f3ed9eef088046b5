import { matchAct } from '../acts/acts.ts';
import { customerFeatures } from '../acts/features.ts';
import { choices, chosen } from '../issues/assignment.ts';
import type { Issue } from '../learned/state.ts';
import type { Learned } from '../learning/learned.ts';
import { hash32 } from '../text/hash32.ts';
import { isCourtesy, reading, sentences } from '../text/sentences.ts';

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
const CLOSE = 1;
const KNOWN_PEOPLE = 2;

/** The issue a conversation seems to belong to by what was said so far; null where none is near. Learns nothing. */
export function issueAsked(l: Learned, said: SaidSoFar): Issue | null {
  const acts = new Set<number>();
  const agent = new Set<number>();
  for (const text of said.agents)
    for (const sentence of sentences(text)) {
      const read = reading(sentence.text);
      if (read.stems.length === 0 || isCourtesy(read)) continue;
      for (const s of read.stems) agent.add(hash32(`g:${s}`));
      const act = matchAct(l, read);
      if (act) acts.add(act.id);
    }
  const customer = customerFeatures(said.customer);
  if (customer.length === 0 && acts.size === 0) return null;
  const ranked = choices(l, { acts: [...acts], agent: [...agent], customer });
  const best = chosen(ranked, acts.size);
  if (!best || acts.size > 0 || best.issue.articleId === null || !isWeak(said, best.issue.articleId))
    return best?.issue ?? null;
  const own = ranked.find(({ issue }) => issue.articleId === null && issue.counted >= KNOWN_PEOPLE);
  return own && own.score >= 0 && own.score > best.score - CLOSE ? own.issue : best.issue;
}

function isWeak({ suggested }: SaidSoFar, articleId: string): boolean {
  return (suggested.find((s) => s.articleId === articleId)?.score ?? 0) < WEAK_SHARE;
}
