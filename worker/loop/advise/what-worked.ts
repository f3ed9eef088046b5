import { type Told, toldIn } from '../../core/advice/reply.ts';
import type { Issue } from '../../core/learned/state.ts';
import type { Learned } from '../../core/learning/learned.ts';
import type { Ports } from '../ports/ports.ts';

/** Conversations of an issue read for what agents told: enough for every statement to show whether it varies. */
const WITNESSES_READ = 16;

/** Issues of one learned state of which the answer is held: some kilobytes each. */
const HELD = 200;

/** No reply may hold an address: whose it is would have to be looked up. */
const NO_HOSTS: ReadonlySet<string> = new Set();

const held = new WeakMap<Learned, Map<string, { mark: string; told: Told[] }>>();

/**
 * What agents told in earlier conversations of an issue that no article covers, in order; held while the issue is the same.
 * None of one that an article covers: that has its words.
 */
export async function whatWorked(
  ports: Pick<Ports, 'observations'>,
  tenant: string,
  learned: Learned,
  issue: Issue,
): Promise<Told[]> {
  if (issue.articleId !== null && learned.articles.has(issue.articleId)) return [];
  const answers = held.get(learned) ?? new Map<string, { mark: string; told: Told[] }>();
  held.set(learned, answers);
  const mark = `${issue.size}/${issue.counted}/${issue.lastAt}`;
  const known = answers.get(issue.id);
  if (known?.mark === mark) return known.told;
  const conversations = await ports.observations.conversations(tenant, witnessesOf(issue));
  const told = toldIn(learned, issue, conversations, NO_HOSTS);
  if (answers.size >= HELD) answers.clear();
  answers.set(issue.id, { mark, told });
  return told;
}

/** The latest conversations of an issue, then those that say its statements most often. */
function witnessesOf(issue: Issue): string[] {
  const said = [...issue.wordings.values()].flat().sort((a, b) => b.met - a.met);
  const latest = issue.members.slice(-WITNESSES_READ).map((m) => m.conversationId);
  return [...new Set([...latest, ...said.map((w) => w.conversationId)])].slice(0, WITNESSES_READ);
}
